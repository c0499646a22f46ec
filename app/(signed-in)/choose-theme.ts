"use server";

import { cookies } from "next/headers";
import { cookieNamed } from "#app/cookies.ts";
import { theme } from "#app/theme.ts";

const year = 365 * 24 * 60 * 60;

/** Kept in the browser, for it is the screen that is bright or dark, not the person. */
export async function chooseTheme(form: FormData): Promise<void> {
  const chosen = theme.parse(form.get("theme"));
  const { name, options } = cookieNamed("theme");
  (await cookies()).set(name, chosen, { ...options, maxAge: chosen === "system" ? 0 : year });
}
