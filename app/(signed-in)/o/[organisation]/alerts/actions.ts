"use server";

import { revalidatePath } from "next/cache";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { noteDenial } from "#app/denied.ts";
import { answerForm, textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { FormAnswer } from "#components/people/fields-form.tsx";
import type { Answer } from "#components/ui/action-form.tsx";
import { acknowledgeAlert } from "#lib/alerts/acknowledge.ts";
import { chooseMail } from "#lib/alerts/choose-mail.ts";
import { removeRule } from "#lib/alerts/remove-rule.ts";
import { setRule } from "#lib/alerts/set-rule.ts";
import { setTarget } from "#lib/kpis/set-target.ts";
import type { Caller } from "#lib/scope.ts";
import { typedAmount } from "#lib/typed-amount.ts";

export async function acknowledge(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => acknowledgeAlert.call(caller, { id: textOf(form, "id"), tenantId: [organisation] }));
}

export async function chooseMailHere(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => chooseMail.call(caller, { tenantId: organisation, wanted: textOf(form, "wanted") === "true" }));
}

export async function saveRule(organisation: string, _previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const given = givenIn(form, ["kpi", "side", "threshold", "band"]);
  return answerForm(given, async () => {
    await noted(organisation, form, (caller) => setRule.call(caller, { ...given, tenantId: organisation, threshold: typedAmount(given.threshold ?? ""), band: typedAmount(given.band ?? "") || "0" }));
    return "The rule is set. It is held against the figures of the last closed month, now and after each sync.";
  });
}

export async function dropRule(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => removeRule.call(caller, { id: textOf(form, "id"), tenantId: [organisation] }));
}

export async function saveTarget(organisation: string, _previous: FormAnswer, form: FormData): Promise<FormAnswer> {
  const given = givenIn(form, ["kpi", "value"]);
  return answerForm(given, async () => {
    await noted(organisation, form, (caller) => setTarget.call(caller, { ...given, tenantId: organisation, value: typedAmount(given.value ?? "") || null }));
    return given.value ? "The target is set." : "The target is taken away.";
  });
}

async function done(organisation: string, form: FormData, work: (caller: Caller) => Promise<unknown>): Promise<Answer> {
  return answer(() => act(organisation, form, work));
}

/** For answers that note no denial themselves. */
async function noted(organisation: string, form: FormData, work: (caller: Caller) => Promise<unknown>): Promise<void> {
  try {
    await act(organisation, form, work);
  } catch (error) {
    await noteDenial(error);
    throw error;
  }
}

async function act(organisation: string, form: FormData, work: (caller: Caller) => Promise<unknown>): Promise<void> {
  await scopeOfForm(organisation, form);
  await work(await requireCaller());
  revalidatePath(`/o/${organisation}`, "layout");
}

function givenIn(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}
