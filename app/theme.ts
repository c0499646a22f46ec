import { cookies } from "next/headers";
import { z } from "zod";
import { cookieNamed } from "#app/cookies.ts";

export const theme = z.enum(["light", "dark", "system"]).catch("system");

export async function chosenTheme(): Promise<z.output<typeof theme>> {
  return theme.parse((await cookies()).get(cookieNamed("theme").name)?.value);
}
