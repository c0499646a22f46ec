// The trial balance as at any day: what may be asked of it, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { bases } from "#db/vocabulary.ts";
import { dayLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { TrialBalanceParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { trialBalance } from "#lib/reports/named/trial-balance.ts";
import { spansOf } from "#lib/reports/named/trial-balance-days.ts";
import { trialBalanceColumns } from "#lib/reports/named/trial-balance-sides.ts";
import { lastDay } from "#lib/reports/parameters.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { CustomReport } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";

const wishes = z.strictObject({
  layout: z.literal("trialBalance"),
  asAt: daySchema.optional(),
  basis: z.enum(bases, { error: "A trial balance is made on accrual or on cash basis." }).default("accrual"),
});

/** Without any wish: as at the last closed day. */
export const trialBalanceKind = reportKind(wishes, ({ layout, asAt: asked, basis }, organisation) => {
  const asAt = lastDay({ asAt: asked }, organisation.today);
  const parameters = { layout, asAt, basis };
  return { parameters, end: asAt, name: `${layoutTitles[layout]} as at ${dayLabel(asAt)}`, compute: (q) => compute(q, organisation, parameters) };
});

async function compute(q: Query, organisation: Organisation, parameters: TrialBalanceParameters): Promise<CustomReport> {
  const { asAt, basis } = parameters;
  const spans = spansOf(asAt, organisation.yearEnd);
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null);
  const span = { start: null, end: asAt };
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans });
  const { rows, hiddenAccounts } = trialBalance({ accounts, movements, residuals }, asAt, organisation.yearEnd);
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: trialBalanceColumns(asAt), rows, hiddenAccounts });
}
