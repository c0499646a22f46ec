"use server";

import { cookies } from "next/headers";
import { cookieNamed } from "#app/cookies.ts";
import { blursAmounts } from "#app/theme.ts";

const year = 365 * 24 * 60 * 60;

/** Kept in the browser, for it is the screen that others look at. */
export async function toggleBlur(): Promise<void> {
  const { name, options } = cookieNamed("blur");
  // The page that answers reads what is set here, so a cookie that only runs out would still be "on" to it.
  (await cookies()).set(name, (await blursAmounts()) ? "off" : "on", { ...options, maxAge: year });
}
