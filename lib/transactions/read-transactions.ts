// Documents, a list of them and one with all that belongs to it, over the organisations the caller may read them of.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { allows, many } from "#lib/scope.ts";
import { exampleTransaction, exampleWholeTransaction } from "#lib/transactions/examples.ts";
import { listing } from "#lib/transactions/listing.ts";
import { openDocument } from "#lib/transactions/open-document.ts";
import { pageOfTransactions } from "#lib/transactions/page-of-transactions.ts";
import { tenantOfTransaction } from "#lib/transactions/queries.ts";
import { toTransaction, toWholeTransaction, transactionSchema, wholeTransactionSchema } from "#lib/transactions/transaction.ts";

export const listStoredTransactions = operation({
  name: "transactions.list",
  describe: "Invoices, bills, credit notes, bank transactions, transfers and payments: newest first, or as `sort` says.",
  needs: "transactions:read",
  scope: many,
  effect: "read",
  input: listing,
  output: pageSchema(transactionSchema),
  http: { method: "GET", path: "/transactions" },
  example: { input: { dateFrom: "2026-10-01", type: ["INVOICE"] }, output: { data: [exampleTransaction], nextCursor: null, hasMore: false } },
  async run(scopes, asked) {
    const page = await readMany(scopes, (q) => pageOfTransactions(q, asked));
    return { ...page, data: page.data.map(toTransaction) };
  },
});

export const getTransaction = operation({
  name: "transactions.get",
  describe: "One document with its lines, what it settles or is settled by, and, for those who may read journals, what it posted.",
  needs: "transactions:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: wholeTransactionSchema,
  http: { method: "GET", path: "/transactions/{id}" },
  example: { input: { id: exampleTransaction.id }, output: exampleWholeTransaction },
  async run(scopes, { id }) {
    const tenantId = await readMany(scopes, (q) => tenantOfTransaction(q, id));
    const scope = scopes.find((candidate) => candidate.tenantId === tenantId);
    const document = scope && (await read(scope, (q) => openDocument(q, id)));
    if (!document) return refuse("notFound", "There is no such transaction, or it is not yours.");
    return toWholeTransaction(document, allows(scope, "journals:read"));
  },
});
