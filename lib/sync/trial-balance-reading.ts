// One trial balance of Xero's, on either basis: asked for, and kept.
import type { Transaction } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { lastLookAt } from "#lib/sync/cursor-queries.ts";
import type { SyncContext } from "#lib/sync/sync-context.ts";
import { readTrialBalance } from "#lib/xero/trial-balance.ts";

export type Reading = { basis: Basis; asAt: Day; fetchedAt: Date; rows: ReturnType<typeof readTrialBalance> };

export async function askForTrialBalance({ client }: SyncContext, basis: Basis, asAt: Day): Promise<Reading> {
  const fetchedAt = new Date();
  const query = { date: asAt, ...(basis === "cash" ? { paymentsOnly: "true" } : {}) };
  return { basis, asAt, fetchedAt, rows: readTrialBalance(await client.get({ path: "Reports/TrialBalance", query })) };
}

/** The rows that changed. */
export async function keepTrialBalance(tx: Transaction, { warnings }: Pick<SyncContext, "warnings">, reading: Reading): Promise<number> {
  const { basis, asAt } = reading;
  const before = await lastLookAt(tx, basis, asAt);
  const { changed, unknown } = await storeTrialBalance(tx, reading);
  // The same figures, read again because something was posted: reports may now say that they are compared.
  if (changed === 0 && (await lastLookAt(tx, basis, asAt)) !== before) await raiseDataVersion(tx);
  if (unknown.length > 0) warnings.push(`Xero's trial balance at ${asAt} names ${unknown.length} accounts that the chart of accounts does not have.`);
  return changed;
}
