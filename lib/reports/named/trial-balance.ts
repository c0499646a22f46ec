// Every account with what its month moved and where it stands, on the side where that is: debits and credits come to the same in each pair. Income
// and costs are of the financial year, all else since ever; the profit of earlier years, which nobody posted, stands in retained earnings. What
// Xero's own trial balance has besides is listed beneath, account by account, and is in no total.
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import { type Books, byLabel, openBooks, type Span } from "#lib/reports/books.ts";
import { type FigureRow, plainRow, sumRow } from "#lib/reports/cells.ts";
import { classSections } from "#lib/reports/named/class-sections.ts";
import { retainedAt } from "#lib/reports/named/retained-earnings.ts";
import { daysOf, type OpenTrialBalance } from "#lib/reports/named/trial-balance-days.ts";
import { differences } from "#lib/reports/named/trial-balance-differences.ts";
import { columnIds, ofMonth, onItsSide, toDate, withCells } from "#lib/reports/named/trial-balance-sides.ts";
import type { Proof, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

export function trialBalance(books: Books, asAt: Day, yearEnd: YearEnd): { rows: Row[]; hiddenAccounts: number } {
  const opened = { accounts: books.accounts, ledger: openBooks(books), days: daysOf(asAt, yearEnd) };
  const parts = classSections.map((section) => sectionOf(opened, section));
  const total = sumRow({ id: "total:trialBalance", parent: null, kind: "total", label: "Total", level: 0, sign: 1 }, parts.flatMap(({ rows }) => rows.map((row) => ({ row, factor: 1 }))), columnIds);
  const rows = parts.flatMap(({ heading, rows: own }) => (own.length === 0 ? [] : [heading, ...own.map(({ row }) => row)]));
  return { rows: [...rows, total.row, ...differences(opened)], hiddenAccounts: parts.reduce((count, { hidden }) => count + hidden, 0) };
}

function sectionOf(opened: OpenTrialBalance, { id, label, class: own }: (typeof classSections)[number]) {
  const accounts = opened.accounts.filter((account) => account.class === own && !isRetainedEarnings(account));
  const drafts = accounts.map((account) => accountRow(opened, account, id));
  const shown = drafts.filter(({ amounts }) => amounts.size > 0);
  const retained = own === "EQUITY" ? [retainedEarnings(opened, id)] : [];
  const rows = [...shown, ...retained].toSorted((one, other) => byLabel(one.row, other.row));
  return { heading: plainRow({ id, parent: null, kind: "section", label, level: 0, sign: 1 }), rows, hidden: drafts.length - shown.length };
}

function accountRow({ ledger, days }: OpenTrialBalance, account: Account, parent: string): FigureRow {
  const linesOf = ({ start, end }: Span, sign: 1 | -1): Proof => ({ kind: "lines", accounts: [account.id], from: start, to: end, sign });
  const balance = isProfitAndLoss(account) ? days.year : days.ever;
  const cells = [onItsSide(ofMonth, ledger.net(account.id, days.month), (sign) => linesOf(days.month, sign)), onItsSide(toDate, ledger.net(account.id, balance), (sign) => linesOf(balance, sign))];
  const head = { id: `account:${account.id}`, parent, kind: "account" as const, label: account.name, level: 1, sign: 1 as const, accountId: account.id, accountCode: account.code };
  return withCells(head, cells.flat());
}

/** Own postings, and the profit of all years before: Xero posts no closing journal. Listed even where it is nothing. */
function retainedEarnings({ accounts, ledger, days }: OpenTrialBalance, parent: string): FigureRow {
  const { own, amount, partsIn } = retainedAt({ accounts, ledger, posted: days.ever, earlier: days.before });
  const moved = own ? ledger.net(own.id, days.month) : 0n;
  const cells = [
    ...onItsSide(ofMonth, moved, (sign) => ({ kind: "lines", accounts: own ? [own.id] : [], from: days.month.start, to: days.month.end, sign })),
    ...onItsSide(toDate, amount, (sign) => ({ kind: "earnings", parts: partsIn(sign), differences: [] })),
  ];
  const head = { id: "total:retainedEarnings", parent, kind: "account" as const, label: "Retained Earnings", level: 1, sign: amount < 0n ? (-1 as const) : (1 as const) };
  return withCells({ ...head, accountId: own?.id ?? null, accountCode: own?.code ?? null }, cells);
}
