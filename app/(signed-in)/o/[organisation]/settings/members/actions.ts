"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { addMember, removeMember } from "#lib/people/organisation-members.ts";

export async function add(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    const { tenantId } = await scopeOfForm(organisation, form);
    await addMember.call(caller, { tenantId, userId: textOf(form, "userId") });
    await say("The membership is added.");
    refresh();
  });
}

/** Whoever takes their own membership away has nothing to see here any more. */
export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  const userId = textOf(form, "userId");
  return answer(async () => {
    const { tenantId } = await scopeOfForm(organisation, form);
    await removeMember.call(caller, { tenantId, userId });
    await say("The membership is taken away.");
    if (userId === caller.userId) redirect("/organisations");
    refresh();
  });
}
