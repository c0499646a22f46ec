// A document's totals are the sum of its lines. Where the file states them they must say the same, because a reader
// that trusts the totals and one that trusts the lines would otherwise keep different books.

import { writeMoney } from "../exact/money.ts";
import { refuse } from "./problem.ts";

export type LineAmountTypes = "Exclusive" | "Inclusive" | "NoTax";
export type Line = { readonly LineAmount: bigint; readonly TaxAmount: bigint };
export type Totals = { SubTotal: bigint; TotalTax: bigint; Total: bigint };
type StatedTotals = { [Name in keyof Totals]?: bigint | undefined };

export function grossOf(line: Line, types: LineAmountTypes): bigint {
  return types === "Exclusive" ? line.LineAmount + line.TaxAmount : line.LineAmount;
}

export function taxOf(line: Line, types: LineAmountTypes): bigint {
  return types === "NoTax" ? 0n : line.TaxAmount;
}

// Xero itself is now and then a cent off its own lines. Books that bring its journals keep what it said.
export function keptTotals(lines: readonly Line[], types: LineAmountTypes, stated: StatedTotals): Totals {
  const { SubTotal, TotalTax, Total } = totalsOf(lines, types, {}, "");
  return { SubTotal: stated.SubTotal ?? SubTotal, TotalTax: stated.TotalTax ?? TotalTax, Total: stated.Total ?? Total };
}

export function totalsOf(lines: readonly Line[], types: LineAmountTypes, stated: StatedTotals, owner: string): Totals {
  if (lines.length === 0) return fromStated(stated);
  let [TotalTax, Total] = [0n, 0n];
  for (const line of lines) {
    TotalTax += taxOf(line, types);
    Total += grossOf(line, types);
  }
  return agreed({ SubTotal: Total - TotalTax, TotalTax, Total }, stated, owner);
}

function agreed(computed: Totals, stated: StatedTotals, owner: string): Totals {
  mustAgree("SubTotal", stated.SubTotal, computed.SubTotal, owner);
  mustAgree("TotalTax", stated.TotalTax, computed.TotalTax, owner);
  mustAgree("Total", stated.Total, computed.Total, owner);
  return computed;
}

export function mustAgree(name: string, stated: bigint | undefined, computed: bigint, owner: string): void {
  if (stated === undefined || stated === computed) return;
  refuse(`${owner}: ${name} is ${writeMoney(stated)}, but it adds up to ${writeMoney(computed)}.`);
}

// Overpayments and summaries have no lines; then what is stated is all there is.
function fromStated({ SubTotal, TotalTax = 0n, Total }: StatedTotals): Totals {
  const total = Total ?? (SubTotal ?? 0n) + TotalTax;
  return { SubTotal: total - TotalTax, TotalTax, Total: total };
}
