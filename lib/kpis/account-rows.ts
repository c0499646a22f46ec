// The accounts of the profit and loss for the last month and the one it is compared with: what moved a profit is read from them.
import { figureOfAccounts } from "#lib/kpis/measure-figures.ts";
import { byLabel, type Ledger } from "#lib/reports/books.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { type Account, profitSections, sectionOf, signOf } from "#lib/reports/sections.ts";
import { heading, written } from "#lib/reports/statement.ts";

/** Only accounts that something was posted to in one of these months. */
export function accountRows(accounts: readonly Account[], ledger: Ledger, columns: readonly Column[]): Row[] {
  const rows = accounts.filter((account) => profitSections.includes(sectionOf(account))).map((account) => rowOf(account, ledger, columns));
  const moved = rows.filter(({ cells }) => cells.some(({ value }) => value !== "0.00"));
  return [written(heading("section:accounts", "Profit and loss by account", null, 0), []), ...moved.toSorted(byLabel)];
}

function rowOf(account: Account, ledger: Ledger, columns: readonly Column[]): Row {
  const sign = signOf(sectionOf(account));
  const cells = columns.map((column): Cell => ({ column: column.id, reason: null, ...figureOfAccounts([account], { ledger, span: column, sign }) }));
  return { id: `account:${account.id}`, parent: "section:accounts", kind: "account", label: account.name, level: 1, accountId: account.id, accountCode: account.code, sign, cells };
}
