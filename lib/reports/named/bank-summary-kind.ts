// The bank summary of some days: what may be asked of it, and what is read for it. Banks are the same on both bases.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { askedDays, daysWishes } from "#lib/reports/named/asked-days.ts";
import { bankSummary, bankSummaryColumns, bankSummarySpans } from "#lib/reports/named/bank-summary.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { BankSummaryParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { sidesByAccount } from "#lib/reports/named/queries.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { CustomReport } from "#lib/reports/report.ts";

export const bankSummaryKind = reportKind(z.strictObject({ layout: z.literal("bankSummary"), ...daysWishes }), ({ layout, ...wishes }, organisation) => {
  const parameters = { layout, ...askedDays(wishes, organisation) };
  const { from, to } = parameters;
  return { parameters, end: to, name: `${layoutTitles[layout]}, ${rangeLabel(from, to)}`, compute: (q) => compute(q, organisation, parameters) };
});

const transfers = "A transfer between two bank accounts is received on the one and spent on the other, and so in both totals.";

async function compute(q: Query, organisation: Organisation, parameters: BankSummaryParameters): Promise<CustomReport> {
  const { from, to } = parameters;
  const [basis, spans, span] = ["accrual" as const, bankSummarySpans(parameters), { start: from, end: to }];
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null);
  const sides = await sidesByAccount(q, { basis, ledgerSequence: organisation.ledgerSequence, from, to });
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans });
  const { rows, hiddenAccounts } = bankSummary({ accounts, movements, residuals }, new Map(sides.map((each) => [each.accountId, each])), parameters);
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: bankSummaryColumns(parameters), rows, hiddenAccounts, notes: [transfers] });
}
