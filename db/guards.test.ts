// What the database itself refuses, whatever the code above it does.
import { and, eq, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { read, type Transaction, transaction } from "./index.ts";
import { AuditLogs, Erasures, JournalEntries, JournalLines, Reports, Users, UserTenants } from "./schema/index.ts";
import { systemTransaction } from "./system.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { fill, sampleRows } from "./testing/sample-rows.ts";

let database: TestDatabase;
const sample = sampleRows();
const accountId = sample.rows.get("Accounts")?.id ?? "";
const { tenantId } = sample;

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
});
afterAll(() => database.close());

test.each([
  { entry: "without lines", lines: [] },
  { entry: "of one line", lines: [[100n, 0n]] },
  { entry: "of one line that is zero", lines: [[0n, 0n]] },
  { entry: "whose debits exceed its credits", lines: [[100_0001n, 0n], [0n, 100_0000n]] },
  { entry: "of two debits", lines: [[50n, 0n], [50n, 0n]] },
] as const)("an entry $entry is not posted", async ({ lines }) => {
  const id = await draft(lines);
  await expectRefusal(post(id), "debits equal their credits");
  expect(await statusOf(id)).toBe("draft");
});

test("an entry that balances to the ten-thousandth is posted", async () => {
  expect(await statusOf(await posted())).toBe("posted");
});

test("an entry is not born posted", async () => {
  await expectRefusal(within((tx) => tx.insert(JournalEntries).values({ ...entry(), status: "posted" })), "after its lines are written");
});

test("a posted entry is neither changed nor deleted, nor made a draft again", async () => {
  const id = await posted();
  const mine = eq(JournalEntries.id, id);
  await expectRefusal(within((tx) => tx.update(JournalEntries).set({ narration: "other" }).where(mine)), "reverse it");
  await expectRefusal(within((tx) => tx.update(JournalEntries).set({ status: "draft" }).where(mine)), "reverse it");
  await expectRefusal(within((tx) => tx.delete(JournalEntries).where(mine)), "reverse it");
  expect(await statusOf(id)).toBe("posted");
});

test("the lines of a posted entry are neither changed, nor deleted, nor joined by another one", async () => {
  const id = await posted();
  const first = and(eq(JournalLines.entryId, id), eq(JournalLines.lineNumber, 1));
  await expectRefusal(within((tx) => tx.update(JournalLines).set({ debit: 1n }).where(first)), "reverse it");
  await expectRefusal(within((tx) => tx.delete(JournalLines).where(first)), "reverse it");
  await expectRefusal(within((tx) => tx.insert(JournalLines).values(line(id, 9, [7n, 0n]))), "reverse it");
  await expectRefusal(within((tx) => tx.insert(JournalLines).values(line(id, 1, [7n, 0n])).onConflictDoUpdate({ target: [JournalLines.entryId, JournalLines.lineNumber], set: { debit: 7n } })), "reverse it");
});

test("no line moves into a posted entry, and none out of it", async () => {
  const [kept, open] = [await posted(), await draft([[5n, 0n]])];
  await expectRefusal(within((tx) => tx.update(JournalLines).set({ entryId: kept, lineNumber: 9 }).where(eq(JournalLines.entryId, open))), "reverse it");
  await expectRefusal(within((tx) => tx.update(JournalLines).set({ entryId: open, lineNumber: 9 }).where(and(eq(JournalLines.entryId, kept), eq(JournalLines.lineNumber, 1)))), "reverse it");
});

test("a draft and its lines are changed and deleted freely", async () => {
  const id = await draft([[5n, 0n], [0n, 5n]]);
  await within((tx) => tx.update(JournalLines).set({ debit: 6n }).where(and(eq(JournalLines.entryId, id), eq(JournalLines.lineNumber, 1))));
  await within((tx) => tx.delete(JournalEntries).where(eq(JournalEntries.id, id)));
  expect(await read(sample, (q) => q.select().from(JournalLines).where(eq(JournalLines.entryId, id)))).toEqual([]);
});

test.each([
  { side: "both sides at once", amounts: [1n, 1n] },
  { side: "a negative debit", amounts: [-1n, 0n] },
  { side: "a negative credit", amounts: [0n, -1n] },
] as const)("a line has never $side", async ({ amounts }) => {
  await expect(draft([amounts])).rejects.toThrow();
});

test("a line joins an entry before it is posted or not at all, also when two do it at once", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const id = await draft([[5n, 0n], [0n, 5n]]);
      await Promise.allSettled([post(id), within((tx) => tx.insert(JournalLines).values(line(id, 3, [7n, 0n])))]);
      const lines = await read(sample, (q) => q.select().from(JournalLines).where(eq(JournalLines.entryId, id)));
      return { status: await statusOf(id), lines: lines.length };
    }),
  );
  expect(outcomes.filter(({ status, lines }) => status === "posted" && lines !== 2)).toEqual([]);
});

test("what is posted is deleted only when its organisation is being erased and nobody is its member, and is changed not even then", async () => {
  const id = await posted();
  const [mine, lines] = [eq(JournalEntries.id, id), eq(JournalLines.entryId, id)];
  const both = async (tx: Transaction) => {
    await tx.delete(JournalLines).where(lines);
    await tx.delete(JournalEntries).where(mine);
  };
  const asides = { members: await read(sample, (q) => q.select().from(UserTenants)), erasures: await read(sample, (q) => q.select().from(Erasures)) };
  await expectRefusal(within(both), "reverse it");
  await within((tx) => tx.delete(Erasures));
  await within((tx) => tx.delete(UserTenants));
  await expectRefusal(within(both), "reverse it");
  await within((tx) => tx.insert(Erasures).values(asides.erasures));
  await expectRefusal(within((tx) => tx.update(JournalEntries).set({ narration: "other" }).where(mine)), "reverse it");
  await expectRefusal(within((tx) => tx.update(JournalLines).set({ debit: 1n }).where(lines)), "reverse it");
  await within(both);
  expect(await statusOf(id)).toBeUndefined();
  await within((tx) => tx.insert(UserTenants).values(asides.members));
});

const change: Record<string, Partial<typeof Reports.$inferInsert>> = {
  id: { id: uuidv7() },
  type: { type: "BALANCE_SHEET" },
  data: { data: { rows: ["other"] } },
  parameters: { parameters: { other: true } },
  contentHash: { contentHash: "other" },
  schemaVersion: { schemaVersion: 99 },
  periodStart: { periodStart: "2020-01-01" },
  periodEnd: { periodEnd: "2020-01-01" },
  currency: { currency: "USD" },
  dataVersion: { dataVersion: 99 },
  supersedesId: { supersedesId: sample.rows.get("Reports")?.id ?? null },
  createdAt: { createdAt: new Date(0) },
};

test.each(Object.keys(change))("a stored report keeps its %s", async (column) => {
  await expectRefusal(within((tx) => tx.update(Reports).set(change[column] ?? {}).where(oursOf(Reports.id, "Reports"))), "cannot be changed");
});

test("a stored report may be named, pinned and called stale", async () => {
  const staleSince = new Date("2026-05-01T00:00:00Z");
  await within((tx) => tx.update(Reports).set({ name: "March", pinned: true, staleSince, status: "ready" }).where(oursOf(Reports.id, "Reports")));
  const [report] = await read(sample, (q) => q.select().from(Reports).where(eq(Reports.tenantId, q.tenantId)));
  expect(report).toMatchObject({ name: "March", pinned: true, staleSince });
});

test("what an audit row says of what happened is never changed, and no row is deleted", async () => {
  const mine = oursOf(AuditLogs.id, "AuditLogs");
  const changes: Partial<typeof AuditLogs.$inferInsert>[] = [
    { action: "other" },
    { details: { other: true } },
    { status: "denied" },
    { severity: "warning" },
    { actorId: uuidv7() },
    { organisationId: uuidv7() },
    { sequence: 99 },
    { prevHash: "other" },
    { hash: "other" },
    { createdAt: new Date(0) },
    { userId: await anotherPerson() },
  ];
  for (const set of changes) await expectRefusal(within((tx) => tx.update(AuditLogs).set(set).where(mine)), "only be added to");
  await expectRefusal(within((tx) => tx.delete(AuditLogs).where(mine)), "only be added to");
});

test("an audit row outlives the person it names and forgets only the link to them", async () => {
  const [sampled] = await auditRows();
  const row = { ...sampled, id: uuidv7(), userId: await anotherPerson(), sequence: 2 };
  if (!sampled) throw new Error("There is no audit row to begin with.");
  await within((tx) => tx.insert(AuditLogs).values({ ...sampled, ...row }));
  await systemTransaction((tx) => tx.delete(Users).where(eq(Users.id, row.userId)).then(() => undefined));
  expect((await auditRows()).find(({ id }) => id === row.id)).toEqual({ ...row, userId: null });
});

function auditRows() {
  return read(sample, (q) => q.select().from(AuditLogs).where(eq(AuditLogs.tenantId, q.tenantId)).orderBy(AuditLogs.sequence));
}

function within(work: (tx: Transaction) => PromiseLike<unknown>): Promise<void> {
  return transaction(sample, async (tx) => {
    await work(tx);
  });
}

async function draft(lines: readonly (readonly [bigint, bigint])[]): Promise<string> {
  const row = entry();
  await within(async (tx) => {
    await tx.insert(JournalEntries).values(row);
    for (const [index, amounts] of lines.entries()) await tx.insert(JournalLines).values(line(row.id, index + 1, amounts));
  });
  return row.id;
}

async function posted(): Promise<string> {
  const id = await draft([[100_0001n, 0n], [0n, 100_0000n], [0n, 1n]]);
  await post(id);
  return id;
}

function post(id: string): Promise<void> {
  return within((tx) => tx.update(JournalEntries).set({ status: "posted", postedAt: new Date() }).where(eq(JournalEntries.id, id)));
}

async function statusOf(id: string): Promise<string | undefined> {
  const [row] = await read(sample, (q) => q.select({ status: JournalEntries.status }).from(JournalEntries).where(eq(JournalEntries.id, id)));
  return row?.status;
}

function entry() {
  const id = uuidv7();
  return { id, tenantId, basis: "accrual" as const, sourceType: "ACCREC", sourceXeroId: id, sourceVersion: 1, date: "2026-03-31", contentHash: "" };
}

function line(entryId: string, lineNumber: number, [debit, credit]: readonly [bigint, bigint]) {
  return { tenantId, entryId, lineNumber, date: "2026-03-31", accountId, debit, credit };
}

async function anotherPerson(): Promise<string> {
  const id = uuidv7();
  await systemTransaction((tx) => tx.insert(Users).values({ id, email: `${id}@example.com`, passwordHash: "-" }).then(() => undefined));
  return id;
}

function oursOf(column: typeof Reports.id | typeof AuditLogs.id, table: string): SQL {
  return eq(column, sample.rows.get(table)?.id ?? "");
}

async function expectRefusal(work: Promise<unknown>, sentence: string): Promise<void> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  expect(error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)).toContain(sentence);
}
