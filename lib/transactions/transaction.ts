// A document as the API hands it out. Names are the columns' own, save that `contactId` is our id of the contact, as everywhere in the API.
import { z } from "zod";
import { allocationKinds, categorySources, directions, transactionTypes } from "#db/vocabulary.ts";
import { attachable } from "#lib/attachments/attachment.ts";
import { toWholeBatchPayment, wholeBatchPaymentSchema } from "#lib/batch-payments/batch-payment.ts";
import { type Rate, rateText } from "#lib/money.ts";
import { reconcilable } from "#lib/transactions/listing.ts";
import type { ListedTransaction } from "#lib/transactions/listing-queries.ts";
import type { Document, DocumentLine } from "#lib/transactions/open-document.ts";
import { xeroLink } from "#lib/transactions/xero-link.ts";
import { wireDay, wireInstant, wireMoney } from "#lib/wire-values.ts";

const shape = {
  id: z.uuid(),
  tenantId: z.uuid(),
  xeroId: z.string(),
  type: z.enum(transactionTypes),
  /** Xero's own type: ACCREC, SPEND-PREPAYMENT, ARCREDITPAYMENT … */
  xeroType: z.string(),
  direction: z.enum(directions),
  status: z.string(),
  number: z.string().nullable(),
  reference: z.string().nullable(),
  date: wireDay,
  dueDate: wireDay.nullable(),
  /** When somebody plans to pay a bill, or expects an invoice to be paid. */
  plannedPaymentDate: wireDay.nullable(),
  contactId: z.uuid().nullable(),
  contactName: z.string().nullable(),
  description: z.string().nullable(),
  /** In currencyCode and without sign, as are the five amounts after baseAmount. */
  amount: wireMoney,
  currencyCode: z.string(),
  /** Units of currencyCode for one of baseCurrency. */
  currencyRate: z.string(),
  /** Money in positive, money out negative. */
  baseAmount: wireMoney,
  baseCurrency: z.string().nullable(),
  subTotal: wireMoney,
  totalTax: wireMoney,
  amountDue: wireMoney,
  amountPaid: wireMoney,
  amountCredited: wireMoney,
  remainingCredit: wireMoney.nullable(),
  /** Null for what a bank statement never shows: invoices, bills and credit notes. */
  isReconciled: z.boolean().nullable(),
  /** Whether Xero has files with it; null for payments, which have none of their own. */
  hasAttachments: z.boolean().nullable(),
  bankAccountId: z.uuid().nullable(),
  toBankAccountId: z.uuid().nullable(),
  /** The code that all lines share; null and isSplit where they differ. */
  xeroAccountCode: z.string().nullable(),
  isSplit: z.boolean(),
  /** Ours, as are the three after it: no sync touches them. */
  accountCode: z.string().nullable(),
  category: z.string().nullable(),
  categorySource: z.enum(categorySources).nullable(),
  note: z.string().nullable(),
  /** Where it opens in Xero. */
  url: z.string().nullable(),
  xeroUpdatedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
};
export const transactionSchema = z.strictObject(shape).meta({ id: "Transaction" });
type Transaction = z.output<typeof transactionSchema>;

const account = z.strictObject({ id: z.uuid(), code: z.string().nullable(), name: z.string() });
/** By the code on the line; `id` and `name` are null where Xero has no such item any more. */
const item = z.strictObject({ id: z.uuid().nullable(), code: z.string(), name: z.string().nullable() });
/** `lineAmount` is `quantity` × `unitAmount` (four decimals) less `discountRate` percent or `discountAmount`. What Xero leaves out is null. */
const line = z.strictObject({
  lineNumber: z.int(),
  description: z.string().nullable(),
  item: item.nullable(),
  account: account.nullable(),
  quantity: z.string().nullable(),
  unitAmount: wireMoney.nullable(),
  discountRate: z.string().nullable(),
  discountAmount: wireMoney.nullable(),
  lineAmount: wireMoney,
  taxAmount: wireMoney,
  taxType: z.string().nullable(),
});
/** In the document's currency. `document` is the other side, null until it has been fetched. */
const allocation = z.strictObject({
  id: z.uuid(),
  date: wireDay,
  kind: z.enum(allocationKinds),
  amount: wireMoney,
  status: z.string(),
  document: z.strictObject({ id: z.uuid(), type: z.enum(transactionTypes), number: z.string().nullable() }).nullable(),
});
/** In base currency. */
const entry = z.strictObject({
  entryId: z.uuid(),
  date: wireDay,
  narration: z.string().nullable(),
  isReversal: z.boolean(),
  unproven: z.boolean(),
  lines: z.array(z.strictObject({ lineNumber: z.int(), account, debit: wireMoney, credit: wireMoney })),
});
/** `batchPayment` is of a payment that is one of several in one line of the bank statement. */
export const wholeTransactionSchema = z.strictObject({ ...shape, lines: z.array(line), allocations: z.array(allocation), batchPayment: wholeBatchPaymentSchema.nullable(), journal: z.array(entry).nullable() }).meta({ id: "WholeTransaction" });
type WholeTransaction = z.output<typeof wholeTransactionSchema>;

export function toTransaction({ transaction: row, contactId, shortCode, baseCurrency }: ListedTransaction): Transaction {
  const { bankAccountId, toBankAccountId, xeroAccountCode, isSplit, accountCode, category, categorySource, note, xeroUpdatedAt, createdAt, updatedAt } = row;
  const { id, tenantId, xeroId, type, xeroType, direction, status, number, reference, date, dueDate, plannedPaymentDate, contactName, description } = row;
  const { amount, currencyCode, baseAmount, subTotal, totalTax, amountDue, amountPaid, amountCredited, remainingCredit } = row;
  return {
    ...{ id, tenantId, xeroId, type, xeroType, direction, status, number, reference, date, dueDate, plannedPaymentDate, contactId, contactName, description },
    ...{ amount, currencyCode, currencyRate: rateText(row.currencyRate), baseAmount, baseCurrency, subTotal, totalTax, amountDue, amountPaid, amountCredited, remainingCredit },
    ...{ isReconciled: reconcilable.includes(type) ? row.isReconciled : null, hasAttachments: attachable.includes(type) ? row.hasAttachments : null, bankAccountId, toBankAccountId, xeroAccountCode, isSplit, accountCode, category, categorySource, note },
    ...{ url: xeroLink(shortCode, row), xeroUpdatedAt, createdAt, updatedAt },
  };
}

/** The journal stays out for those who may not read journals. */
export function toWholeTransaction(document: Document, mayReadJournals: boolean): WholeTransaction {
  const { lines, settlements, inBatch, postings, xeroUrl } = document;
  return {
    ...toTransaction({ ...document, shortCode: null }),
    url: xeroUrl,
    lines: lines.map(toLine),
    allocations: settlements.map(({ id, date, kind, amount, status, other }) => ({ id, date, kind, amount, status, document: other })),
    batchPayment: inBatch?.batch ? toWholeBatchPayment(inBatch.batch, inBatch.payments) : null,
    journal: mayReadJournals ? postings.map(toEntry) : null,
  };
}

function toLine({ lineNumber, description, item, account, quantity, unitAmount, discountRate, discountAmount, lineAmount, taxAmount, taxType }: DocumentLine): z.output<typeof line> {
  const price = { quantity: rateOrNull(quantity), unitAmount, discountRate: rateOrNull(discountRate), discountAmount };
  return { lineNumber, description, item, account, ...price, lineAmount, taxAmount, taxType };
}

function rateOrNull(value: Rate | null): string | null {
  return value === null ? null : rateText(value);
}

function toEntry({ id: entryId, date, narration, isReversal, unproven, lines }: Document["postings"][number]): z.output<typeof entry> {
  return { entryId, date, narration, isReversal, unproven, lines: lines.map(({ lineNumber, account, debit, credit }) => ({ lineNumber, account, debit, credit })) };
}
