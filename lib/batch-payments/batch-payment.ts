// A batch payment as the API hands it out: one line of the bank statement, and the payments it is made of.
import { z } from "zod";
import type { BatchPayment, PaymentOfBatch } from "#lib/batch-payments/queries.ts";
import { paging } from "#lib/listing.ts";
import { wireDay, wireInstant, wireMoney, wireText } from "#lib/wire-values.ts";

const filters = { status: z.array(wireText(50)).optional(), dateFrom: wireDay.optional(), dateTo: wireDay.optional(), isReconciled: z.boolean().optional() };
export const batchListing = z.strictObject({ ...paging, ...filters });
export type BatchFilter = Pick<z.output<typeof batchListing>, keyof typeof filters>;

const shape = {
  id: z.uuid(),
  tenantId: z.uuid(),
  xeroId: z.string(),
  /** Xero's word: PAYBATCH for bills, RECBATCH for invoices. */
  type: z.string(),
  status: z.string(),
  date: wireDay,
  /** What the bank statement shows: in currencyCode, which is the account's, and without sign. */
  amount: wireMoney,
  currencyCode: z.string().nullable(),
  bankAccountId: z.uuid().nullable(),
  reference: z.string().nullable(),
  /** What else the bank was told. */
  statementText: z.string().nullable(),
  isReconciled: z.boolean(),
  xeroUpdatedAt: wireInstant.nullable(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
};
export const batchPaymentSchema = z.strictObject(shape).meta({ id: "BatchPayment" });

/** In the currency of the payment's own document. */
const payment = z.strictObject({ id: z.uuid(), number: z.string().nullable(), contactName: z.string().nullable(), date: wireDay, amount: wireMoney, currencyCode: z.string(), status: z.string() });
export const wholeBatchPaymentSchema = z.strictObject({ ...shape, payments: z.array(payment) }).meta({ id: "WholeBatchPayment" });

export function toBatchPayment({ contentHash: _hash, ...batch }: BatchPayment): z.output<typeof batchPaymentSchema> {
  return batch;
}

export function toWholeBatchPayment(batch: BatchPayment, payments: readonly PaymentOfBatch[]): z.output<typeof wholeBatchPaymentSchema> {
  return { ...toBatchPayment(batch), payments: payments.map(({ id, number, contactName, date, amount, currencyCode, status }) => ({ id, number, contactName, date, amount, currencyCode, status })) };
}
