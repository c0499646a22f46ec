// The mirror of Xero's batch payments. Payments say which batch they are in; one that was read before payments said so learns it from its batch.
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { BatchPayments, Transactions } from "#db/schema/index.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { type Money, sum } from "#lib/money.ts";
import { contentHash } from "#lib/sync/content-hash.ts";
import { accountFinder } from "#lib/sync/settings-queries.ts";
import { fromExcluded, keyed, unlike } from "#lib/sync/upsert-queries.ts";
import type { batchPayment } from "#lib/xero/decode.ts";

type XeroBatch = z.output<typeof batchPayment>;

const atOnce = 500;

export async function saveBatchPayments(tx: Transaction, batches: XeroBatch[]): Promise<number> {
  const { accountOf } = await accountFinder(tx);
  const rows = batches.map((one) => ({
    tenantId: tx.tenantId,
    xeroId: one.BatchPaymentID,
    type: one.Type,
    status: one.Status,
    date: one.Date,
    bankAccountId: accountOf(one.Account),
    amount: totalOf(one),
    reference: one.Reference,
    statementText: [one.Particulars, one.Code, one.Details, one.Narrative].filter(Boolean).join(", ") || null,
    isReconciled: one.IsReconciled,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: contentHash(one),
  }));
  const { tenantId, xeroId, contentHash: hash } = BatchPayments;
  const changed = unlike(rows, await tx.select({ xeroId, contentHash: hash }).from(BatchPayments).where(eq(tenantId, tx.tenantId)));
  await insertRows(tx, BatchPayments, changed, { target: [tenantId, xeroId], set: fromExcluded(BatchPayments, keyed) });
  await tellPayments(tx, batches);
  return changed.length;
}

/** Xero does not state the total everywhere. */
function totalOf({ TotalAmount, Payments }: XeroBatch): Money {
  return TotalAmount ?? sum(Payments.map(({ Amount, BankAmount }) => BankAmount ?? Amount));
}

async function tellPayments(tx: Transaction, batches: readonly XeroBatch[]): Promise<void> {
  const batchOf = new Map(batches.flatMap(({ BatchPaymentID, Payments }) => Payments.map(({ PaymentID }) => [PaymentID, BatchPaymentID] as const)));
  const { tenantId, xeroId, batchXeroId } = Transactions;
  const untold: string[] = [];
  for (const some of batchesOf([...batchOf.keys()], atOnce)) {
    const rows = await tx.select({ xeroId }).from(Transactions).where(and(eq(tenantId, tx.tenantId), inArray(xeroId, some), isNull(batchXeroId)));
    untold.push(...rows.map((row) => row.xeroId));
  }
  for (const [batch, payments] of Map.groupBy(untold, (payment) => batchOf.get(payment))) {
    if (batch) await tx.update(Transactions).set({ batchXeroId: batch }).where(and(eq(tenantId, tx.tenantId), inArray(xeroId, payments)));
  }
}
