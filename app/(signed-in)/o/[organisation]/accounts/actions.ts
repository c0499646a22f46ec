"use server";

import { revalidatePath } from "next/cache";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { tagAccount } from "#lib/accounts/tag-account.ts";

/** What the form of a bank account does not have stays as it is. */
export async function tag(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await scopeOfForm(organisation, form);
    const wish = Object.fromEntries(["tag", "activity"].filter((field) => form.has(field)).map((field) => [field, textOf(form, field)]));
    await tagAccount.call(await requireCaller(), { id: textOf(form, "id"), tenantId: [organisation], ...wish });
    revalidatePath(`/o/${organisation}/accounts`);
  });
}
