"use server";

import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf, textsOf } from "#app/form-answer.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { orderReport } from "#lib/reports/order-report.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";

const fields = ["type", "period", "from", "to", "columns", "compare", "budgetId", "basis", "method", "asAt", "ageBy", "buckets", "showCredits", "taxBasis", "accountId", "rates", "knownOn"];

export async function makeReport(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const asked = Object.fromEntries(fields.map((name) => [name, textOf(form, name)]));
    const trackingOptionIds = textsOf(form, "trackingOptionIds").join(" ");
    const { id } = await orderReport(await scopeOfForm(organisation, form), { ...asked, trackingOptionIds });
    redirect(`/o/${organisation}/reports/${id}`);
  });
}

export async function makeAgain(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const { id } = await reissueReport.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    redirect(`/o/${organisation}/reports/${id}`);
  });
}
