// What was last checked of the ledger, one row an invariant and basis.
import { eq, sql } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { LedgerChecks } from "#db/schema/index.ts";

export type CheckRow = typeof LedgerChecks.$inferSelect;
type NewRow = Omit<typeof LedgerChecks.$inferInsert, "tenantId">;

export function findChecks(q: Query): Promise<CheckRow[]> {
  return q.select().from(LedgerChecks).where(eq(LedgerChecks.tenantId, q.tenantId));
}

export async function writeChecks(tx: Transaction, rows: readonly NewRow[]): Promise<void> {
  const { tenantId, invariant, basis, holds, asAt, one, other, allowed, checkedAt, ledgerSequence, dataVersion } = LedgerChecks;
  const set = Object.fromEntries([holds, asAt, one, other, allowed, checkedAt, ledgerSequence, dataVersion].map((column) => [column.name, sql`excluded.${sql.identifier(column.name)}`]));
  await tx.insert(LedgerChecks).values(rows.map((row) => ({ ...row, tenantId: tx.tenantId }))).onConflictDoUpdate({ target: [tenantId, invariant, basis], set });
}
