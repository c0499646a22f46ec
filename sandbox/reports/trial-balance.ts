// Two pairs of columns: the movement of the month up to the day, and the year to date. Retained earnings hold what the
// account itself was posted plus the profit of all earlier years, so that debits equal credits without a closing entry.

import type { Account } from "../books/readers.ts";
import { addDays, type Day, monthStart } from "../exact/day.ts";
import { writeMoney } from "../exact/money.ts";
import { balances, type Books, positionAt, printedAccounts, UNNAMED_RETAINED } from "./balances.ts";
import { type Attribute, cells, header, longDate, ofAccount, type Report, type Row, section, slashDate } from "./rows.ts";

type Line = { readonly account: Account; readonly moved: bigint; readonly toDate: bigint };

const SECTIONS: readonly [string, Account["Class"]][] = [
  ["Revenue", "REVENUE"],
  ["Expenses", "EXPENSE"],
  ["Assets", "ASSET"],
  ["Liabilities", "LIABILITY"],
  ["Equity", "EQUITY"],
];

export function trialBalance(books: Books, day: Day): Report {
  const lines = trialBalanceLines(books, day);
  const yearStart = positionAt(books, day).yearStart;
  const sections = SECTIONS.map(([title, wanted]) =>
    section(
      title,
      lines.filter(({ account }) => account.Class === wanted).map((line) => accountRow(line, yearStart)),
    ),
  );
  return {
    id: "TrialBalance",
    name: "Trial Balance",
    titles: ["Trial Balance", books.view.Organisation.Name, `As at ${longDate(day)}`],
    rows: [header(["Account", "Debit", "Credit", "YTD Debit", "YTD Credit"]), ...sections, section("", [totals(lines)])],
  };
}

export function trialBalanceLines(books: Books, day: Day): readonly Line[] {
  const position = positionAt(books, day);
  const month = balances(books.ledger, monthStart(day), day);
  return printedAccounts(books.view)
    .map((account) => {
      const earlier = account.SystemAccount === "RETAINEDEARNINGS" ? position.earlierProfit : 0n;
      return { account, moved: month.get(account.AccountID) ?? 0n, toDate: position.balance(account) - earlier };
    })
    .filter(({ moved, toDate }) => moved !== 0n || toDate !== 0n);
}

function accountRow({ account, moved, toDate }: Line, yearStart: Day): Row {
  const label = account.Code ? `${account.Name} (${account.Code})` : account.Name;
  const values = [...pair(account, moved), ...pair(account, toDate)];
  return { RowType: "Row", Cells: cells(label, values, attributesOf(account, yearStart)) };
}

function attributesOf(account: Account, yearStart: Day): readonly Attribute[] {
  // Earlier profit on a chart without a home for it is Xero's own row, of no account.
  const own = account.AccountID === UNNAMED_RETAINED.AccountID ? [] : [ofAccount(account.AccountID)];
  if (account.SystemAccount !== "RETAINEDEARNINGS") return own;
  return [...own, { Value: "", Id: "fromDate" }, { Value: slashDate(addDays(yearStart, -1)), Id: "toDate" }];
}

// A nil amount is printed as 0.00 on the side where the account usually stands.
function pair({ Class }: Account, net: bigint): readonly [string, string] {
  const isDebit = net > 0n || (net === 0n && (Class === "ASSET" || Class === "EXPENSE"));
  return isDebit ? [writeMoney(net), ""] : ["", writeMoney(-net)];
}

function totals(lines: readonly Line[]): Row {
  const sides = (amounts: readonly bigint[]) => {
    const debits = amounts.reduce((sum, net) => (net > 0n ? sum + net : sum), 0n);
    const credits = amounts.reduce((sum, net) => (net < 0n ? sum - net : sum), 0n);
    return [writeMoney(debits), writeMoney(credits)];
  };
  const values = [...sides(lines.map(({ moved }) => moved)), ...sides(lines.map(({ toDate }) => toDate))];
  return { RowType: "SummaryRow", Cells: cells("Total", values, []) };
}
