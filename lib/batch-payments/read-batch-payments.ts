// Batch payments, a list of them and one with its payments, over the organisations the caller may read them of.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { batchListing, batchPaymentSchema, toBatchPayment, toWholeBatchPayment, wholeBatchPaymentSchema } from "#lib/batch-payments/batch-payment.ts";
import { exampleBatchPayment, exampleWholeBatchPayment } from "#lib/batch-payments/examples.ts";
import { findBatchPayment, listBatchPayments, paymentsOfBatch } from "#lib/batch-payments/queries.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { wireDay } from "#lib/wire-values.ts";

const place = z.strictObject({ date: wireDay, id: z.uuid() });

export const listStoredBatchPayments = operation({
  name: "batchPayments.list",
  describe: "Batch payments, several payments that are one line of the bank statement: newest first, without their payments.",
  needs: "transactions:read",
  scope: many,
  effect: "read",
  input: batchListing,
  output: pageSchema(batchPaymentSchema),
  http: { method: "GET", path: "/batch-payments" },
  example: { input: { dateFrom: "2026-11-01" }, output: { data: [exampleBatchPayment], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor, tenantId: _chosen, ...filter }) {
    const after = placeIn(place, cursor);
    const found = await readMany(scopes, (q) => listBatchPayments(q, filter, after, limit + 1));
    return pageOf(found.map(toBatchPayment), limit, ({ date, id }) => cursorOf({ date, id }));
  },
});

export const getBatchPayment = operation({
  name: "batchPayments.get",
  describe: "One batch payment with its payments. It posts nothing itself: each payment does, once.",
  needs: "transactions:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: wholeBatchPaymentSchema,
  http: { method: "GET", path: "/batch-payments/{id}" },
  example: { input: { id: exampleBatchPayment.id }, output: exampleWholeBatchPayment },
  run: (scopes, { id }) =>
    readMany(scopes, async (q) => {
      const batch = (await findBatchPayment(q, id)) ?? refuse("notFound", "There is no such batch payment, or it is not yours.");
      return toWholeBatchPayment(batch, await paymentsOfBatch({ ...q, tenantId: batch.tenantId }, batch.xeroId));
    }),
});
