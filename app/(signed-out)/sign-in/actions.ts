"use server";

import { redirect } from "next/navigation";
import { keepSession } from "#app/auth.ts";
import { answerForm, textOf } from "#app/form-answer.ts";
import { currentOrigin } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { pathWithin } from "#lib/people/origin.ts";
import { redeemSignInLink } from "#lib/people/sign-in-links.ts";
import { signIn } from "#lib/people/sign-in.ts";

export async function signInWithPassword(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const credentials = { email: textOf(form, "email"), password: textOf(form, "password") };
  return answerForm(credentials, async () => {
    await keepSession(await signIn(credentials, await currentOrigin()));
    redirect(pathWithin(textOf(form, "next")));
  });
}

export async function signInWithLink(_previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm({}, async () => {
    await keepSession(await redeemSignInLink(textOf(form, "token"), await currentOrigin()));
    redirect(pathWithin(textOf(form, "next")));
  });
}
