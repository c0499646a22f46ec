"use server";

import { revalidatePath } from "next/cache";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { listAttachments } from "#lib/attachments/list-attachments.ts";

/** Asks Xero what is attached to a document; the page then has it. */
export async function askForAttachments(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await scopeOfForm(organisation, form);
    const id = textOf(form, "id");
    await listAttachments.call(await requireCaller(), { id, tenantId: [organisation] });
    revalidatePath(`/o/${organisation}/transactions/${id}`);
  });
}
