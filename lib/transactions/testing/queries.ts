// For tests: documents by the hundred, and by hand.
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { type Query, transaction } from "#db/index.ts";
import { Contacts, TransactionLines, Transactions } from "#db/schema/index.ts";
import type { TransactionType } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { money, rateOfOne } from "#lib/money.ts";
import type { TestBooks } from "#lib/reports/testing/queries.ts";

type Columns = Omit<Partial<typeof Transactions.$inferInsert>, "amount" | "tenantId">;
/** What a test says of a document; the rest is as plain as can be. `lines` are the accounts its lines are coded to. */
export type TestDocument = Columns & { type: TransactionType; date: Day; amount: string; lines?: readonly string[] };

/** Gives their ids, in the order given. An id of ours is Xero's as well, unless another one is given. */
export async function addDocuments({ scope }: TestBooks, documents: readonly TestDocument[]): Promise<string[]> {
  const rows = documents.map((document) => ({ ...rowOf(document), lines: document.lines ?? [], tenantId: scope.tenantId }));
  const lines = rows.flatMap(({ id, lines: accounts }) => accounts.map((accountId, index) => ({ tenantId: scope.tenantId, transactionId: id, lineNumber: index + 1, accountId, lineAmount: 0n, taxAmount: 0n })));
  await transaction(scope, async (tx) => {
    for (const portion of portionsOf(rows)) await tx.insert(Transactions).values(portion);
    for (const portion of portionsOf(lines)) await tx.insert(TransactionLines).values(portion);
  });
  return rows.map(({ id }) => id);
}

/** Ours, by Xero's; empty when there is none. */
export async function documentIdOf(q: Query, xeroId: string): Promise<string> {
  const [row] = await q.select({ id: Transactions.id }).from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.xeroId, xeroId)));
  return row?.id ?? "";
}

/** Xero's id of a contact is `xero-` and its name. */
export async function addContacts({ scope }: TestBooks, names: readonly string[]): Promise<string[]> {
  const rows = names.map((name) => ({ id: uuidv7(), tenantId: scope.tenantId, xeroId: `xero-${name}`.slice(0, 255), name, status: "ACTIVE", contentHash: "none" }));
  await transaction(scope, async (tx) => {
    for (const portion of portionsOf(rows)) await tx.insert(Contacts).values(portion);
  });
  return rows.map(({ id }) => id);
}

function rowOf({ lines: _lines, ...document }: TestDocument) {
  const [id, amount] = [document.id ?? uuidv7(), money(document.amount)];
  const amounts = { baseAmount: amount, subTotal: amount, totalTax: 0n, amountDue: 0n, amountPaid: 0n, amountCredited: 0n };
  const kind = { xeroType: document.type, direction: "in", lineAmountTypes: "NoTax", status: "AUTHORISED", currencyCode: "NZD", currencyRate: rateOfOne, contentHash: "none" } as const;
  return { id, xeroId: id, ...kind, ...amounts, ...document, amount };
}

function portionsOf<Row>(rows: readonly Row[]): Row[][] {
  const size = 400;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
