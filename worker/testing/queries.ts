import { eq } from "drizzle-orm";
import type { Transaction } from "#db/index.ts";
import { ManualJournals, Transactions } from "#db/schema/index.ts";

/** Marks every document of an organisation for the poster to look at again. */
export async function askForAllPostings(tx: Transaction): Promise<void> {
  await tx.update(Transactions).set({ needsPosting: true }).where(eq(Transactions.tenantId, tx.tenantId));
  await tx.update(ManualJournals).set({ needsPosting: true }).where(eq(ManualJournals.tenantId, tx.tenantId));
}
