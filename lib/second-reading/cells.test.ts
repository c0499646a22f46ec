// What the comparison with a second engine notices. The engine here is a table, so that each fault is planted by hand.
import { expect, test } from "vitest";
import { money } from "#lib/money.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Column, Report } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";
import { compareStatement } from "#lib/second-reading/cells.ts";
import type { Engine } from "#lib/second-reading/engine.ts";

const sales = account("a1", "Sales", "REVENUE", "REVENUE");
const rent = account("a2", "Rent", "OVERHEADS", "EXPENSE");
const column: Column = { id: "2026-03", kind: "period", label: "Mar 2026", start: "2026-03-01", end: "2026-03-31" };
const yearEnd = { month: 3, day: 31 };
const agreeing = { "REVENUE:REVENUE:a1": "-100.00", "EXPENSE:OVERHEADS:a2": "40.00" };

test("books that both add up alike have no difference, in any row", () => {
  expect(compareStatement(report(), engine(agreeing), yearEnd, "hledger")).toEqual({ compared: 8, differences: [] });
});

test("a cent too much in one account is named, with every total it enters", () => {
  const { differences } = compareStatement(report(), engine({ ...agreeing, "EXPENSE:OVERHEADS:a2": "40.01" }), yearEnd, "hledger");
  expect(differences).toEqual([
    "Rent in 2026-03: 40.00 here, 40.01 by hledger",
    "Total Operating Expenses in 2026-03: 40.00 here, 40.01 by hledger",
    "Net Profit in 2026-03: 60.00 here, 59.99 by hledger",
  ]);
});

test("an account that the statement left out is named", () => {
  const { differences } = compareStatement(report(), engine({ ...agreeing, "EXPENSE:DIRECTCOSTS:a3": "5.00", "REVENUE:REVENUE:a1": "-105.00" }), yearEnd, "hledger");
  expect(differences).toContain("account:a3 in 2026-03: not on the statement, 5.00 by hledger");
});

test("what only Xero's trial balance knows is no difference: the engine knows our ledger alone", () => {
  const reading = { accountId: "a2", start: "2026-03-01", end: "2026-03-31", ledger: money("40"), xero: money("47"), identified: money("7"), unexplained: 0n, evidence: "Payroll." };
  expect(compareStatement(report([reading]), engine(agreeing), yearEnd, "hledger").differences).toEqual([]);
});

test("a column of some tracking options is left to whoever knows which lines carry them", () => {
  const { rows, ...more } = report();
  expect(compareStatement({ ...more, rows, columns: [{ ...column, tracking: ["unassigned"] }] }, engine({}), yearEnd, "hledger")).toEqual({ compared: 0, differences: [] });
});

function report(residuals: Parameters<typeof profitAndLoss>[0]["residuals"] = []): Pick<Report, "type" | "columns" | "rows"> {
  const movements = [movement(sales, "-100"), movement(rent, "40")];
  return { type: "PROFIT_LOSS", columns: [column], rows: profitAndLoss({ accounts: [sales, rent], movements, residuals }, [column], true).rows };
}

function movement({ id }: Account, net: string) {
  return { accountId: id, start: "2026-03-01", end: "2026-03-31", net: money(net) };
}

function engine(balances: Record<string, string>): Engine {
  return () => new Map(Object.entries(balances).map(([name, amount]) => [name, money(amount)]));
}

function account(id: string, name: string, type: string, accountClass: Account["class"]): Account {
  return { id, name, type, class: accountClass, code: null, status: "ACTIVE", systemAccount: null };
}
