// What the second engine says the rows of a statement are. Where an account type stands is written down here once more, from Xero's own
// layouts, and not taken from the product: a type put into the wrong section would be a difference.
import { addDays, type Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { type Money, sum } from "#lib/money.ts";
import type { Balances, Engine } from "#lib/second-reading/engine.ts";

/** Row id → amount in the row's sign. Account rows that come to nothing are not in it. */
export type Expected = ReadonlyMap<string, Money>;

export function profitAndLossBy(balances: Balances): Expected {
  const [income, cost, other] = [-ofTypes(balances, ["REVENUE", "SALES"]), ofTypes(balances, ["DIRECTCOSTS"]), -ofTypes(balances, ["OTHERINCOME"])];
  const profit = -totalOf(balances, isYearly);
  const totals = { totalIncome: income, totalCostOfSales: cost, grossProfit: income - cost, otherIncome: other, totalExpenses: income - cost + other - profit, netProfit: profit };
  return new Map([...accountRows(balances, isYearly), ...totalRows(totals)]);
}

/** `retainedId` is our id of the account of retained earnings, where the chart has one: its row shows all earlier profit besides. */
export function balanceSheetBy(engine: Engine, end: Day, yearEnd: YearEnd, retainedId: string | null): Expected {
  const yearStart = yearStartOf(end, yearEnd);
  const balances = engine({ from: null, to: end });
  const accounts = new Map(accountRows(balances, (accountClass) => !isYearly(accountClass)));
  const currentYearEarnings = -totalOf(engine({ from: yearStart, to: end }), isYearly);
  const earlier = -totalOf(engine({ from: null, to: addDays(yearStart, -1) }), isYearly);
  const retainedEarnings = earlier + (accounts.get(`account:${retainedId}`) ?? 0n);
  accounts.delete(`account:${retainedId}`);
  const [totalAssets, totalLiabilities, equity] = [ofClass(balances, "ASSET"), -ofClass(balances, "LIABILITY"), -ofClass(balances, "EQUITY")];
  const totals = { totalAssets, totalLiabilities, netAssets: totalAssets - totalLiabilities, currentYearEarnings, retainedEarnings, totalEquity: equity + currentYearEarnings + earlier };
  return new Map([...accounts, ...subtotals(balances), ...totalRows(totals)]);
}

const assetTypes = { bank: ["BANK"], currentAssets: ["CURRENT", "INVENTORY", "PREPAYMENT"], fixedAssets: ["FIXED"], nonCurrentAssets: ["NONCURRENT"] };

/** Liabilities fall due within the year but for TERMLIAB. */
function subtotals(balances: Balances): [string, Money][] {
  const assets = Object.entries(assetTypes).map(([section, types]): [string, Money] => [`subtotal:${section}`, ofTypes(balances, types)]);
  const longTerm = -ofTypes(balances, ["TERMLIAB"]);
  return [...assets, ["subtotal:nonCurrentLiabilities", longTerm], ["subtotal:currentLiabilities", -ofClass(balances, "LIABILITY") - longTerm]];
}

export function isYearly(accountClass: string): boolean {
  return accountClass === "REVENUE" || accountClass === "EXPENSE";
}

export function totalOf(balances: Balances, belongs: (accountClass: string, type: string) => boolean): Money {
  return sum([...balances].filter(([name]) => belongs(...placeOf(name))).map(([, amount]) => amount));
}

function ofTypes(balances: Balances, types: readonly string[]): Money {
  return totalOf(balances, (_, type) => types.includes(type));
}

function ofClass(balances: Balances, wanted: string): Money {
  return totalOf(balances, (accountClass) => accountClass === wanted);
}

function accountRows(balances: Balances, belongs: (accountClass: string) => boolean): [string, Money][] {
  const own = [...balances].filter(([name]) => belongs(placeOf(name)[0]));
  return own.map(([name, amount]) => [`account:${name.split(":")[2]}`, isDebit(placeOf(name)[0]) ? amount : -amount]);
}

function totalRows(totals: Record<string, Money>): [string, Money][] {
  return Object.entries(totals).map(([name, amount]) => [`total:${name}`, amount]);
}

function placeOf(name: string): [string, string] {
  const [accountClass = "", type = ""] = name.split(":");
  return [accountClass, type];
}

function isDebit(accountClass: string): boolean {
  return accountClass === "ASSET" || accountClass === "EXPENSE";
}
