// Each bank account: what was there, what came, what went, what is there. An entry that was taken back again neither came nor went. What Xero's
// trial balance has on a bank besides is listed beneath and is in no total.
import { addDays, type Day } from "#lib/day.ts";
import { sum } from "#lib/money.ts";
import { byLabel, type Books, type Ledger, openBooks, type Span } from "#lib/reports/books.ts";
import { moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import { courseRow, isEmpty, type Sides } from "#lib/reports/named/account-course.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import type { Account } from "#lib/reports/sections.ts";

type Days = { from: Day; to: Day };

const columns = { opening: "opening", debit: "received", credit: "spent", closing: "closing" };

export function bankSummaryColumns({ from, to }: Days): Column[] {
  const [before, within] = [addDays(from, -1), { start: from, end: to }];
  return [
    { id: "opening", kind: "figure", label: "Opening Balance", start: null, end: before },
    { id: "received", kind: "figure", label: "Cash Received", ...within },
    { id: "spent", kind: "figure", label: "Cash Spent", ...within },
    { id: "closing", kind: "figure", label: "Closing Balance", start: null, end: to },
  ];
}

/** Days whose balances the report needs. */
export function bankSummarySpans({ from, to }: Days): Span[] {
  return [{ start: null, end: addDays(from, -1) }, { start: null, end: to }];
}

/** Bank accounts that have nothing in any column are left out, and counted. */
export function bankSummary(books: Books, sides: Sides, days: Days): { rows: Row[]; hiddenAccounts: number } {
  const ledger = openBooks(books);
  const banks = ledger.accountsIn("bank");
  const course = { ledger, sides, days, opening: { start: null, end: addDays(days.from, -1) }, closing: { start: null, end: days.to } };
  const drafts = banks.map((account) => courseRow(account, course, columns, { parent: null, level: 0 }));
  const shown = drafts.filter((row) => !isEmpty(row));
  const total = sumRow({ id: "total:banks", parent: null, kind: "total", label: "Total", level: 0, sign: 1 }, shown.map((row) => ({ row, factor: 1 })), Object.values(columns));
  return { rows: [...shown.map(({ row }) => row), total.row, ...differenceRows(ledger, banks, days)], hiddenAccounts: drafts.length - shown.length };
}

function differenceRows(ledger: Ledger, banks: readonly Account[], days: Days): Row[] {
  const parent = "section:besides";
  const rows = banks.flatMap((account) => {
    const cells = bankSummarySpans(days).map((span, place) => differenceCell(ledger, account, span, place === 0 ? "opening" : "closing"));
    const head = { id: `residual:${account.id}`, parent, kind: "residual" as const, label: account.name, level: 1, sign: 1 as const, accountId: account.id, accountCode: account.code };
    return cells.every(({ value }) => value === "0.00") ? [] : [plainRow(head, cells)];
  });
  return rows.length === 0 ? [] : [plainRow({ id: parent, parent: null, kind: "section", label: "What Xero's trial balance has besides", level: 0, sign: 1 }), ...rows.toSorted(byLabel)];
}

function differenceCell(ledger: Ledger, account: Account, span: Span, column: string): Cell {
  const differences = differencesOf({ ledger, columns: [], hideZero: true }, [account], span, 1, both);
  return moneyCell(column, sum(ledger.residuals(account.id, span).map(both)), { kind: "tieOut", differences });
}
