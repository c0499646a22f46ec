// What the documents come to, held against what the ledger has on their accounts that day. A difference stands in a row of its own and is
// never taken up by another figure. Prepayments are no part of the control account: they are held against the accounts they were posted to.
import { decimal, type Money } from "#lib/money.ts";
import { total } from "#lib/reports/aged/buckets.ts";
import { type FigureRow, moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import type { AgedReport, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";
import { signed } from "#lib/reports/statement.ts";

/** `net` is debit less credit of its posted lines; only of those that name `transactions`, where these are given. */
export type LedgerBalance = { account: Account; net: Money; transactions?: readonly string[] };
export type TieOut = { rows: Row[]; control: AgedReport["control"] };

/** One cent for each open document in another currency: what Xero's own settlements leave of them. */
const cent = 100n;

/** `documents` are the sums that stand on the control account; `foreign` counts the open documents in another currency. */
export function controlRows(documents: readonly FigureRow[], balance: LedgerBalance | null, foreign: number, sign: 1 | -1, asAt: string): TieOut {
  if (!balance) return { rows: [], control: null };
  const { account } = balance;
  const section = plainRow({ id: "section:control", parent: null, kind: "section", label: `Tie-out to ${account.name}`, level: 0, sign });
  const ledger = balanceRow("control", balance, section.id, sign, asAt);
  const difference = differenceRow("control", documents, [ledger], section.id, sign);
  const [amount, lack] = [ledger.amounts.get(total) ?? 0n, difference.amounts.get(total) ?? 0n];
  const control = { accountId: account.id, accountName: account.name, documents: decimal(amount + lack), ledger: decimal(amount), difference: decimal(lack) };
  return { rows: [section, ledger.row, difference.row], control: { ...control, allowed: decimal(cent * BigInt(foreign)) } };
}

export function prepaymentRows(prepayments: FigureRow, balances: readonly LedgerBalance[], sign: 1 | -1, asAt: string): Row[] {
  const ledger = balances.map((balance) => balanceRow("prepayments", balance, "section:prepayments", sign, asAt));
  const difference = differenceRow("prepayments", [prepayments], ledger, "section:prepayments", sign);
  return [...ledger.map(({ row }) => row), difference.row];
}

function balanceRow(group: string, { account, net, transactions }: LedgerBalance, parent: string, sign: 1 | -1, asAt: string): FigureRow {
  const of = { kind: "lines" as const, accounts: [account.id], from: null, to: asAt, ...(transactions ? { transactions: [...transactions] } : {}) };
  const head = { id: `${group}:${account.id}`, parent, kind: "account" as const, label: `${account.name}, in the ledger`, level: 1, sign };
  const amount = signed(sign, net);
  return { row: plainRow({ ...head, accountId: account.id, accountCode: account.code }, [moneyCell(total, amount, of)]), amounts: new Map([[total, amount]]) };
}

function differenceRow(group: string, documents: readonly FigureRow[], ledger: readonly FigureRow[], parent: string, sign: 1 | -1): FigureRow {
  const terms = [...documents.map((row) => ({ row, factor: 1 as const })), ...ledger.map((row) => ({ row, factor: -1 as const }))];
  return sumRow({ id: `residual:${group}`, parent, kind: "residual", label: "Difference", level: 1, sign }, terms, [total]);
}
