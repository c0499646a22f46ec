"use server";

import { redirect } from "next/navigation";
import { answerForm, textOf } from "#app/form-answer.ts";
import { currentOrigin } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { register } from "#lib/people/register.ts";

export async function registerPerson(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const person = { email: textOf(form, "email"), firstName: textOf(form, "firstName"), lastName: textOf(form, "lastName"), password: textOf(form, "password") };
  return answerForm(person, async () => {
    await register(person, await currentOrigin());
    redirect("/sign-in?registered=1");
  });
}
