// What the columns of a budget file are, by their headings. Either a column a month behind the account, or a row for each account and month.
import { monthLabel } from "#lib/day-label.ts";
import type { Month } from "#lib/day.ts";
import { readMonth } from "#lib/budgets/file/month.ts";
import { columnName, type TableRow } from "#lib/budgets/file/table.ts";

export type MonthColumn = { column: number; month: Month };
/** Columns by their place. Of several that name the account the first that says something counts: the code before the name. */
export type Heading = {
  line: number;
  accounts: number[];
  /** Where a column is a month. */
  months: MonthColumn[];
  /** Where a row is a month. */
  long: { month: number; amount: number; note: number | null } | null;
  /** Columns without a heading, which have to be empty. */
  blank: number[];
};
type Role = "code" | "name" | "account" | "month" | "amount" | "note";

const roles: Record<string, Role> = {
  account: "account", "account code": "code", "account number": "code", code: "code", "account name": "name", name: "name",
  month: "month", period: "month", amount: "amount", budget: "amount", notes: "note", note: "note",
};

/** The first row that names an account column is the heading; titles may stand above it. `faults` are sentences. */
export function readHeading(rows: readonly TableRow[]): { heading: Heading | null; faults: string[] } {
  const row = rows.find(({ cells }) => cells.some((cell) => ["account", "code", "name"].some((role) => role === roleOf(cell))));
  if (!row) return { heading: null, faults: ["The file has no heading: its first line has to name a column Account, with account codes or names, and then months (2026-04 or Apr 2026) or the columns Month and Amount."] };
  const place = (wanted: Role) => firstPlace(row.cells.findIndex((cell) => wanted === roleOf(cell)));
  const months = row.cells.flatMap((cell, column) => monthColumn(cell, column) ?? []);
  const [month, amount] = [place("month"), place("amount")];
  const heading: Heading = {
    line: row.line,
    accounts: [place("code"), place("account"), place("name")].filter((column) => column !== null),
    months,
    long: month !== null && amount !== null ? { month, amount, note: place("note") } : null,
    blank: row.cells.flatMap((cell, column) => (cell === "" ? [column] : [])),
  };
  return { heading, faults: [...unknown(row), ...repeated(row, months), ...shapeless(heading, month, amount)] };
}

function roleOf(cell: string): Role | undefined {
  return roles[cell.replace(/^\*/, "").trim().toLowerCase()];
}

function firstPlace(index: number): number | null {
  return index === -1 ? null : index;
}

function monthColumn(cell: string, column: number): MonthColumn | null {
  const month = readMonth(cell);
  return month === null ? null : { column, month };
}

function unknown({ line, cells }: TableRow): string[] {
  return cells.flatMap((cell, column) => {
    if (cell === "" || roleOf(cell) !== undefined || readMonth(cell) !== null) return [];
    return [`Line ${line}, column ${columnName(column)}: the heading “${cell}” is neither an account, a month (2026-04 or Apr 2026) nor an amount. Remove that column, or name it.`];
  });
}

function repeated({ line, cells }: TableRow, months: readonly MonthColumn[]): string[] {
  const twice = [...Map.groupBy(months, ({ month }) => month)].flatMap(([month, columns]) => (columns.length > 1 ? [{ name: monthLabel(month), columns: columns.map(({ column }) => column) }] : []));
  const named = cells.flatMap((cell, column) => (roleOf(cell) ? [{ role: roleOf(cell), cell, column }] : []));
  const sameRole = [...Map.groupBy(named, ({ role }) => role).values()].flatMap((same) => (same.length > 1 ? [{ name: same[0]?.cell ?? "", columns: same.map(({ column }) => column) }] : []));
  return [...twice, ...sameRole].map(({ name, columns }) => `Line ${line}: the columns ${columns.map(columnName).join(" and ")} are both ${name}.`);
}

function shapeless({ line, months, long }: Heading, month: number | null, amount: number | null): string[] {
  if (months.length > 0 && (month !== null || amount !== null)) return [`Line ${line}: there are columns for months and a column for a month or an amount. Use the one form or the other.`];
  return months.length === 0 && long === null ? [`Line ${line}: there is no month. Head a column with each month, as 2026-04 or Apr 2026, or name the columns Month and Amount.`] : [];
}
