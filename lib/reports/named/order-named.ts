// How a page asks for a report under one of Xero's names: by its period, of which a trial balance takes the last day.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { choiceForm, dayOfForm, daysIn } from "#lib/reports/choice-form.ts";
import { createReport } from "#lib/reports/create-report.ts";
import type { Layout } from "#lib/reports/named/layouts.ts";
import { statedRates } from "#lib/reports/named/stated-rates.ts";
import { customType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { refuse } from "#lib/refusal.ts";
import type { Scope } from "#lib/scope.ts";

const basis = z.union([z.literal(""), z.enum(bases)]).default("");

/** `asAt` is asked of a trial balance, `taxBasis` of a tax summary, where nothing is as the organisation accounts for its tax. */
const namedForm = choiceForm.omit({ compare: true }).extend({
  asAt: dayOfForm.default(""),
  basis,
  taxBasis: z.union([z.literal("organisation"), basis]),
  accountId: z.union([z.literal(""), z.uuid()]).default(""),
  rates: z.string().trim().max(500).default(""),
});
type Form = z.output<typeof namedForm>;
type Days = { from: string; to: string };

/** Refusal "invalid" with a sentence. */
export async function orderNamed(scope: Scope, layout: Layout, asked: Record<string, string>): Promise<StoredReport> {
  const form = namedForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a report and a period; days are written as YYYY-MM-DD.");
  const days = layout === "trialBalance" && form.data.asAt !== "" ? { from: form.data.asAt, to: form.data.asAt } : await periodIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type: customType, parameters: { layout, ...wishesBy[layout](days, form.data) } });
}

async function periodIn(scope: Scope, form: Form): Promise<Days> {
  const { start, end } = await daysIn(scope, form);
  return { from: start, to: end };
}

const wishesBy: Record<Layout, (days: Days, form: Form) => Record<string, unknown>> = {
  trialBalance: ({ to }, form) => ({ asAt: to, ...onBasis(form.basis) }),
  bankSummary: (days) => days,
  executiveSummary: ({ to }) => ({ to }),
  taxSummary: (days, form) => ({ ...days, ...onBasis(form.taxBasis === "" ? form.basis : form.taxBasis) }),
  generalLedger: (days, form) => ({ ...days, ...onBasis(form.basis), ...(form.accountId === "" ? {} : { accountId: form.accountId }) }),
  fxExposure: (days, form) => ({ ...days, rates: statedRates(form.rates) }),
  dataQuality: (days) => days,
};

/** What nobody chose is left to the report. */
function onBasis(chosen: Form["taxBasis"]): { basis?: "accrual" | "cash" } {
  return chosen === "" || chosen === "organisation" ? {} : { basis: chosen };
}
