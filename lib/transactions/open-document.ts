// A document as its page shows it: what it says, what it is made of, what it settles or is settled by, the batch it was paid in, and what it posted.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import type { AllocationKind, Basis, TransactionType } from "#db/vocabulary.ts";
import { areCurrent, type Attachment } from "#lib/attachments/attachment.ts";
import { attachmentsOf } from "#lib/attachments/queries.ts";
import { type BatchPayment, findBatchByXeroId, type PaymentOfBatch, paymentsOfBatch } from "#lib/batch-payments/queries.ts";
import { journalOf } from "#lib/ledger/queries.ts";
import { type Money, type Rate, sum } from "#lib/money.ts";
import { findAllocations, findByXeroIds, findLines, findTransaction, type TransactionRow } from "#lib/transactions/queries.ts";
import { xeroLink } from "#lib/transactions/xero-link.ts";

export type AccountName = { id: string; name: string; code: string | null };
/** By code; without id and name where Xero has no such item any more. */
export type LineItem = { id: string | null; code: string; name: string | null };
/** `lineAmount` is quantity × unit price less the discount, which is a percentage or an amount. */
export type DocumentLine = {
  lineNumber: number;
  description: string | null;
  item: LineItem | null;
  account: AccountName | null;
  quantity: Rate | null;
  unitAmount: Money | null;
  discountRate: Rate | null;
  discountAmount: Money | null;
  lineAmount: Money;
  taxAmount: Money;
  taxType: string | null;
};
/** `other` is the document on the other side, where it is known. */
export type Settlement = { id: string; date: string; kind: AllocationKind; amount: Money; status: string; other: { id: string; type: TransactionType; number: string | null } | null };
/** `batch` is null until it has been fetched; its payments say that they are in it. `sum` is what those come to that count, null where one of them is in
 * another currency than the batch. */
export type InBatch = { batch: BatchPayment | null; payments: PaymentOfBatch[]; sum: Money | null };
/** What Xero last listed. Where that is not current, or nothing yet, Xero is to be asked again. */
export type Attached = { files: Attachment[]; isCurrent: boolean };
export type Posting = { id: string; basis: Basis; date: string; narration: string | null; isReversal: boolean; unproven: boolean; lines: PostingLine[] };
type PostingLine = { lineNumber: number; account: AccountName; debit: Money; credit: Money };
export type Document = {
  transaction: TransactionRow;
  baseCurrency: string;
  xeroUrl: string | null;
  /** Ours; null where the contact is not known here. */
  contactId: string | null;
  /** Where the money left or, for what came in, arrived; of a transfer, the account it left. */
  bankAccount: AccountName | null;
  /** Where a transfer arrived. */
  toBankAccount: AccountName | null;
  lines: DocumentLine[];
  settlements: Settlement[];
  /** Of a payment that is one of several in one line of the bank statement. */
  inBatch: InBatch | null;
  /** Null where Xero has no file with it. */
  attached: Attached | null;
  postings: Posting[];
};

/** Undefined when there is no such document here. Five queries, two for a batch, and one for files. */
export async function openDocument(q: Query, id: string, now = new Date()): Promise<Document | undefined> {
  const found = z.uuid().safeParse(id).success ? await findTransaction(q, id) : undefined;
  if (!found) return undefined;
  const { transaction, shortCode, baseCurrency, contactId, bankAccount, toBankAccount } = found;
  const lines = await findLines(q, id);
  const settlements = await settlementsOf(q, transaction);
  const inBatch = transaction.batchXeroId === null ? null : await batchOf(q, transaction.batchXeroId);
  const files = transaction.hasAttachments ? await attachmentsOf(q, id) : [];
  const journal = await journalOf(q, id);
  return {
    transaction,
    baseCurrency: baseCurrency ?? transaction.currencyCode,
    xeroUrl: xeroLink(shortCode, transaction),
    contactId,
    bankAccount,
    toBankAccount,
    lines: lines.map(({ line, account, item }) => ({ ...line, account, item: line.itemCode === null ? null : { id: item?.id ?? null, code: line.itemCode, name: item?.name ?? null } })),
    settlements,
    inBatch,
    attached: transaction.hasAttachments ? { files, isCurrent: areCurrent(files, transaction, now) } : null,
    postings: postingsOf(journal),
  };
}

async function settlementsOf(q: Query, { xeroId, creditXeroId }: TransactionRow): Promise<Settlement[]> {
  const own = [xeroId, ...(creditXeroId === null ? [] : [creditXeroId])];
  const allocations = await findAllocations(q, own);
  const otherIds = allocations.map(({ sourceXeroId, targetXeroId }) => (own.includes(sourceXeroId) ? targetXeroId : sourceXeroId));
  const others = await findByXeroIds(q, [...new Set(otherIds)]);
  return allocations.map(({ id, date, sourceKind, amount, status }, index) => {
    const other = others.find((candidate) => candidate.xeroId === otherIds[index] || candidate.creditXeroId === otherIds[index]);
    return { id, date, kind: sourceKind, amount, status, other: other ? { id: other.id, type: other.type, number: other.number ?? other.reference } : null };
  });
}

async function batchOf(q: Query, batchXeroId: string): Promise<InBatch> {
  const batch = (await findBatchByXeroId(q, batchXeroId)) ?? null;
  const payments = await paymentsOfBatch(q, batchXeroId);
  const counting = batch?.status === "DELETED" ? payments : payments.filter(({ status }) => status !== "DELETED");
  const isOneCurrency = payments.every(({ currencyCode }) => currencyCode === batch?.currencyCode);
  return { batch, payments, sum: isOneCurrency ? sum(counting.map(({ amount }) => amount)) : null };
}

function postingsOf(journal: Awaited<ReturnType<typeof journalOf>>): Posting[] {
  const entries = Map.groupBy(journal, ({ entry }) => entry.id);
  return [...entries.values()].flatMap((lines) => {
    const entry = lines[0]?.entry;
    if (!entry) return [];
    const { id, basis, date, narration, reversal: isReversal, unproven } = entry;
    return [{ id, basis, date, narration, isReversal, unproven, lines: lines.map(({ line, account: { id: accountId, name, code } }) => ({ ...line, account: { id: accountId, name, code } })) }];
  });
}
