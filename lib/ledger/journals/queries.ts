// What posting Xero's journals reads, and who has the last word on the ledger.
import { and, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, CursorStates, Transactions } from "#db/schema/index.ts";
import { batchesOf } from "#lib/ledger/batches.ts";

export type Authority = "journals" | "documents";

/** Xero's journals from the first page of them on, so that nothing stands twice while they are read; documents wherever they may not be. */
export async function ledgerAuthority(q: Query): Promise<Authority> {
  return (await journalsBegun(q)).length > 0 ? "journals" : "documents";
}

/** A row where the first page of Xero's journals has been read. */
export function journalsBegun(q: Query) {
  const { tenantId, objectType, completedAt, page } = CursorStates;
  const begun = or(isNotNull(completedAt), gt(page, 0));
  return q.select({ page }).from(CursorStates).where(and(eq(tenantId, q.tenantId), eq(objectType, "Journals"), begun));
}

/** Xero's id → ours. */
export async function findAccountIds(q: Query): Promise<Map<string, string>> {
  const rows = await q.select({ id: Accounts.id, xeroId: Accounts.xeroId }).from(Accounts).where(eq(Accounts.tenantId, q.tenantId));
  return new Map(rows.map(({ id, xeroId }) => [xeroId, id]));
}

/** Xero's id → our row of the document and its contact. */
export async function findSources(q: Query, xeroIds: readonly string[]): Promise<Map<string, { id: string; contactId: string | null }>> {
  const { id, xeroId, contactId } = Transactions;
  const found = new Map<string, { id: string; contactId: string | null }>();
  for (const some of batchesOf(xeroIds, 500)) {
    const rows = await q.select({ id, xeroId, contactId }).from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), inArray(xeroId, some)));
    for (const row of rows) found.set(row.xeroId, row);
  }
  return found;
}
