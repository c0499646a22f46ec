// Within tracking options there are income and costs alone: receivables, payables and banks carry none, so that a balance of a part of the books, or
// what went through its bank, would be a figure of nothing.
import { chosenBy, type LedgerBooks, type PlainMeasure } from "#lib/kpis/measure-figures.ts";
import { isProfitAndLoss } from "#lib/ledger/balances.ts";
import { refuse } from "#lib/refusal.ts";
import { ledgerMeasureOf } from "#lib/reports/custom/custom-rows.ts";
import { type Definition, measureRow, saidOfRow } from "#lib/reports/custom/definition.ts";

/** Refusal "invalid" with a pointer to the row; `within` is where the rows stand in what was sent. */
export function refuseBalances({ rows, measures }: Definition, known: Pick<LedgerBooks, "accounts" | "presentation">, within: string): void {
  const isTold = (measure: PlainMeasure) => measure.kind !== "ledger" || (measure.of === "movement" && chosenBy(measure, known).every(isProfitAndLoss));
  const untold = new Map(measures.filter((measure) => !isTold(measure)).map(({ id, label }) => [measureRow(id), label]));
  for (const [index, row] of rows.entries()) {
    const named = row.kind === "figure" ? row.inputs.flatMap((input) => untold.get(input.row) ?? []) : [];
    const [what] = row.kind === "accounts" && !isTold(ledgerMeasureOf(row.row)) ? [row.row.label] : named;
    if (what !== undefined) saidOfRow(within, index, () => refuse("invalid", `“${what}” is of the balance sheet, which carries no tracking. Leave the row out, or ask for the whole without trackingWithin.`));
  }
}
