// What a form did, said on the page that follows, which need not be the one the form was on. It rides in a cookie for a moment, so that it survives a
// redirect, a row that is gone afterwards, and a browser without scripts.
import { cookies } from "next/headers";
import { z } from "zod";
import { cookieNamed } from "#app/cookies.ts";
import type { Sentence } from "#components/ui/toasts.tsx";

/** In seconds: long enough for the next page, too short for the one after. */
const aMoment = 5;

const sentence = z.object({ id: z.string(), words: z.string() });

/** From an action, before it refreshes or leads elsewhere. */
export async function say(words: string): Promise<void> {
  const { name, options } = cookieNamed("said");
  (await cookies()).set(name, JSON.stringify({ id: crypto.randomUUID(), words }), { ...options, maxAge: aMoment });
}

export async function whatWasSaid(): Promise<Sentence | null> {
  const value = (await cookies()).get(cookieNamed("said").name)?.value;
  return value === undefined ? null : (sentence.safeParse(readable(value)).data ?? null);
}

/** A cookie is whatever the browser sends. */
function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
