// A figure as it stands on paper: to the cent, in parentheses where it is negative, a dash where it is nothing, n/m with the number of its reason
// where it is none, and favourable or adverse in a word.
import { amountInColumn } from "#lib/amount-label.ts";
import { money } from "#lib/money.ts";
import type { FigureWords } from "#lib/reports/export/pdf/content.ts";
import { inUnit } from "#lib/reports/figure-words.ts";
import type { Cell } from "#lib/reports/report.ts";

/** Reasons in the order in which they first come, numbered from 1. */
export type Reasons = Map<string, number>;

export function figureCell(cell: Cell | undefined, reasons: Reasons): FigureWords | null {
  if (!cell || (cell.value === null && cell.reason === null)) return null;
  const verdict = cell.verdict === undefined || cell.verdict === "neutral" ? null : cell.verdict;
  return { figure: figureOf(cell), closes: isNegativeMoney(cell), verdict, mark: cell.value === null && cell.reason !== null ? numbered(reasons, cell.reason) : null };
}

function figureOf({ value, unit }: Cell): string {
  if (value === null) return "n/m";
  return unit === "money" ? amountInColumn(money(value)).trim() : inUnit(value, unit);
}

function isNegativeMoney({ value, unit }: Cell): boolean {
  return unit === "money" && value !== null && amountInColumn(money(value)).endsWith(")");
}

function numbered(reasons: Reasons, reason: string): number {
  const number = reasons.get(reason) ?? reasons.size + 1;
  reasons.set(reason, number);
  return number;
}
