// The course of an account through some days: where it opens, its debits and its credits, and where it closes.
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import type { Ledger, Span } from "#lib/reports/books.ts";
import { type FigureRow, type Head, moneyCell, plainRow } from "#lib/reports/cells.ts";
import type { Proof } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

/** By account; debits and credits without what was taken back again. */
export type Sides = ReadonlyMap<string, { debit: Money; credit: Money }>;
export type Course = { ledger: Ledger; sides: Sides; days: { from: Day; to: Day }; opening: Span; closing: Span };
/** The columns that its four figures stand in. */
export type CourseColumns = { opening: string; debit: string; credit: string; closing: string };

export type CourseFigure = readonly [column: string, amount: Money, proof: Proof];

/** With a figure more where there is one. Debits are positive. */
export function courseRow(account: Account, { ledger, sides, days, opening, closing }: Course, columns: CourseColumns, head: Pick<Head, "parent" | "level">, more: readonly CourseFigure[] = []): FigureRow {
  const { debit, credit } = sides.get(account.id) ?? { debit: 0n, credit: 0n };
  const lines = ({ start, end }: Span, only: Partial<Extract<Proof, { kind: "lines" }>> = {}): Proof => ({ kind: "lines", accounts: [account.id], from: start, to: end, ...only });
  const within = { start: days.from, end: days.to };
  const figures: CourseFigure[] = [
    [columns.opening, ledger.net(account.id, opening), lines(opening)],
    [columns.debit, debit, lines(within, { only: { side: "debit" } })],
    [columns.credit, credit, lines(within, { only: { side: "credit" }, sign: -1 })],
    [columns.closing, ledger.net(account.id, closing), lines(closing)],
    ...more,
  ];
  const cells = figures.map(([column, amount, proof]) => moneyCell(column, amount, proof));
  const own = { id: `account:${account.id}`, kind: "account" as const, label: account.name, sign: 1 as const, accountId: account.id, accountCode: account.code };
  return { row: plainRow({ ...own, ...head }, cells), amounts: new Map(figures.map(([column, amount]) => [column, amount])) };
}

export function isEmpty({ amounts }: FigureRow): boolean {
  return [...amounts.values()].every((amount) => amount === 0n);
}
