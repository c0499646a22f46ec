// What was settled in a column's days, and how late: a document is settled on the day on which its settlements came to its whole amount. Without a due date
// it is due on its own.
import { type Day, daysBetween } from "#lib/day.ts";
import { largestOf } from "#lib/kpis/largest.ts";
import type { MeasureFigure, Stretch } from "#lib/kpis/measure-figures.ts";
import type { OpenDocument, SettledDocument } from "#lib/kpis/open-documents.ts";
import { absolute, decimal, inBaseCurrency, type Money, sum } from "#lib/money.ts";

/** `amount` is in base currency at the document's own rate. */
export type Settled = { document: OpenDocument; amount: Money; due: Day; settled: Day };

/** More than of other heaps: it is read for who was late. */
const fewKept = 10;

export function settledWithin(documents: readonly SettledDocument[], { start, end }: Stretch): Settled[] {
  return documents.flatMap(({ document, settled }) => {
    if (settled === null || settled < start || settled > end) return [];
    return [{ document, amount: inBaseCurrency(document.amount, document.currencyRate), due: document.dueDate ?? document.date, settled }];
  });
}

/** The amounts, each times the days that its document was late; those that weigh most are kept one by one. */
export function lateFigure(settled: readonly Settled[], labelOf: (document: OpenDocument) => string): MeasureFigure {
  const weighed = settled.map((each) => ({ ...each, weight: each.amount * BigInt(daysBetween(each.due, each.settled)) }));
  const [largest, others] = largestOf(weighed, ({ weight }) => absolute(weight), fewKept);
  const total = (some: readonly { weight: Money }[]) => decimal(sum(some.map(({ weight }) => weight)));
  const kept = largest.map(({ document, amount, due, settled: day }) => ({ id: document.id, label: labelOf(document), amount: decimal(amount), due, settled: day }));
  return { value: total(weighed), unit: "ratio", proof: { kind: "late", largest: kept, others: { count: others.length, amount: total(others) } } };
}
