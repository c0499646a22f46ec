// What must hold in any books, whatever is posted to them: two sides that were come to on different ways and are equal to the last decimal. Nothing
// here knows of Xero; whether the right entries were posted is for the tie-out to say.
import type { Basis, Invariant } from "#db/vocabulary.ts";
import type { Side } from "#lib/ageing/side.ts";
import { type Day, lastDayOf, type Month } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { absolute, type Money, money, sum } from "#lib/money.ts";
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books } from "#lib/reports/books.ts";
import { cashFlow } from "#lib/reports/cash-flow/cash-flow.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Column, Row } from "#lib/reports/report.ts";

export type Check = { invariant: Invariant; basis: Basis; holds: boolean; asAt: Day; one: Money; other: Money; allowed: Money };

/** A financial year, or as much of one as there is: what the statements are laid out for, and what the balances say of it. */
export type Year = { start: Day; end: Day; /** Profit by the classes of accounts. */ profit: Money; /** What all bank accounts have, before the first and on the last day. */ bank: { before: Money; after: Money } };
export type LedgerFacts = { basis: Basis; months: readonly { month: Month; debit: Money; credit: Money }[]; books: Books; years: readonly Year[]; yearEnd: YearEnd };
/** Who owes what by its documents, and by the account that they stand on. `foreign` counts those in another currency. */
export type ControlFacts = { side: Side; asAt: Day; documents: Money; ledger: Money; foreign: number };

export function ledgerChecks(facts: LedgerFacts): Check[] {
  const years = facts.years.map((year) => checksOfYear(facts, year));
  const named = (invariant: Invariant) => years.flatMap((checks) => checks.filter((check) => check.invariant === invariant));
  return [debitsEqualCredits(facts), ...(["netAssetsEqualEquity", "profitIsCurrentYearEarnings", "cashFlowIsChangeInBank"] as const).flatMap((invariant) => firstBroken(named(invariant)))];
}

/** A cent for each open document in another currency is what Xero's own settlements leave of them. */
export function controlCheck({ side, asAt, documents, ledger, foreign }: ControlFacts): Check {
  const invariant = side === "receivables" ? "receivablesEqualControl" : "payablesEqualControl";
  return check(invariant, "accrual", asAt, documents, ledger, 100n * BigInt(foreign));
}

/** In each month by itself: too much in one and too little in another do not cancel. */
function debitsEqualCredits({ basis, months, years }: LedgerFacts): Check {
  const broken = months.find(({ debit, credit }) => debit !== credit);
  if (broken) return check("debitsEqualCredits", basis, lastDayOf(broken.month), broken.debit, broken.credit);
  const total = (side: "debit" | "credit") => sum(months.map((month) => month[side]));
  return check("debitsEqualCredits", basis, years[0]?.end ?? "", total("debit"), total("credit"));
}

function checksOfYear({ basis, books, yearEnd }: LedgerFacts, { start, end, profit, bank }: Year): Check[] {
  const column: Column = { id: "year", kind: "total", label: "", start, end };
  const sheet = balanceSheet(books, [{ ...column, start: null }], false, yearEnd).rows;
  const cash = cashFlow(books, [column], { method: basis === "cash" ? "direct" : "indirect", presentation: "ias7", hideZero: false }).rows;
  return [
    check("netAssetsEqualEquity", basis, end, amountOf(sheet, "total:netAssets"), amountOf(sheet, "total:totalEquity")),
    check("profitIsCurrentYearEarnings", basis, end, amountOf(profitAndLoss(books, [column], false).rows, "total:netProfit"), profit),
    check("cashFlowIsChangeInBank", basis, end, amountOf(cash, "total:netChange"), bank.after - bank.before),
  ];
}

function check(invariant: Invariant, basis: Basis, asAt: Day, one: Money, other: Money, allowed: Money = 0n): Check {
  return { invariant, basis, holds: absolute(one - other) <= allowed, asAt, one, other, allowed };
}

/** The first of several that does not hold, else the first. */
function firstBroken(checks: readonly Check[]): Check[] {
  const shown = checks.find(({ holds }) => !holds) ?? checks[0];
  return shown ? [shown] : [];
}

function amountOf(rows: readonly Row[], id: string): Money {
  return money(rows.find((row) => row.id === id)?.cells[0]?.value ?? "0");
}

