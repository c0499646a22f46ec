// What is open and how late its contacts are, read once for all organisations within reach.
import type { Reader } from "#db/index.ts";
import type { OpenAmount, PaidDocument } from "#lib/cash-ahead/cash-ahead.ts";
import { openDocuments, paymentsOfDebtors } from "#lib/cash-ahead/queries.ts";
import { addMonths, type Day } from "#lib/day.ts";
import { inBaseCurrency } from "#lib/money.ts";

/** Of the last twelve months' payments people's habits are read. */
export const monthsOfHabit = 12;

export type OpenDue = OpenAmount & { id: string; tenantId: string; number: string | null; contactName: string | null };
export type PaidBefore = PaidDocument & { tenantId: string };
export type OpenAndPaid = { open: OpenDue[]; paid: PaidBefore[] };

/** Amounts are in base currency, at the document's own rate. */
export async function readOpenAndPaid(q: Reader, today: Day): Promise<OpenAndPaid> {
  const open = await openDocuments(q);
  const paid = await paymentsOfDebtors(q, addMonths(today, -monthsOfHabit));
  return {
    open: open.map(({ type, amountDue, currencyRate, ...document }) => ({ ...document, isBill: type === "BILL", amount: inBaseCurrency(amountDue, currencyRate) })),
    paid: paid.map(({ type, ...payment }) => ({ ...payment, isBill: type === "BILL" })),
  };
}
