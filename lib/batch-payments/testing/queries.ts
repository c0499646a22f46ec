// For tests: a batch with the payments that name it.
import { v7 as uuidv7 } from "uuid";
import { transaction } from "#db/index.ts";
import { BatchPayments } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { decimal, money, sum } from "#lib/money.ts";
import type { TestBooks } from "#lib/reports/testing/queries.ts";
import { addDocuments } from "#lib/transactions/testing/queries.ts";

type TestBatch = { date: Day; amounts: readonly string[] } & Partial<Pick<typeof BatchPayments.$inferInsert, "status" | "isReconciled" | "bankAccountId">>;

/** Gives its id. Its total is what its payments come to. */
export async function addBatchPayment(books: TestBooks, { date, amounts, ...more }: TestBatch): Promise<string> {
  const id = uuidv7();
  const total = sum(amounts.map(money));
  await addDocuments(books, amounts.map((amount, index) => ({ type: "PAYMENT", date, amount, number: `B-${index + 1}`, batchXeroId: id, status: more.status ?? "AUTHORISED" })));
  const row = { id, tenantId: books.scope.tenantId, xeroId: id, type: "PAYBATCH", status: "AUTHORISED", date, amount: total, reference: `Run of ${decimal(total)}`, contentHash: "none", ...more };
  await transaction(books.scope, (tx) => tx.insert(BatchPayments).values(row).then(() => undefined));
  return id;
}
