// One section of a statement: its heading, its accounts by name, what Xero's trial balance has besides, and their sum.
import type { Span } from "#lib/reports/books.ts";
import type { Proof } from "#lib/reports/report.ts";
import { residualRows } from "#lib/reports/residual-rows.ts";
import { type Account, type Section, sectionLabels, signOf } from "#lib/reports/sections.ts";
import { type Draft, heading, isNil, type Layout, plus, signed, type Total, totalRow } from "#lib/reports/statement.ts";

/** `accounts` are already in the order they are printed; computed rows may stand among them. */
export function sectionRows(layout: Layout, section: Section, total: Total, accounts: readonly Draft[]): { rows: Draft[]; total: Draft } {
  const { level } = total;
  const residuals = residualRows(layout, section, level + 1);
  const title = heading(`section:${section}`, sectionLabels[section], total.parent, level);
  const summed = totalRow({ ...total, parent: title.id }, [...accounts, ...residuals].map(plus), layout.columns);
  return { rows: [title, ...accounts, ...residuals, summed], total: summed };
}

/** Without the accounts that are nil in every column, where they are to be hidden; an archived account that is nil is listed only for its budget. */
export function listed(layout: Layout, section: Section, level: number, left: readonly Account[] = layout.ledger.accountsIn(section)) {
  const drafts = left.map((account) => ({ account, row: accountRow(layout, account, section, level) }));
  const shown = drafts.filter(({ account, row }) => !isNil(row) || layout.budgeted?.has(account.id) || (!layout.hideZero && account.status === "ACTIVE"));
  return { rows: shown.map(({ row }) => row), hidden: drafts.length - shown.length };
}

function accountRow({ ledger, columns }: Layout, account: Account, section: Section, level: number): Draft {
  const sign = signOf(section);
  return {
    id: `account:${account.id}`,
    parent: `section:${section}`,
    kind: "account",
    label: account.name,
    level,
    accountId: account.id,
    accountCode: account.code,
    sign,
    figures: columns.map((column) => ({ amount: signed(sign, ledger.net(account.id, column)), proof: linesOf(account, column) })),
  };
}

function linesOf(account: Account, { start, end, tracking }: Span): Proof {
  return { kind: "lines", accounts: [account.id], from: start, to: end, ...(tracking ? { tracking: [...tracking] } : {}) };
}
