// How a page asks for a report under one of Xero's names: by its period, of which a trial balance takes the last day.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { choiceForm, dayOfForm, daysIn } from "#lib/reports/choice-form.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { type Layout, layouts } from "#lib/reports/named/layouts.ts";
import { statedRates } from "#lib/reports/named/stated-rates.ts";
import { customType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { refuse } from "#lib/refusal.ts";
import type { Scope } from "#lib/scope.ts";

const namedForm = choiceForm.extend({ type: z.enum(layouts), compare: z.string(), asAt: dayOfForm.default(""), basis: z.union([z.literal(""), z.enum(bases)]).default(""), rates: z.string().max(500).default("") });
type Form = z.output<typeof namedForm>;

/** Refusal "invalid" with a sentence. */
export async function orderNamed(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = namedForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a report and a period; days are written as YYYY-MM-DD.");
  const { type: layout } = form.data;
  return createReport.run(scope, { tenantId: scope.tenantId, type: customType, parameters: { layout, ...(await wishesOf(scope, form.data)) } });
}

async function wishesOf(scope: Scope, form: Form): Promise<Record<string, unknown>> {
  const basis = form.basis === "" ? {} : { basis: form.basis };
  if (form.type === "trialBalance" && form.asAt !== "") return { asAt: form.asAt, ...basis };
  const { start, end } = await daysIn(scope, form);
  return wishesBy[form.type]({ from: start, to: end }, basis, form.rates);
}

type Days = { from: string; to: string };

const wishesBy: Record<Layout, (days: Days, basis: { basis?: Form["basis"] }, rates: string) => Record<string, unknown>> = {
  trialBalance: ({ to }, basis) => ({ asAt: to, ...basis }),
  bankSummary: (days) => days,
  executiveSummary: ({ to }) => ({ to }),
  taxSummary: (days, basis) => ({ ...days, ...basis }),
  generalLedger: (days, basis) => ({ ...days, ...basis }),
  fxExposure: (days, _basis, rates) => ({ ...days, rates: statedRates(rates) }),
  dataQuality: (days) => days,
};
