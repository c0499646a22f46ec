import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contextOf, readBooksFile } from "./books/read.ts";
import { readCsv } from "./exact/csv.ts";
import { addDays, monthEnd } from "./exact/day.ts";
import { writeJson } from "./exact/json.ts";
import { readMoney } from "./exact/money.ts";
import { fiscalYearStart } from "./exact/fiscal-year.ts";
import { postInvoice } from "./posting/documents.ts";
import type { Entry } from "./posting/entry.ts";
import { realBooks } from "./real-books.ts";
import { balanceSheet } from "./reports/balance-sheet.ts";
import { isProfitAndLoss, yearEndOf } from "./reports/balances.ts";
import { profitAndLoss } from "./reports/profit-and-loss.ts";
import { trialBalance } from "./reports/trial-balance.ts";
import { type Living, liveOn } from "./store.ts";
import { type Cells, cellsOf, netOf } from "./testing/read-report.ts";
import { REAL_BOOKS, reasonToSkip } from "./testing/shared.ts";

const skipped = reasonToSkip(REAL_BOOKS);
const LABELS: Readonly<Record<string, string>> = {
  totalIncome: "Total Income",
  totalCostOfSales: "Total Cost of Sales",
  otherIncome: "Total Other Income",
  totalExpenses: "Total Operating Expenses",
  grossProfit: "Gross Profit",
  netProfit: "Net Profit",
  totalAssets: "Total Assets",
  totalLiabilities: "Total Liabilities",
  netAssets: "Net Assets",
  totalEquity: "Total Equity",
  currentYearEarnings: "00000000-0000-0000-0000-000000000000",
};

describe.skipIf(skipped)(`the real books${skipped}`, () => {
  let living: Living;
  beforeAll(() => {
    const file = readBooksFile(writeJson(realBooks(REAL_BOOKS)), "the real books");
    const [books] = file.organisations;
    if (!books) throw new Error("The real books hold no organisation.");
    living = liveOn(books);
  });

  test("every printed cell of profit and loss, balance sheet, trial balance and cash is reproduced from the journals", () => {
    const expected = readCsv(readFileSync(join(REAL_BOOKS, "expected-cells.csv"), "utf8"));
    const reports = new Map<string, Reports>();
    const profitAccounts = new Set(living.view.Accounts.filter(isProfitAndLoss).map(({ AccountID }) => AccountID));
    const differing = expected.filter(({ report = "", period = "", line = "", amount = "" }) => {
      const of = reports.get(period) ?? reportsAt(living, monthEnd(`${period}-01`));
      reports.set(period, of);
      return cellIn(of, report, line, (id) => profitAccounts.has(id)) !== readMoney(amount);
    });
    expect(expected).toHaveLength(1710);
    expect(differing).toEqual([]);
  });

  test("invoices posted from their lines equal Xero's own journals, account by account, 600 of 600", () => {
    const { chart } = contextOf(living.books);
    const journalled = Map.groupBy(living.ledger, ({ sourceId }) => sourceId);
    const checked = living.books.Invoices.filter(({ InvoiceID }) => journalled.has(InvoiceID));
    const differing = checked.filter((invoice) => {
      const xero = (journalled.get(invoice.InvoiceID) ?? []).filter(({ sourceType }) => sourceType === invoice.Type);
      return netPerAccount(postInvoice(invoice, chart)) !== netPerAccount(xero);
    });
    expect(checked).toHaveLength(600);
    expect(differing.map(({ InvoiceNumber }) => InvoiceNumber)).toEqual([]);
  });

  test("the trial balance balances at every month end", () => {
    for (let day = "2019-10-31"; day <= "2021-03-31"; day = monthEnd(addDays(day, 1))) {
      const [debit, credit, yearDebit, yearCredit] = cellsOf(trialBalance(living, day)).get("Total") ?? [];
      expect([day, debit, yearDebit]).toEqual([day, credit, yearCredit]);
    }
  });
});

type Reports = { readonly pl: Cells; readonly bs: Cells; readonly tb: Cells; readonly closed: readonly Cells[]; readonly before: Cells };

function reportsAt(living: Living, day: string): Reports {
  return {
    pl: cellsOf(profitAndLoss(living, [{ from: `${day.slice(0, 8)}01`, to: day }])),
    bs: cellsOf(balanceSheet(living, [day])),
    tb: cellsOf(trialBalance(living, day)),
    closed: yearEndsBefore(living, day).map((end) => cellsOf(trialBalance(living, end))),
    before: cellsOf(balanceSheet(living, [addDays(`${day.slice(0, 8)}01`, -1)])),
  };
}

function yearEndsBefore(living: Living, day: string): readonly string[] {
  const end = addDays(fiscalYearStart(day, yearEndOf(living.view)), -1);
  return end < "2019-10-01" ? [] : [end, ...yearEndsBefore(living, end)];
}

function cellIn({ pl, bs, tb, closed, before }: Reports, report: string, line: string, isProfit: (id: string) => boolean): bigint {
  const first = (cells: Cells, key: string) => cells.get(key)?.[0] ?? 0n;
  if (report === "PL") return first(pl, LABELS[line] ?? line);
  if (report === "BS" && line === "retainedEarnings") return first(bs, RETAINED);
  if (report === "BS") return first(bs, LABELS[line] ?? line);
  if (report === "CASH") return cash(line, first(before, "Total Bank"), first(bs, "Total Bank"));
  // The expected trial balance never closes a year; Xero's resets profit accounts when the year begins.
  const toDate = (cells: Cells) => netOf(cells.get(line) ?? [])[1];
  return [tb, ...(isProfit(line) ? closed : [])].reduce((sum, cells) => sum + toDate(cells), 0n);
}

const RETAINED = "ba62dd51-182a-403c-83c2-2030354f486f";

function cash(line: string, opening: bigint, closing: bigint): bigint {
  if (line === "opening") return opening;
  return line === "closing" ? closing : closing - opening;
}

function netPerAccount(entries: readonly Entry[]): string {
  const totals = new Map<string, bigint>();
  for (const { lines } of entries) for (const { accountId, net } of lines) totals.set(accountId, (totals.get(accountId) ?? 0n) + net);
  return [...totals]
    .filter(([, net]) => net !== 0n)
    .map(([account, net]) => `${account}=${net}`)
    .sort()
    .join(" ");
}
