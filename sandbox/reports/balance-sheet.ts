// Assets less liabilities is net assets, and equity is the same amount told another way. Two equity rows are computed,
// never posted: current year earnings, and the profit of earlier years on retained earnings.

import { isKnownType } from "../books/chart.ts";
import type { Account } from "../books/readers.ts";
import type { Day } from "../exact/day.ts";
import { writeMoney } from "../exact/money.ts";
import { type Books, NO_ACCOUNT, type Position, positionAt, printedAccounts, total } from "./balances.ts";
import {
  type Attribute,
  header,
  longDate,
  ofAccount,
  type Report,
  type Row,
  row,
  section,
  shortDate,
  slashDate,
  summaryRow,
} from "./rows.ts";

type Column = { readonly day: Day; readonly position: Position };
// A type nobody knew when this was written stands in the group that takes its class.
type Group = { readonly title: string; readonly types: readonly string[]; readonly otherwise?: Account["Class"]; readonly sign: 1n | -1n };
type Equity = {
  readonly label: string;
  readonly id: string;
  readonly values: readonly bigint[];
  readonly dates: readonly (readonly Attribute[])[];
};

const ASSETS: readonly Group[] = [
  { title: "Bank", types: ["BANK"], sign: 1n },
  { title: "Current Assets", types: ["CURRENT", "INVENTORY", "PREPAYMENT"], otherwise: "ASSET", sign: 1n },
  { title: "Fixed Assets", types: ["FIXED"], sign: 1n },
  { title: "Non-current Assets", types: ["NONCURRENT"], sign: 1n },
];

const LIABILITIES: readonly Group[] = [
  {
    title: "Current Liabilities",
    types: ["CURRLIAB", "LIABILITY", "PAYG", "PAYGLIABILITY", "SUPERANNUATIONLIABILITY"],
    otherwise: "LIABILITY",
    sign: -1n,
  },
  { title: "Non-Current Liabilities", types: ["TERMLIAB"], sign: -1n },
];

export function balanceSheet(books: Books, days: readonly Day[]): Report {
  const columns = days.map((day) => ({ day, position: positionAt(books, day) }));
  const assets = columns.map((column) => groupsTotal(books, ASSETS, column));
  const liabilities = columns.map((column) => groupsTotal(books, LIABILITIES, column));
  const netAssets = assets.map((amount, index) => amount - (liabilities[index] ?? 0n));
  return {
    id: "BalanceSheet",
    name: "Balance Sheet",
    titles: ["Balance Sheet", books.view.Organisation.Name, `As at ${longDate(days[0] ?? "")}`],
    rows: [
      header(["", ...days.map(shortDate)]),
      section("Assets", []),
      ...ASSETS.flatMap((group) => groupSection(books, group, columns)),
      section("", [summaryRow("Total Assets", assets)]),
      section("Liabilities", []),
      ...LIABILITIES.flatMap((group) => groupSection(books, group, columns)),
      section("", [summaryRow("Total Liabilities", liabilities)]),
      section("", [row("Net Assets", netAssets)]),
      equitySection(books, columns),
    ],
  };
}

function accountsIn(books: Books, { types, otherwise }: Group): readonly Account[] {
  const isHere = ({ Type, Class }: Account) => (isKnownType(Type) ? types.includes(Type) : Class === otherwise);
  return printedAccounts(books.view).filter(isHere);
}

function groupSection(books: Books, group: Group, columns: readonly Column[]): readonly Row[] {
  const rows = accountsIn(books, group).flatMap((account) => {
    const values = columns.map(({ position }) => group.sign * position.balance(account));
    return values.every((value) => value === 0n) ? [] : [row(account.Name, values, [ofAccount(account.AccountID)])];
  });
  if (rows.length === 0) return [];
  const totals = columns.map((column) => groupsTotal(books, [group], column));
  return [section(group.title, [...rows, summaryRow(`Total ${group.title}`, totals)])];
}

function groupsTotal(books: Books, groups: readonly Group[], { position }: Column): bigint {
  return total(groups.flatMap((group) => accountsIn(books, group).map((account) => group.sign * position.balance(account))));
}

function equitySection(books: Books, columns: readonly Column[]): Row {
  const posted = printedAccounts(books.view).filter(({ Class }) => Class === "EQUITY");
  const rows = [...posted.map((account) => postedEquity(account, columns)), currentYear(columns)]
    .filter(({ id, values }) => id === NO_ACCOUNT || values.some((value) => value !== 0n))
    .sort((one, other) => one.label.localeCompare(other.label, "en"));
  const totals = columns.map((_, index) => total(rows.map(({ values }) => values[index] ?? 0n)));
  return section("Equity", [...rows.map(equityRow), summaryRow("Total Equity", totals)]);
}

function postedEquity(account: Account, columns: readonly Column[]): Equity {
  const isRetained = account.SystemAccount === "RETAINEDEARNINGS";
  return {
    label: account.Name,
    id: account.AccountID,
    values: columns.map(({ position }) => (isRetained ? position.earlierProfit : 0n) - position.balance(account)),
    dates: columns.map(({ day }) => (isRetained ? between("", slashDate(day)) : [])),
  };
}

function currentYear(columns: readonly Column[]): Equity {
  return {
    label: "Current Year Earnings",
    id: NO_ACCOUNT,
    values: columns.map(({ position }) => position.currentYearEarnings),
    dates: columns.map(({ day, position }) => between(slashDate(position.yearStart), slashDate(day))),
  };
}

function between(from: string, to: string): readonly Attribute[] {
  return [
    { Value: from, Id: "fromDate" },
    { Value: to, Id: "toDate" },
  ];
}

function equityRow({ label, id, values, dates }: Equity): Row {
  const own = ofAccount(id);
  const amounts = values.map((value, index) => ({ Value: writeMoney(value), Attributes: [own, ...(dates[index] ?? [])] }));
  return { RowType: "Row", Cells: [{ Value: label, Attributes: [own] }, ...amounts] };
}
