// The tax summary of some days: what may be asked of it, and what is read for it. It follows the basis on which the organisation accounts for its
// sales tax in Xero, unless another is asked for.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { type Basis, bases } from "#db/vocabulary.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { taxAccounts as taxAccountNames } from "#lib/ledger/posting/tax.ts";
import { rateText } from "#lib/money.ts";
import { openBooks } from "#lib/reports/books.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { askedDays, daysWishes } from "#lib/reports/named/asked-days.ts";
import { layoutTitles } from "#lib/reports/named/layouts.ts";
import type { TaxSummaryParameters } from "#lib/reports/named/named-parameters.ts";
import { namedReport } from "#lib/reports/named/named-report.ts";
import { findTaxRates, taxSums } from "#lib/reports/named/queries.ts";
import { readCircumstances } from "#lib/reports/named/read-circumstances.ts";
import { sortedTax } from "#lib/reports/named/tax-lines.ts";
import { taxSummary, taxSummaryColumns, taxSummarySpans } from "#lib/reports/named/tax-summary.ts";
import { findBooksOf } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { CustomReport } from "#lib/reports/report.ts";

const wishes = z.strictObject({
  layout: z.literal("taxSummary"),
  ...daysWishes,
  basis: z.enum(bases, { error: "A tax summary is made on accrual basis, by invoices, or on cash basis, by payments." }).optional(),
});

export const taxSummaryKind = reportKindThatReads(wishes, async ({ layout, basis, ...asked }, organisation, q) => {
  const salesTaxBasis = (await findBooksOf(q))?.salesTaxBasis ?? null;
  const parameters = { layout, ...askedDays(asked, organisation), basis: basis ?? basisOf(salesTaxBasis) };
  const { from, to } = parameters;
  return { parameters, end: to, name: `${layoutTitles[layout]}, ${rangeLabel(from, to)}`, compute: (query: Query) => compute(query, organisation, parameters, salesTaxBasis) };
});

/** Xero's words for payments differ by country; whatever else it says is by invoices. */
function basisOf(salesTaxBasis: string | null): Basis {
  return ["PAYMENTS", "CASH", "FLATRATECASH"].includes(salesTaxBasis ?? "") ? "cash" : "accrual";
}

async function compute(q: Query, organisation: Organisation, parameters: TaxSummaryParameters, salesTaxBasis: string | null): Promise<CustomReport> {
  const { from, to, basis } = parameters;
  const [spans, span] = [taxSummarySpans(parameters), { start: from, end: to }];
  const accounts = await chartOfAccounts(q);
  const taxAccounts = accounts.filter(({ systemAccount }) => taxAccountNames.includes(systemAccount ?? ""));
  const ids = taxAccounts.map(({ id }) => id);
  const movements = await readMovements(q, basis, spans, null);
  const sums = await taxSums(q, { basis, taxAccounts: ids, from, to });
  const rates = new Map((await findTaxRates(q)).map((rate) => [rate.taxType, `${rate.name} (${rate.taxType}, ${rateText(rate.rate)}%)`]));
  const { residuals, ...circumstances } = await readCircumstances(q, { organisation, basis, span, spans });
  const lines = sortedTax(sums.map(({ debit, credit, isTax, ...each }) => ({ ...each, isTax: isTax === 1, net: debit - credit })), ids);
  const labelOf = (taxType: string | null) => (taxType === null ? "Without a tax type" : (rates.get(taxType) ?? taxType));
  const rows = taxSummary({ lines, ledger: openBooks({ accounts, movements, residuals }), taxAccounts, days: parameters, labelOf });
  return namedReport({ circumstances, parameters, basis, span, books: { accounts, residuals }, columns: taxSummaryColumns(parameters), rows, notes: [...(ids.length === 0 ? ["The chart of accounts has no tax account to tie this to."] : []), ...notesOf(basis, salesTaxBasis)] });
}

function notesOf(basis: Basis, salesTaxBasis: string | null): string[] {
  return [
    "This is no tax return: it adds up what is posted, and files nothing.",
    "Tax that cannot be claimed stands in the net amount, where it was posted.",
    ...(salesTaxBasis === "NONE" ? ["Xero says that this organisation is not registered for sales tax."] : []),
    ...(salesTaxBasis !== null && salesTaxBasis !== "NONE" && basis !== basisOf(salesTaxBasis) ? [`In Xero this organisation accounts for its sales tax on ${basisOf(salesTaxBasis)} basis, which this is not.`] : []),
    ...(basis === "cash" ? ["On cash basis tax counts when it is paid, so the balances here are not those of Xero's trial balance on accrual basis."] : []),
  ];
}
