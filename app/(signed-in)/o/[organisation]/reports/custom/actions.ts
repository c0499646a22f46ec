"use server";

import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { noteDenial } from "#app/denied.ts";
import { textOf } from "#app/form-answer.ts";
import { requireScope } from "#app/session.ts";
import type { Refused } from "#components/custom/faults.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { accept } from "#lib/operation.ts";
import { asRefusal } from "#lib/problem.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import { formTypeOf } from "#lib/reports/custom/saved/in-forms.ts";
import { rowsInJson, writtenRows } from "#lib/reports/custom/saved/written-rows.ts";
import { removeReportDefinition } from "#lib/reports/custom/saved/remove.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";

/** Leads to what was saved, or with `then` to the form that makes it. */
export async function save(organisation: string, _previous: Refused | undefined, form: FormData): Promise<Refused | undefined> {
  const given = { name: textOf(form, "name"), rows: textOf(form, "rows") };
  return unlessRefused(given, async () => {
    const scope = await scopeOfForm(organisation, form);
    const { id } = await saveReportDefinition.run(scope, accept(saveReportDefinition.input, { tenantId: organisation, name: given.name, rows: rowsInJson(given.rows) }));
    const reports = `/o/${organisation}/reports`;
    return redirect(textOf(form, "then") === "make" ? `${reports}?new=${formTypeOf(id)}` : `${reports}/custom/${id}`);
  });
}

/** The rows that a text in JSON has, by the same schema that keeps them. */
export async function read(organisation: string, text: string): Promise<{ rows: CustomRow[] } | Refused> {
  return unlessRefused({ name: "", rows: text }, async () => {
    await requireScope(organisation);
    return { rows: writtenRows(text) };
  });
}

export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await removeReportDefinition.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    redirect(`/o/${organisation}/reports/custom`);
  });
}

async function unlessRefused<Result>(given: Refused["given"], work: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await work();
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    await noteDenial(refusal);
    return { refused: refusal.message, faults: refusal.faults, given };
  }
}
