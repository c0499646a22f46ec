"use server";

import { refresh } from "next/cache";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { changeRole, deactivateMember, reactivateMember } from "#lib/people/members.ts";

export async function saveRole(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await changeRole.call(caller, { userId: textOf(form, "userId"), role: textOf(form, "role") });
    await say("The role is saved.");
    refresh();
  });
}

export async function deactivate(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await deactivateMember.call(caller, { userId: textOf(form, "userId") });
    await say("They are signed out everywhere and cannot sign in.");
    refresh();
  });
}

export async function reactivate(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await reactivateMember.call(caller, { userId: textOf(form, "userId") });
    await say("They can sign in again.");
    refresh();
  });
}
