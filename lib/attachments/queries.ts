// The files of a document as Xero last listed them.
import { and, asc, eq, notInArray } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { Attachments } from "#db/schema/index.ts";
import type { Attachment } from "#lib/attachments/attachment.ts";

/** By name. */
export function attachmentsOf(q: Query, document: string): Promise<Attachment[]> {
  const { tenantId, transactionId, id, xeroId, fileName, mimeType, size, includeOnline, readAt } = Attachments;
  return q.select({ id, xeroId, fileName, mimeType, size, includeOnline, readAt }).from(Attachments).where(and(eq(tenantId, q.tenantId), eq(transactionId, document))).orderBy(asc(fileName), asc(id));
}

/** In place of what was listed before. Two who ask at once write the same. */
export async function replaceAttachments(tx: Transaction, document: string, files: readonly Omit<Attachment, "id">[]): Promise<void> {
  const { tenantId, transactionId, xeroId } = Attachments;
  const listed = files.map((file) => file.xeroId);
  await tx.delete(Attachments).where(and(eq(tenantId, tx.tenantId), eq(transactionId, document), notInArray(xeroId, listed)));
  for (const file of files) {
    await tx.insert(Attachments).values({ ...file, tenantId: tx.tenantId, transactionId: document }).onConflictDoUpdate({ target: [transactionId, xeroId], set: file });
  }
}
