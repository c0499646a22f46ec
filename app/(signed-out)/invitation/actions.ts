"use server";

import { redirect } from "next/navigation";
import { keepSession } from "#app/auth.ts";
import { answerForm, textOf } from "#app/form-answer.ts";
import { currentOrigin, requireCaller } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { acceptAsNewPerson, acceptWithAccount } from "#lib/invitations/accept-invitation.ts";

export async function joinAsNewPerson(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const person = { email: textOf(form, "email"), firstName: textOf(form, "firstName"), lastName: textOf(form, "lastName"), password: textOf(form, "password") };
  return answerForm(person, async () => {
    await keepSession(await acceptAsNewPerson({ ...person, token: textOf(form, "token") }, await currentOrigin()));
    redirect("/");
  });
}

export async function joinWithAccount(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const caller = await requireCaller();
  return answerForm({}, async () => {
    await acceptWithAccount(caller, { token: textOf(form, "token") });
    redirect("/organisations");
  });
}
