"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { faultsOf, textOf, textsOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import type { ChangeAnswer } from "#components/webhooks/change-webhook-form.tsx";
import type { NewWebhookAnswer } from "#components/webhooks/new-webhook-form.tsx";
import type { RotateAnswer } from "#components/webhooks/rotate-form.tsx";
import { asRefusal } from "#lib/problem.ts";
import { many, one } from "#lib/scope.ts";
import { changeWebhook, createWebhook, removeWebhook } from "#lib/webhooks/change-webhooks.ts";
import { rotateSecret } from "#lib/webhooks/rotate-secret.ts";
import { replayDelivery, testWebhook } from "#lib/webhooks/send-again.ts";
import { listenable } from "#lib/webhooks/webhook.ts";

export async function makeWebhook(_previous: NewWebhookAnswer, form: FormData): Promise<NewWebhookAnswer> {
  const caller = await requireCaller();
  const given = { tenantId: textOf(form, "tenantId"), ...fieldsOf(form) };
  try {
    const { id, secret, secretText } = await createWebhook.run(one(caller, "webhooks:manage", given), { ...given, events: known(given.events) });
    refresh();
    return { made: { href: `/settings/webhooks/${id}`, secret, secretText } };
  } catch (error) {
    return { ...refusedForm(error), given };
  }
}

export async function change(id: string, _previous: ChangeAnswer, form: FormData): Promise<ChangeAnswer> {
  const scopes = await managing();
  const given = fieldsOf(form);
  try {
    await changeWebhook.run(scopes, { id, ...given, events: known(given.events) });
    refresh();
    return { saved: "The webhook is changed." };
  } catch (error) {
    return { ...refusedForm(error), given };
  }
}

export async function rotate(id: string, _previous: RotateAnswer, _form: FormData): Promise<RotateAnswer> {
  const scopes = await managing();
  try {
    const { secret, secretText } = await rotateSecret.run(scopes, { id });
    refresh();
    return { rotated: { secret, secretText } };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return { refused: refusal.message };
  }
}

export async function sendTest(id: string, _previous: Answer, _form: FormData): Promise<Answer> {
  return answer(async () => {
    await testWebhook.run(await managing(), { id });
    await say("A test is on its way.");
    refresh();
  });
}

export async function switchOver(id: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const isActive = textOf(form, "isActive") === "true";
    await changeWebhook.run(await managing(), { id, isActive });
    await say(isActive ? "The webhook is switched on." : "The webhook is switched off.");
    refresh();
  });
}

export async function sendAgain(_previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await replayDelivery.run(await managing(), { id: textOf(form, "delivery") });
    await say("It is sent again.");
    refresh();
  });
}

export async function remove(id: string, _previous: Answer, _form: FormData): Promise<Answer> {
  return answer(async () => {
    await removeWebhook.run(await managing(), { id });
    await say("The webhook is removed.");
    redirect("/settings/webhooks");
  });
}

async function managing() {
  return many(await requireCaller(), "webhooks:manage", {});
}

function fieldsOf(form: FormData) {
  return { url: textOf(form, "url"), events: textsOf(form, "events"), description: textOf(form, "description") };
}

/** Only what there is: a form of ours sends nothing else. */
function known(events: readonly string[]) {
  return (["*", ...listenable] as const).filter((event) => events.includes(event));
}

function refusedForm(error: unknown): { refused?: string; faults: Record<string, string> } {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  return refusal.faults.length > 0 ? { faults: faultsOf(refusal) } : { refused: refusal.message, faults: {} };
}
