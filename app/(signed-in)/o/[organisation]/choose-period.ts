"use server";

import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { textOf } from "#app/form-answer.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { orderReport } from "#lib/reports/order-report.ts";
import { periodOfReport } from "#lib/reports/asked-period.ts";
import { dashboardType } from "#lib/reports/report-types.ts";

const fields = ["type", "period", "typed", "from", "to", "step", "columns", "compare", "budgetId", "basis", "method", "accountId", "rates", "knownOn", "trackingOptionIds"];

/** Makes the report of another period, unless there is one, and shows it; the address says which period that is. */
export async function choosePeriod(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const asked = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]));
    const { id, type, ...report } = await orderReport(await scopeOfForm(organisation, form), asked);
    const kept = new URLSearchParams({ period: periodOfReport({ type, ...report }), compare: textOf(form, "compare") });
    redirect(type === dashboardType ? `${addressOf(organisation)}?${kept}` : `${addressOf(organisation, "reports")}/${id}?${kept}`);
  });
}
