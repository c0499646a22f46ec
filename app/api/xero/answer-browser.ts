// How the two addresses of the consent answer a browser: onwards, or back to the organisations with a sentence. The sentence travels in a
// cookie that lives for some seconds, so that no link made by somebody else can put words into our mouth.
import { cookies } from "next/headers";
import { cookieNamed } from "#app/cookies.ts";
import { noteDenial } from "#app/denied.ts";
import { env } from "#lib/env.ts";
import { asRefusal, problem } from "#lib/problem.ts";

const seconds = 20;

/** Shown by the page of organisations. */
export async function connectProblem(): Promise<string | undefined> {
  return (await cookies()).get(cookieNamed("connect-problem").name)?.value;
}

export function leadTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: new URL(address, env().APP_URL).href, "cache-control": "no-store" } });
}

export async function leadBack(error: unknown): Promise<Response> {
  const refusal = asRefusal(error);
  if (!refusal) return problem(error, crypto.randomUUID());
  await noteDenial(refusal);
  const { name, options } = cookieNamed("connect-problem");
  (await cookies()).set(name, refusal.message, { ...options, maxAge: seconds });
  return leadTo("/organisations");
}
