"use server";

import { refresh } from "next/cache";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { answerForm, textOf } from "#app/form-answer.ts";
import { currentOrigin, requireCaller } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import type { Answer } from "#components/ui/action-form.tsx";
import { changeName, changePassword } from "#lib/people/own-account.ts";
import { endSession } from "#lib/people/sessions.ts";

export async function saveName(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const caller = await requireCaller();
  const names = { firstName: textOf(form, "firstName"), lastName: textOf(form, "lastName") };
  return answerForm(names, async () => {
    await changeName(caller, names);
    refresh();
    return "Your name is saved.";
  });
}

export async function savePassword(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const caller = await requireCaller();
  const passwords = { currentPassword: textOf(form, "currentPassword"), newPassword: textOf(form, "newPassword") };
  return answerForm({}, async () => {
    await changePassword(caller, passwords, await currentOrigin());
    refresh();
    return "Your password is changed, and everywhere else you are signed out.";
  });
}

export async function endOtherSession(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await endSession(caller, textOf(form, "sessionId"));
    await say("That browser is signed out.");
    refresh();
  });
}
