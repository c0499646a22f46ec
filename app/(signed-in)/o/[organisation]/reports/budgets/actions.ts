"use server";

import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { importBudget, longestFile } from "#lib/budgets/import-budget.ts";
import { removeBudget } from "#lib/budgets/remove-budget.ts";
import { refuse } from "#lib/refusal.ts";

/** Without a name it is called like its file. */
export async function importFile(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const scope = await scopeOfForm(organisation, form);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) return refuse("invalid", "Choose a CSV file that is not empty. Nothing was imported.");
    if (file.size > longestFile) return refuse("invalid", `The file is too large: ${longestFile} bytes are the most. Nothing was imported.`);
    const name = textOf(form, "name").trim() || file.name.replace(/\.[^.]*$/, "") || "Budget";
    const { id } = await importBudget.run(scope, { tenantId: organisation, name, fileName: file.name, content: await file.text() });
    redirect(`/o/${organisation}/reports/budgets/${id}`);
  });
}

export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await removeBudget.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    redirect(`/o/${organisation}/reports/budgets`);
  });
}
