// A document's cell, proved by the stored report alone: its total in base currency, less each settlement that counted by the day.
import { dayLabel } from "#lib/day-label.ts";
import { documentTitle, settlementLabel } from "#lib/reports/aged/document-words.ts";
import { plainInput } from "#lib/reports/figure-inputs.ts";
import type { Input } from "#lib/reports/proof.ts";
import type { OpenDocumentFacts } from "#lib/reports/report.ts";

/** Times their factors they sum to the cell. In another currency each says its own amount. */
export function outstandingInputs(document: OpenDocumentFacts, baseCurrency: string): Input[] {
  const { id, currency, rate, total, baseTotal, date, settlements } = document;
  const isForeign = currency !== baseCurrency;
  const inCurrency = (amount: string) => (isForeign ? `, ${currency} ${amount}` : "");
  const whole = `${documentTitle(document)} of ${dayLabel(date)}${inCurrency(total)}${isForeign ? ` at ${rate}` : ""}`;
  return [
    { ...plainInput, label: whole, amount: baseTotal, documentId: id },
    ...settlements.map((each) => ({ ...plainInput, label: `${settlementLabel(document, each)}${inCurrency(each.amount)}`, amount: each.baseAmount, factor: -1 as const, documentId: each.documentId })),
  ];
}
