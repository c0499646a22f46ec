// Profit and loss in the order Xero prints it: trading income, cost of sales, gross profit, other income, operating expenses, net profit.
// Income is positive when credit, costs when debit; net profit is trading income − cost of sales + other income − operating expenses.
import { type Books, openBooks } from "#lib/reports/books.ts";
import type { Column } from "#lib/reports/report.ts";
import { listed, sectionRows } from "#lib/reports/section-rows.ts";
import type { Section } from "#lib/reports/sections.ts";
import { type Layout, minus, plus, type Statement, totalRow, written } from "#lib/reports/statement.ts";

export function profitAndLoss(books: Books, columns: readonly Column[], hideZero: boolean, budgeted?: ReadonlySet<string>): Statement {
  const layout = { ledger: openBooks(books), columns, hideZero, budgeted };
  const income = section(layout, "tradingIncome", "totalIncome", "Total Trading Income");
  const cost = section(layout, "costOfSales", "totalCostOfSales", "Total Cost of Sales");
  const other = section(layout, "otherIncome", "otherIncome", "Total Other Income");
  const expenses = section(layout, "operatingExpenses", "totalExpenses", "Total Operating Expenses");
  const gross = totalRow(profit("grossProfit", "Gross Profit", "subtotal"), [plus(income.total), minus(cost.total)], columns);
  const net = totalRow(profit("netProfit", "Net Profit", "total"), [plus(gross), plus(other.total), minus(expenses.total)], columns);
  const drafts = [...income.rows, ...cost.rows, gross, ...other.rows, ...expenses.rows, net];
  return { rows: drafts.map((draft) => written(draft, columns)), hiddenAccounts: income.hidden + cost.hidden + other.hidden + expenses.hidden };
}

function section(layout: Layout, name: Section, total: string, label: string) {
  const { rows: accounts, hidden } = listed(layout, name, 1);
  const sign = name === "tradingIncome" || name === "otherIncome" ? -1 : 1;
  return { ...sectionRows(layout, name, { id: `total:${total}`, label, kind: "subtotal", parent: null, level: 0, sign }, accounts), hidden };
}

function profit(id: string, label: string, kind: "subtotal" | "total") {
  return { id: `total:${id}`, label, kind, parent: null, level: 0, sign: -1 as const };
}
