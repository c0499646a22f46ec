// The general ledger account by account: where each opens, its debits, its credits, what it moved, where it closes. The lines themselves, each with its
// document and a running total, are the proof of these figures and are read a page at a time: there may be any number of them.
import { addDays, type Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import { type Books, byLabel, openBooks, type Span } from "#lib/reports/books.ts";
import { type FigureRow, moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import { courseRow, type CourseColumns, type CourseFigure, isEmpty, type Sides } from "#lib/reports/named/account-course.ts";
import { classSections } from "#lib/reports/named/class-sections.ts";
import { retainedAt } from "#lib/reports/named/retained-earnings.ts";
import type { Column, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

type Days = { from: Day; to: Day };
type Opened = { accounts: readonly Account[]; course: Omit<Parameters<typeof courseRow>[1], "opening" | "closing">; yearStart: Day };

const ids: CourseColumns & { net: string } = { opening: "opening", debit: "debit", credit: "credit", net: "net", closing: "closing" };

export function generalLedgerColumns({ from, to }: Days): Column[] {
  const within = { start: from, end: to };
  return [
    { id: ids.opening, kind: "figure", label: "Opening Balance", start: null, end: addDays(from, -1) },
    { id: ids.debit, kind: "figure", label: "Debit", ...within },
    { id: ids.credit, kind: "figure", label: "Credit", ...within },
    { id: ids.net, kind: "figure", label: "Net Movement", ...within },
    { id: ids.closing, kind: "figure", label: "Closing Balance", start: null, end: to },
  ];
}

/** Days whose balances the report needs. */
export function generalLedgerSpans({ from, to }: Days, yearEnd: YearEnd): Span[] {
  const [before, yearStart] = [addDays(from, -1), yearStartOf(from, yearEnd)];
  return [{ start: from, end: to }, { start: null, end: before }, { start: null, end: to }, { start: yearStart, end: to }, { start: null, end: addDays(yearStart, -1) }];
}

/** Income and costs open with what the financial year of the first day has brought; earlier profit is in retained earnings. */
export function generalLedger(books: Books, sides: Sides, days: Days, yearEnd: YearEnd, only: string | undefined): { rows: Row[]; hiddenAccounts: number } {
  const opened: Opened = { accounts: books.accounts, course: { ledger: openBooks(books), sides, days }, yearStart: yearStartOf(days.from, yearEnd) };
  const parts = classSections.map(({ id, label, class: own }) => {
    const drafts = books.accounts.filter((account) => account.class === own && (only === undefined || account.id === only)).map((account) => accountRow(opened, account, id));
    const rows = drafts.filter((row) => !isEmpty(row) || row.row.accountId === only).toSorted((one, other) => byLabel(one.row, other.row));
    return { heading: plainRow({ id, parent: null, kind: "section", label, level: 0, sign: 1 }), rows, hidden: drafts.length - rows.length };
  });
  const listed = parts.filter(({ rows }) => rows.length > 0).flatMap(({ heading, rows }) => [heading, ...rows.map(({ row }) => row)]);
  const total = sumRow({ id: "total:ledger", parent: null, kind: "total", label: "Total", level: 0, sign: 1 }, parts.flatMap(({ rows }) => rows.map((row) => ({ row, factor: 1 }))), Object.values(ids));
  return { rows: only === undefined ? [...listed, total.row] : listed, hiddenAccounts: parts.reduce((count, { hidden }) => count + hidden, 0) };
}

function accountRow(opened: Opened, account: Account, parent: string): FigureRow {
  if (isRetainedEarnings(account)) return retainedRow(opened, account, parent);
  const { course, yearStart } = opened;
  const start = isProfitAndLoss(account) ? yearStart : null;
  const spans = { opening: { start, end: addDays(course.days.from, -1) }, closing: { start, end: course.days.to } };
  return courseRow(account, { ...course, ...spans }, ids, { parent, level: 1 }, [netFigure(opened, account)]);
}

/** The profit of the years before is neither a debit nor a credit of anybody; it opens the account, and closes it again. */
function retainedRow(opened: Opened, account: Account, parent: string): FigureRow {
  const { accounts, course, yearStart } = opened;
  const { ledger, days } = course;
  const spans = { opening: { start: null, end: addDays(days.from, -1) }, closing: { start: null, end: days.to } };
  const { row, amounts } = courseRow(account, { ...course, ...spans }, ids, { parent, level: 1 }, [netFigure(opened, account)]);
  const ends = Object.entries(spans).map(([column, posted]) => ({ column, ...retainedAt({ accounts, ledger, posted, earlier: { start: null, end: addDays(yearStart, -1) } }) }));
  const cells = ends.map(({ column, amount, partsIn }) => moneyCell(column, amount, { kind: "earnings", parts: partsIn(1), differences: [] }));
  return { row: { ...row, cells: row.cells.map((cell) => cells.find(({ column }) => column === cell.column) ?? cell) }, amounts: new Map([...amounts, ...ends.map(({ column, amount }) => [column, amount] as const)]) };
}

/** Its proof is every line of these days, in order. */
function netFigure({ course: { ledger, days } }: Opened, { id }: Account): CourseFigure {
  return [ids.net, ledger.net(id, { start: days.from, end: days.to }), { kind: "lines", accounts: [id], from: days.from, to: days.to }];
}
