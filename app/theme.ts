import { cookies } from "next/headers";
import { z } from "zod";
import { cookieNamed } from "#app/cookies.ts";

export const theme = z.enum(["light", "dark", "system"]).catch("system");

/** Whether this browser shows amounts to nobody but the pointer. */
export async function blursAmounts(): Promise<boolean> {
  return (await cookies()).get(cookieNamed("blur").name)?.value === "on";
}

export async function chosenTheme(): Promise<z.output<typeof theme>> {
  return theme.parse((await cookies()).get(cookieNamed("theme").name)?.value);
}
