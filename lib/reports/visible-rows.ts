// Which rows and columns of a stored report are shown. Accounts that are nil everywhere may be hidden, and so may the measures beneath key
// figures, and with them a section that has nothing else; differences to Xero and totals that stand by themselves never are.
import type { Column, Row } from "#lib/reports/report.ts";

export function visibleRows(rows: readonly Row[], showZero: boolean): Row[] {
  if (showZero) return [...rows];
  const kept = new Set(rows.filter((row) => alwaysShown.includes(row.kind) || (row.kind === "account" && (!isNil(row) || isComputed(row)))).flatMap((row) => ancestry(rows, row)));
  return rows.filter((row) => kept.has(row.id) || stands(row, kept));
}

const alwaysShown: readonly Row["kind"][] = ["residual", "kpi", "contact", "document"];

export function hiddenCount(rows: readonly Row[]): number {
  return rows.filter((row) => row.kind === "measure" || (row.kind === "account" && isNil(row) && !isComputed(row))).length;
}

/** A total of one period is the period, and so is a year to date that began with it. */
export function visibleColumns(columns: readonly Column[]): Column[] {
  return withoutSameTotal(withoutSameYear(columns));
}

function withoutSameYear(columns: readonly Column[]): readonly Column[] {
  const [total, year] = ["total", "ytd"].map((id) => columns.find((column) => column.id === id));
  return total && year && total.start === year.start ? columns.filter(({ id }) => id !== "ytd" && !id.endsWith(":ytd")) : columns;
}

function withoutSameTotal(columns: readonly Column[]): Column[] {
  if (columns.filter(({ kind }) => kind === "period").length !== 1) return [...columns];
  return columns.filter(({ id }) => id !== "total" && !id.endsWith(":total"));
}

/** Current year and retained earnings belong to equity even when there are none. */
function isComputed({ id }: Row): boolean {
  return id.startsWith("total:");
}

function isNil({ cells }: Row): boolean {
  return cells.every(({ value }) => value === null || Number(value) === 0);
}

/** The row, its section, and the section around that. */
function ancestry(rows: readonly Row[], row: Row): string[] {
  const parent = rows.find(({ id }) => id === row.parent);
  return parent ? [row.id, ...ancestry(rows, parent)] : [row.id];
}

function stands({ kind, parent, id }: Row, kept: ReadonlySet<string>): boolean {
  if (kind !== "subtotal" && kind !== "total") return false;
  return parent === null || kept.has(parent) || kept.has(id);
}
