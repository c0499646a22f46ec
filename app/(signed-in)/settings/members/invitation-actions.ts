"use server";

import { refresh } from "next/cache";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { noteDenial } from "#app/denied.ts";
import { faultsOf, textOf, textsOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { NewInvitationAnswer } from "#components/invitations/new-invitation-form.tsx";
import type { Answer } from "#components/ui/action-form.tsx";
import { createInvitation, withdrawInvitation } from "#lib/invitations/manage-invitations.ts";
import { accept } from "#lib/operation.ts";
import { asRefusal } from "#lib/problem.ts";

export async function invite(_previous: NewInvitationAnswer, form: FormData): Promise<NewInvitationAnswer> {
  const caller = await requireCaller();
  const given = { role: textOf(form, "role"), tenantIds: textsOf(form, "tenantIds"), email: textOf(form, "email").trim(), days: textOf(form, "days") };
  try {
    const wish = accept(createInvitation.input, { ...given, email: given.email || null, days: Number(given.days) });
    const { url } = await createInvitation.run(caller, wish);
    refresh();
    return { made: { url } };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    await noteDenial(refusal);
    return refusal.faults.length > 0 ? { faults: faultsOf(refusal), given } : { refused: refusal.message, faults: {}, given };
  }
}

export async function withdraw(_previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    await withdrawInvitation.call(caller, { id: textOf(form, "id") });
    await say("The invitation is withdrawn; its link opens nothing.");
    refresh();
  });
}
