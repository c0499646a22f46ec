"use server";

import { refresh } from "next/cache";
import { say } from "#app/(signed-in)/said.ts";
import type { Answer } from "#components/ui/action-form.tsx";

export async function refuse(): Promise<Answer> {
  return { refused: "Nothing was changed. This form is refused whatever it says." };
}

export async function sayIt(): Promise<Answer> {
  await say("The role is saved.");
  refresh();
  return undefined;
}
