// What stands over a column of figures, on screen and on paper: what it is of, and what it counts.
import { rangeLabel } from "#lib/day-label.ts";
import type { Column } from "#lib/reports/report.ts";

/** `of` is a total's days where no parts stand beside it; `counts` is the currency of the books where it is nothing else. */
export function columnWords(column: Column, columns: readonly Column[], currency: string): { of: string; counts: string } {
  return { of: headOf(column, columns), counts: otherUnits[column.kind] ?? currency };
}

/** Whether it stands beside the column before it. */
export function isBeside({ kind }: Pick<Column, "kind">): boolean {
  return kind in besides;
}

/** What a column counts where that is not the currency of the books. */
const otherUnits: Partial<Record<Column["kind"], string>> = { percent: "%", foreign: "each its own", count: "" };

/** What stands beside the column before it, and needs no name but what it is. */
const besides: Partial<Record<Column["kind"], string>> = { compare: "", budget: "Budget", variance: "Variance", percent: "Variance" };

/** A total that has no parts beside it goes by its days. */
function headOf({ kind, label, start, end }: Column, columns: readonly Column[]): string {
  const beside = columns.some((column) => column.kind === "budget") ? besides[kind] : undefined;
  if (beside) return beside;
  if (["figure", "foreign", "count"].includes(kind)) return label;
  const hasParts = columns.some(({ kind: part }) => part === "period" || part === "tracking");
  return !hasParts && label !== yearToDate && start !== null && !label.endsWith("incomplete") ? rangeLabel(start, end) : label;
}

const yearToDate = "Year to date";
