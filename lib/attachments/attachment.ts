// Files that hang on documents in Xero, by name and size: what kinds of documents may have them, and how long what was read of them counts.
import { z } from "zod";
import type { TransactionType } from "#db/vocabulary.ts";
import { wireInstant } from "#lib/wire-values.ts";

/** Where Xero lists the files of a document; a payment has none of its own. */
const collections = new Map<TransactionType, string>([
  ["INVOICE", "Invoices"],
  ["BILL", "Invoices"],
  ["CREDIT_NOTE", "CreditNotes"],
  ["SPEND", "BankTransactions"],
  ["RECEIVE", "BankTransactions"],
  ["TRANSFER", "BankTransfers"],
]);
export const attachable: readonly TransactionType[] = [...collections.keys()];

/** `size` is in bytes; `includeOnline` says that whoever is sent the invoice sees it too. */
export const attachmentSchema = z
  .strictObject({ id: z.uuid(), xeroId: z.string(), fileName: z.string(), mimeType: z.string().nullable(), size: z.int().nullable(), includeOnline: z.boolean(), readAt: wireInstant })
  .meta({ id: "Attachment" });
export type Attachment = z.output<typeof attachmentSchema>;

type Of = { type: TransactionType; xeroId: string; xeroUpdatedAt: Date | null };

/** The address of the list; null for what has none. */
export function pathOf({ type, xeroId }: Of): string | null {
  const collection = collections.get(type);
  return collection === undefined ? null : `${collection}/${xeroId}/Attachments`;
}

/** Xero's clock is not ours. */
const skew = 60_000;
const aDay = 24 * 60 * 60_000;

/** Read since the document last changed, and today: whether a file that is added changes its document in Xero is not known for every kind. */
export function areCurrent(files: readonly Pick<Attachment, "readAt">[], { xeroUpdatedAt }: Pick<Of, "xeroUpdatedAt">, now: Date): boolean {
  const since = Math.max(now.getTime() - aDay, (xeroUpdatedAt?.getTime() ?? 0) + skew);
  return files.length > 0 && files.every(({ readAt }) => readAt.getTime() > since);
}
