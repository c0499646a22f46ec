// Fills an empty, migrated database with the bench's books: what belongs to people through the doors, the books themselves by bulk.
import { eq } from "drizzle-orm";
import { fileOf } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { Allocations, ApiKeys, JournalEntries, JournalLines, Transactions, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { type Day, todayIn } from "#lib/day.ts";
import { addAccounts, openTestBooks } from "#lib/reports/testing/queries.ts";
import type { Scope } from "#lib/scope.ts";
import { type BookedDocument, chart, documentsOf } from "./books.ts";
import { foldsOf } from "./folds.ts";
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
  const folds = foldsOf(loader, tenantId);
  let lines = 0;
  for (let some = nextOf(documents); some.length > 0; some = nextOf(documents)) {
    await loader.put(Transactions, some.map(({ document }) => document));
    await loader.put(Allocations, some.flatMap(({ allocations }) => allocations));
    await loader.put(JournalEntries, some.map(({ entry }) => entry));
    await loader.put(JournalLines, some.flatMap((one) => one.lines));
    await folds.add(some);
    lines += some.reduce((count, one) => count + one.lines.length, 0);
  }
  await folds.finish();
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

/** As fast as the bench asks. */
async function keyOf(userId: string): Promise<string> {
  const key = await replaceKey({ userId, name: "bench", permissions: ["transactions:read", "reports:write"], tenantIds: null });
  await systemTransaction((tx) => tx.update(ApiKeys).set({ rateLimit: 1_000_000 }).where(eq(ApiKeys.keyId, keyIdOf(key) ?? "")).then(() => undefined));
  return key;
}
