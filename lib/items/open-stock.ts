// The stock that Xero keeps, held against the account it stands on: what the items on an inventory account are worth by the list of items, and what Xero's
// last trial balance has on that account.
import type { Query } from "#db/index.ts";
import type { Day } from "#lib/day.ts";
import { stockByAccount } from "#lib/items/queries.ts";
import { findDayBefore, findReading } from "#lib/ledger/tie-out/queries.ts";
import type { Money } from "#lib/money.ts";

/** `balance` is null where Xero's trial balance was never read. */
export type Stock = { account: { id: string; code: string | null; name: string }; items: number; totalCost: Money; balance: Money | null };

/** `asAt` is the day of the trial balance, the end of the month that is under way. */
export async function openStock(q: Query): Promise<{ asAt: Day | null; accounts: Stock[] }> {
  const accounts = await stockByAccount(q);
  const asAt = accounts.length > 0 ? await findDayBefore(q, "accrual", "9999-12-31") : null;
  const reading = asAt === null ? [] : await findReading(q, "accrual", asAt);
  const balances = new Map(reading.map(({ accountId, balance }) => [accountId, balance]));
  return { asAt, accounts: accounts.map((stock) => ({ ...stock, balance: asAt === null ? null : (balances.get(stock.account.id) ?? 0n) })) };
}
