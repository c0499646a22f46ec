"use server";

import { redirect } from "next/navigation";
import { keepSession } from "#app/auth.ts";
import { answerForm, textOf } from "#app/form-answer.ts";
import { currentOrigin } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { createFirstAdmin } from "#lib/people/set-up.ts";
import { signIn } from "#lib/people/sign-in.ts";

export async function setUp(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const person = { email: textOf(form, "email"), firstName: textOf(form, "firstName"), lastName: textOf(form, "lastName"), password: textOf(form, "password") };
  return answerForm(person, async () => {
    const origin = await currentOrigin();
    await createFirstAdmin(person, origin);
    await keepSession(await signIn({ email: person.email, password: person.password }, origin));
    redirect("/");
  });
}
