"use server";

import { refresh } from "next/cache";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { noteDenial } from "#app/denied.ts";
import { faultsOf, textOf, textsOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { NewKeyAnswer } from "#components/api-keys/new-key-form.tsx";
import type { Answer } from "#components/ui/action-form.tsx";
import { createKey, revokeKey } from "#lib/api-keys/own-keys.ts";
import { asRefusal } from "#lib/problem.ts";

export async function makeKey(_previous: NewKeyAnswer, form: FormData): Promise<NewKeyAnswer> {
  const caller = await requireCaller();
  const given = { name: textOf(form, "name"), permissions: textsOf(form, "permissions"), tenantIds: textsOf(form, "tenantIds"), lastDay: textOf(form, "lastDay") };
  try {
    const tenantIds = given.tenantIds.length > 0 ? given.tenantIds : null;
    const made = await createKey(caller, { ...given, tenantIds, lastDay: given.lastDay || null }, new Date());
    refresh();
    return { made };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    await noteDenial(refusal);
    return refusal.faults.length > 0 ? { faults: faultsOf(refusal), given } : { refused: refusal.message, faults: {}, given };
  }
}

export async function revoke(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await revokeKey(caller, textOf(form, "id"), new Date());
    await say("The key is revoked.");
    refresh();
  });
}
