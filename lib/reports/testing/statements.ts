// Small words for the tests of statements: accounts, movements of a month or a day, and a statement's figures as a plain table.
import { type Day, firstDayOf, lastDayOf, type Month } from "#lib/day.ts";
import { type Money, money, sum } from "#lib/money.ts";
import type { Movement } from "#lib/reports/books.ts";
import type { Input } from "#lib/reports/proof.ts";
import type { Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

const classes = new Map<string, Account["class"]>([
  ["REVENUE", "REVENUE"],
  ["SALES", "REVENUE"],
  ["OTHERINCOME", "REVENUE"],
  ["BANK", "ASSET"],
  ["CURRENT", "ASSET"],
  ["FIXED", "ASSET"],
  ["NONCURRENT", "ASSET"],
  ["CURRLIAB", "LIABILITY"],
  ["TERMLIAB", "LIABILITY"],
  ["EQUITY", "EQUITY"],
]);

export function account(id: string, name: string, type: string, more: Partial<Account> = {}): Account {
  return { id, code: null, name, type, class: classes.get(type) ?? "EXPENSE", status: "ACTIVE", systemAccount: null, ...more };
}

export function month({ id }: Account, month: Month, net: string): Movement {
  return { accountId: id, start: firstDayOf(month), end: lastDayOf(month), net: money(net) };
}

export function onDay({ id }: Account, day: Day, net: string): Movement {
  return { accountId: id, start: day, end: day, net: money(net) };
}

/** [row id, value of each column …] */
export function figures(rows: readonly Row[]): (string | null)[][] {
  return rows.map(({ id, cells }) => [id, ...cells.map(({ value }) => value)]);
}

/** What the inputs of a proof come to. */
export function sumOfInputs(inputs: readonly Input[]): Money {
  return sum(inputs.map(({ amount, factor }) => (factor === 1 ? money(amount) : -money(amount))));
}
