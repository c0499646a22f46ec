// Invoices and bills with everything that settles them, read once for all that a dashboard says of them: what was open and when it was settled, who pays how
// late, and what is still to come.
import type { Query } from "#db/index.ts";
import type { OpenAndPaid } from "#lib/cash-ahead/read-cash-ahead.ts";
import { monthsOfHabit } from "#lib/cash-ahead/read-cash-ahead.ts";
import { addDays, addMonths, type Day } from "#lib/day.ts";
import { withSettledDay } from "#lib/kpis/open-documents.ts";
import { findOpenDocuments } from "#lib/kpis/queries.ts";
import { inBaseCurrency } from "#lib/money.ts";

export type ReadDocument = Awaited<ReturnType<typeof readDocuments>>[number];

/** Those that may have been open after a day, or since the payments of today's habits; by their own days. */
export async function readDocuments(q: Query, day: Day, today: Day) {
  const beforeHabits = addDays(addMonths(today, -monthsOfHabit), -1);
  const rows = await findOpenDocuments(q, day < beforeHabits ? day : beforeHabits);
  const byDocument = [...Map.groupBy(rows, ({ document }) => document.id).values()];
  const documents = byDocument.flatMap((some) => some.slice(0, 1).map(({ document }) => withSettledDay(document, some.flatMap(({ settlement }) => settlement ?? []))));
  return documents.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** As lib/cash-ahead reads them of many organisations: what is due, and the payments of the last months of whoever owes something, or is owed it. */
export function openAndPaidAmong(documents: readonly ReadDocument[], today: Day): OpenAndPaid {
  const since = addMonths(today, -monthsOfHabit);
  const open = documents.filter(({ document }) => document.status === "AUTHORISED" && document.amountDue !== 0n).map(({ document }) => document);
  const debtors = new Set(open.flatMap(({ type, contactId }) => (contactId === null ? [] : [`${type} ${contactId}`])));
  return {
    open: open.map(({ type, amountDue, currencyRate, ...document }) => ({ ...document, isBill: type === "BILL", amount: inBaseCurrency(amountDue, currencyRate) })),
    paid: documents.flatMap(({ document: { tenantId, type, contactId, date, dueDate }, settlements }) => {
      if (!debtors.has(`${type} ${contactId}`)) return [];
      return settlements.filter((settlement) => settlement.kind === "payment" && settlement.date >= since).map(({ date: paidOn }) => ({ tenantId, isBill: type === "BILL", contactId, date, dueDate, paidOn }));
    }),
  };
}

function orderOf({ document: { date, id } }: { document: { date: Day; id: string } }): string {
  return `${date}${id}`;
}
