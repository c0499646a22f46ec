// For tests: what no door of the product does to a ledger.
import { and, eq, sql } from "drizzle-orm";
import { type Transaction, transaction } from "#db/index.ts";
import { AccountBalances, Accounts, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { AccountClass, Basis } from "#db/vocabulary.ts";
import { money } from "#lib/money.ts";

type Scope = { tenantId: string };
type Planted = { accountId: string; basis: Basis; month: string; debit?: string; credit?: string };

export function addToBalance(scope: Scope, { accountId, basis, month, debit = "0", credit = "0" }: Planted): Promise<void> {
  return moved(scope, async (tx) => {
    const target = [AccountBalances.tenantId, AccountBalances.basis, AccountBalances.accountId, AccountBalances.month, AccountBalances.trackingSetId];
    const added = { debit: sql`${AccountBalances.debit} + ${sql.param(money(debit), AccountBalances.debit)}`, credit: sql`${AccountBalances.credit} + ${sql.param(money(credit), AccountBalances.credit)}` };
    const row = { tenantId: tx.tenantId, accountId, basis, month, trackingSetId: "00000000-0000-0000-0000-000000000000", debit: money(debit), credit: money(credit) };
    await tx.insert(AccountBalances).values(row).onConflictDoUpdate({ target, set: added });
  });
}

export function callOfClass(scope: Scope, id: string, accountClass: AccountClass): Promise<void> {
  return moved(scope, async (tx) => {
    await tx.update(Accounts).set({ class: accountClass }).where(and(eq(Accounts.tenantId, tx.tenantId), eq(Accounts.id, id)));
  });
}

export function changeTotal(scope: Scope, id: string, total: string): Promise<void> {
  const amount = money(total);
  return moved(scope, async (tx) => {
    await tx.update(Transactions).set({ amount, baseAmount: amount, subTotal: amount, amountDue: amount }).where(and(eq(Transactions.tenantId, tx.tenantId), eq(Transactions.id, id)));
  });
}

/** As every change of the books does, it raises the version of their data. */
function moved(scope: Scope, change: (tx: Transaction) => Promise<void>): Promise<void> {
  return transaction(scope, async (tx) => {
    await change(tx);
    await tx.update(XeroTenants).set({ dataVersion: sql`${XeroTenants.dataVersion} + 1` }).where(eq(XeroTenants.id, tx.tenantId));
  });
}
