// Fills an empty, migrated database with the bench's books: what belongs to people through the doors, the books themselves by bulk. Balances
// are folded here by the ledger's own rule, so that they are no sum of the lines they are held against.
import { eq } from "drizzle-orm";
import { fileOf } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { AccountBalances, Allocations, ApiKeys, JournalEntries, JournalLines, Transactions, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { type Day, todayIn } from "#lib/day.ts";
import { type BalanceMovement, balanceMovements } from "#lib/ledger/entries/balance-movements.ts";
import { addAccounts, openTestBooks } from "#lib/reports/testing/queries.ts";
import type { Scope } from "#lib/scope.ts";
import { type BookedDocument, chart, documentsOf } from "./books.ts";
import type { Loader } from "./loader.ts";
import { openPostgresLoader } from "./load-postgres.ts";
import { openSqliteLoader } from "./load-sqlite.ts";

export type LoadedBooks = { scope: Scope; today: Day; lines: number; key: string };

const atOnce = 2_000;

export async function loadBooks(url: string, rows: number): Promise<LoadedBooks> {
  const { scope } = await openTestBooks("Bench Limited");
  const { tenantId, userId } = scope;
  await addAccounts({ scope }, chart);
  const today = todayIn("Pacific/Auckland");
  const loader = dialectOf(url) === "postgres" ? await openPostgresLoader(url) : openSqliteLoader(fileOf(url));
  const lines = await put(loader, tenantId, documentsOf(tenantId, rows, today));
  await loader.finish();
  await systemTransaction(async (tx) => {
    await tx.update(XeroTenants).set({ ledgerSequence: rows, dataVersion: 1 }).where(eq(XeroTenants.id, tenantId));
    await tx.update(Users).set({ role: "Accountant" }).where(eq(Users.id, userId));
    await tx.insert(UserTenants).values({ userId, tenantId });
  });
  return { scope, today, lines, key: await keyOf(userId) };
}

async function put(loader: Loader, tenantId: string, documents: Generator<BookedDocument>): Promise<number> {
  const balances = new Map<string, BalanceMovement>();
  let lines = 0;
  for (let some = nextOf(documents); some.length > 0; some = nextOf(documents)) {
    await loader.put(Transactions, some.map(({ document }) => document));
    await loader.put(Allocations, some.flatMap(({ allocations }) => allocations));
    await loader.put(JournalEntries, some.map(({ entry }) => entry));
    await loader.put(JournalLines, some.flatMap((one) => one.lines));
    fold(balances, some);
    lines += some.reduce((count, one) => count + one.lines.length, 0);
  }
  await loader.put(AccountBalances, [...balances.values()].map((balance) => ({ ...balance, tenantId })));
  return lines;
}

/** Taking with an iterator's own `take` would end it. */
function nextOf(documents: Generator<BookedDocument>): BookedDocument[] {
  const some: BookedDocument[] = [];
  while (some.length < atOnce) {
    const { done, value } = documents.next();
    if (done) break;
    some.push(value);
  }
  return some;
}

function fold(balances: Map<string, BalanceMovement>, documents: readonly BookedDocument[]): void {
  const entries = documents.map(({ entry: { basis, date, narration = null, sourceType, sourceXeroId }, lines }) => {
    return { basis, date, narration, sourceType, sourceXeroId, unproven: false, lines: lines.map(({ accountId, debit, credit }) => ({ ...plain, accountId, amount: debit - credit })) };
  });
  for (const movement of balanceMovements(entries)) {
    const key = `${movement.accountId} ${movement.month}`;
    const { debit = 0n, credit = 0n } = balances.get(key) ?? {};
    balances.set(key, { ...movement, debit: movement.debit + debit, credit: movement.credit + credit });
  }
}

const plain = { currencyCode: null, currencyAmount: null, rate: null, taxType: null, taxAmount: null, trackingSetId: null, contactId: null, allocationId: null, transactionId: null };

/** As fast as the bench asks. */
async function keyOf(userId: string): Promise<string> {
  const key = await replaceKey({ userId, name: "bench", permissions: ["transactions:read"], tenantIds: null });
  await systemTransaction((tx) => tx.update(ApiKeys).set({ rateLimit: 1_000_000 }).where(eq(ApiKeys.keyId, keyIdOf(key) ?? "")).then(() => undefined));
  return key;
}
