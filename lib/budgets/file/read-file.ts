// A budget out of a CSV file: everything or nothing. Whatever is wrong is said with its line and column, so that it can be put right in the file.
import { accountFinder, type Found, type NamedAccount } from "#lib/budgets/file/accounts.ts";
import { readFigure } from "#lib/budgets/file/figure.ts";
import { type Heading, readHeading } from "#lib/budgets/file/heading.ts";
import { readMonth } from "#lib/budgets/file/month.ts";
import { columnName, readTable, type TableRow } from "#lib/budgets/file/table.ts";
import type { NewLine } from "#lib/budgets/queries.ts";
import { monthLabel } from "#lib/day-label.ts";
import { refuse } from "#lib/refusal.ts";

type Fault = { fault: string };
type Read = NewLine | Fault;

const mostLines = 20_000;
const mostFaults = 50;

/** Empty cells are months without a budget and give no line. Refusal "invalid" with every fault in words. */
export function readBudgetFile(text: string, accounts: readonly NamedAccount[]): NewLine[] {
  const rows = readTable(text);
  const { heading, faults } = readHeading(rows);
  if (heading === null || faults.length > 0) return refuseFile(faults);
  const find = accountFinder(accounts);
  const read = rows.filter(({ line }) => line > heading.line).flatMap((row) => [...strays(row, heading), ...linesOf(row, heading, find)]);
  const lines = read.flatMap((each) => ("fault" in each ? [] : [each]));
  const wrong = [...read.flatMap((each) => ("fault" in each ? each.fault : [])), ...twice(lines, accounts)];
  if (wrong.length > 0) return refuseFile(wrong);
  if (lines.length === 0) return refuseFile(["The file has no amounts."]);
  return lines.length > mostLines ? refuseFile([`The file has ${lines.length} amounts; ${mostLines} is the most that one budget can have.`]) : lines;
}

function refuseFile(faults: readonly string[]): never {
  const more = faults.length > 5 ? ` ${faults.length - 5} more like these.` : "";
  return refuse("invalid", `${faults.slice(0, 5).join(" ")}${more} Nothing was imported.`, { faults: faults.slice(0, mostFaults).map((detail) => ({ pointer: "/content", detail })) });
}

function linesOf(row: TableRow, heading: Heading, find: (text: string) => Found): Read[] {
  const column = heading.accounts.find((place) => cellAt(row, place) !== "");
  if (column === undefined) return [{ fault: `Line ${row.line}: there is no account in this line.` }];
  const found = find(cellAt(row, column));
  if ("problem" in found) return [{ fault: `Line ${row.line}, column ${columnName(column)}: ${found.problem}.` }];
  return heading.long ? [lineOfMonth(row, found.account.id, heading.long)].flatMap((line) => line ?? []) : heading.months.flatMap(({ column: place, month }) => line(row, place, found.account.id, month, null) ?? []);
}

function lineOfMonth(row: TableRow, accountId: string, long: NonNullable<Heading["long"]>): Read | null {
  const written = cellAt(row, long.month);
  const month = readMonth(written);
  if (month === null) return { fault: `Line ${row.line}, column ${columnName(long.month)}: “${written}” is no month; write it as 2026-04 or Apr 2026.` };
  return line(row, long.amount, accountId, month, long.note === null ? null : cellAt(row, long.note) || null);
}

function line(row: TableRow, column: number, accountId: string, month: string, note: string | null): Read | null {
  const written = cellAt(row, column);
  const figure = readFigure(written);
  if ("problem" in figure) return { fault: `Line ${row.line}, column ${columnName(column)} (${monthLabel(month)}): “${written}” ${figure.problem}.` };
  return figure.amount === null ? null : { accountId, month, amount: figure.amount, note, lineNumber: row.line };
}

/** Figures that stand under no heading would be lost. */
function strays({ line: number, cells }: TableRow, { blank, months, long, accounts }: Heading): Fault[] {
  const width = Math.max(...months.map(({ column }) => column), ...blank, ...accounts, long?.month ?? 0, long?.amount ?? 0, long?.note ?? 0);
  return cells.flatMap((cell, column) => (cell !== "" && (blank.includes(column) || column > width) ? [{ fault: `Line ${number}, column ${columnName(column)}: “${cell}” stands under no heading.` }] : []));
}

function twice(lines: readonly NewLine[], accounts: readonly NamedAccount[]): string[] {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const same = [...Map.groupBy(lines, ({ accountId, month }) => `${accountId} ${month}`).values()].filter(({ length }) => length > 1);
  const places = new Map(same.map((found) => [`${found[0]?.accountId} ${found.map(({ lineNumber }) => lineNumber).join(" and ")}`, found]));
  return [...places.values()].map((found) => `${names.get(found[0]?.accountId ?? "") ?? ""} is budgeted for ${monthLabel(found[0]?.month ?? "")} on the lines ${found.map(({ lineNumber }) => lineNumber).join(" and ")}. Keep one of them.`);
}

function cellAt({ cells }: TableRow, column: number): string {
  return cells[column]?.trim() ?? "";
}
