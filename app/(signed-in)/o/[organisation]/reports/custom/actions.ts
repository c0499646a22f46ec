"use server";

import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { writtenRows } from "#lib/reports/custom/saved/written-rows.ts";
import { removeReportDefinition } from "#lib/reports/custom/saved/remove.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";

export async function save(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const scope = await scopeOfForm(organisation, form);
    const { id } = await saveReportDefinition.run(scope, { tenantId: organisation, name: textOf(form, "name"), rows: writtenRows(textOf(form, "rows")) });
    redirect(`/o/${organisation}/reports/custom/${id}`);
  });
}

export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await removeReportDefinition.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    redirect(`/o/${organisation}/reports/custom`);
  });
}
