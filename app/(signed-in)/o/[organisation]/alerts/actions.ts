"use server";

import { revalidatePath } from "next/cache";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { acknowledgeAlert } from "#lib/alerts/acknowledge.ts";
import { removeRule } from "#lib/alerts/remove-rule.ts";
import { setRule } from "#lib/alerts/set-rule.ts";
import { setTarget } from "#lib/kpis/set-target.ts";
import type { Caller } from "#lib/scope.ts";

export async function acknowledge(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => acknowledgeAlert.call(caller, { id: textOf(form, "id"), tenantId: [organisation] }));
}

export async function saveRule(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  const wish = { kpi: textOf(form, "kpi"), side: textOf(form, "side"), threshold: amountOf(form, "threshold"), band: amountOf(form, "band") || "0" };
  return done(organisation, form, (caller) => setRule.call(caller, { tenantId: organisation, ...wish }));
}

export async function dropRule(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => removeRule.call(caller, { id: textOf(form, "id"), tenantId: [organisation] }));
}

export async function saveTarget(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return done(organisation, form, (caller) => setTarget.call(caller, { tenantId: organisation, kpi: textOf(form, "kpi"), value: amountOf(form, "value") || null }));
}

async function done(organisation: string, form: FormData, work: (caller: Caller) => Promise<unknown>): Promise<Answer> {
  return answer(async () => {
    await scopeOfForm(organisation, form);
    await work(await requireCaller());
    revalidatePath(`/o/${organisation}`, "layout");
  });
}

/** As people write it: 20,000 and 45.5 % are read as they are meant. */
function amountOf(form: FormData, name: string): string {
  return textOf(form, name).replace(/[\s,%]/g, "").replace("−", "-");
}
