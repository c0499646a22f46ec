// The data quality of some days: what may be asked of it, and what is read for it.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { addDays } from "#lib/day.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { askedDays, daysWishes } from "#lib/reports/named/asked-days.ts";
import { dataQuality, qualityColumns, qualityNotes } from "#lib/reports/named/data-quality.ts";
import { findBills, findInvoiceNumbers, findManualJournals, findOnArchived, findWithoutTaxType } from "#lib/reports/named/data-quality-queries.ts";
import { sameNumberDays } from "#lib/reports/named/duplicate-bills.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { DataQualityParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import type { CustomReport } from "#lib/reports/report.ts";

export const dataQualityKind = reportKind(z.strictObject({ layout: z.literal("dataQuality"), ...daysWishes }), ({ layout, ...wishes }, organisation) => {
  const parameters = { layout, ...askedDays(wishes, organisation) };
  const { from, to } = parameters;
  return { parameters, end: to, name: `${layoutTitles[layout]}, ${rangeLabel(from, to)}`, compute: (q) => compute(q, organisation, parameters) };
});

async function compute(q: Query, organisation: Organisation, parameters: DataQualityParameters): Promise<CustomReport> {
  const { from, to } = parameters;
  const [basis, span] = ["accrual" as const, { start: from, end: to }];
  const accounts = await chartOfAccounts(q);
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans: [span] });
  const rows = dataQuality({
    days: parameters,
    bills: await findBills(q, { from: addDays(from, -sameNumberDays), to }),
    invoices: await findInvoiceNumbers(q),
    journals: await findManualJournals(q, parameters),
    onArchived: await findOnArchived(q, parameters),
    withoutTaxType: await findWithoutTaxType(q, parameters),
  });
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: qualityColumns(parameters), rows, notes: qualityNotes });
}
