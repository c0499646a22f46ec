// Income less cost of sales is gross profit; with other income and less operating expenses, net profit. Income is shown
// positive when it is a credit, costs positive when they are debits. Accounts without any movement are left out.

import { isKnownType } from "../books/chart.ts";
import type { Account } from "../books/readers.ts";
import { balances, type Balances, type Books, isProfitAndLoss, printedAccounts, total } from "./balances.ts";
import type { Range } from "./periods.ts";
import { header, longDate, ofAccount, type Report, type Row, row, section, shortDate, summaryRow } from "./rows.ts";

export type Column = { readonly label: string; readonly balances: Balances };

type Part = { readonly title: string; readonly accounts: readonly Account[]; readonly sign: 1n | -1n };

export function profitAndLoss(books: Books, ranges: readonly Range[]): Report {
  const columns = ranges.map(({ from, to }) => ({
    label: shortDate(to).replace(/\d\d(\d\d)$/, "$1"),
    balances: balances(books.ledger, from, to),
  }));
  return profitAndLossOf(books, columns, ranges[0]);
}

export function profitAndLossOf(books: Books, columns: readonly Column[], range: Range | undefined): Report {
  const name = books.view.Organisation.Name;
  const period = range ? `${longDate(range.from)} to ${longDate(range.to)}` : "";
  return {
    id: "ProfitAndLoss",
    name: "Profit and Loss",
    titles: ["Profit & Loss", name, period],
    rows: [header(["", ...columns.map(({ label }) => label)]), ...sectionsOf(books, columns)],
  };
}

function sectionsOf(books: Books, columns: readonly Column[]): readonly Row[] {
  const accounts = printedAccounts(books.view).filter(isProfitAndLoss);
  const ofType = (...types: readonly string[]) => accounts.filter(({ Type }) => types.includes(Type));
  const isIncome = ({ Type, Class }: Account) => ["REVENUE", "SALES"].includes(Type) || (Class === "REVENUE" && !isKnownType(Type));
  const income: Part = { title: "Income", accounts: accounts.filter(isIncome), sign: -1n };
  const costs: Part = { title: "Less Cost of Sales", accounts: ofType("DIRECTCOSTS"), sign: 1n };
  const other: Part = { title: "Plus Other Income", accounts: ofType("OTHERINCOME"), sign: -1n };
  const named = [...income.accounts, ...costs.accounts, ...other.accounts];
  const expenses: Part = {
    title: "Less Operating Expenses",
    accounts: accounts.filter((account) => !named.includes(account)),
    sign: 1n,
  };
  const grossProfit = columns.map((column) => partTotal(income, column) - partTotal(costs, column));
  const netProfit = columns.map((column, index) => (grossProfit[index] ?? 0n) + partTotal(other, column) - partTotal(expenses, column));
  return [
    ...partSection(income, columns, "Total Income"),
    ...partSection(costs, columns, "Total Cost of Sales"),
    section("", [row("Gross Profit", grossProfit)]),
    ...partSection(other, columns, "Total Other Income"),
    ...partSection(expenses, columns, "Total Operating Expenses"),
    section("", [row("Net Profit", netProfit)]),
  ];
}

function partSection(part: Part, columns: readonly Column[], totalLabel: string): readonly Row[] {
  const rows = part.accounts.flatMap((account) => {
    const values = columns.map((column) => valueIn(column, account, part.sign));
    return values.every((value) => value === 0n) ? [] : [row(account.Name, values, [ofAccount(account.AccountID)])];
  });
  if (rows.length === 0) return [];
  return [
    section(part.title, [
      ...rows,
      summaryRow(
        totalLabel,
        columns.map((column) => partTotal(part, column)),
      ),
    ]),
  ];
}

function partTotal(part: Part, column: Column): bigint {
  return total(part.accounts.map((account) => valueIn(column, account, part.sign)));
}

function valueIn(column: Column, { AccountID }: Account, sign: bigint): bigint {
  return sign * (column.balances.get(AccountID) ?? 0n);
}
