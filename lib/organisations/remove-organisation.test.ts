import { eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeEach, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { type Transaction, transaction } from "#db/index.ts";
import { AuditChains, AuditLogs, Erasures, JournalEntries, JournalLines, UserTenants, XeroConnections, XeroTenants, XeroTokens } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { tenancy } from "#db/tenancy.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, type Sample, sampleRows, tables } from "#db/testing/sample-rows.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { createKey } from "#lib/api-keys/own-keys.ts";
import { claimJob, confirmLease, insertSync } from "#lib/jobs/queries.ts";
import { eraseOrganisation, keepErasing } from "#lib/organisations/erase.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { removeForGood } from "#lib/organisations/remove-for-good.ts";
import { beginRemoval, removeOrganisation } from "#lib/organisations/remove-organisation.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { addMembership } from "#lib/people/membership-queries.ts";
import { callerFor, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase | undefined;
let ada: Caller;
let ours: Sample;
let theirs: Sample;
let name: string;

/** Every table has a row of each of two organisations; ours has a posted entry and its reversal as well. */
beforeEach(async () => {
  stubSettings();
  await database?.close();
  database = await freshDatabase();
  [ours, theirs] = [sampleRows(), sampleRows()];
  for (const sample of [ours, theirs]) await fill(sample);
  await systemTransaction(async (tx) => {
    await tx.delete(Erasures);
    await tx.update(XeroConnections).set({ status: "disconnected" });
  });
  await post(ours);
  const id = await makePerson("ada@example.com", "Admin");
  await systemTransaction((tx) => addMembership(tx, id, ours.tenantId));
  ada = await callerFor("ada@example.com");
  name = (await everyOrganisation()).find((organisation) => organisation.id === ours.tenantId)?.name ?? "";
});
afterAll(() => database?.close());

test("of a removed organisation no table keeps a row but the audit, and of another one every row is as it was", async () => {
  const before = await rowsOf(theirs);
  expect(Object.values(await rowsOf(ours)).every((rows) => rows > 0)).toBe(true);
  await removeForGood(ours.tenantId);
  const left = Object.entries(await rowsOf(ours)).filter(([, rows]) => rows > 0);
  expect(left.map(([table]) => table)).toEqual(["AuditChains"]);
  expect(await rowsOf(theirs)).toEqual(before);
  const audit = await systemRead((q) => q.select().from(AuditLogs).where(eq(AuditLogs.organisationId, ours.tenantId)));
  expect(audit.map(({ action, tenantId }) => ({ action, tenantId })).at(-1)).toEqual({ action: "tenant.removalBegun", tenantId: null });
});

test("who typed its name and sees it removes it: from then on it is seen by no session, no key and no other member", async () => {
  const { key } = await createKey(ada, { name: "Reader", permissions: ["tenants:read"], tenantIds: null, lastDay: null }, new Date());
  expect(await removeOrganisation.call(ada, { tenantId: ours.tenantId, name: ` ${name} ` })).toEqual({ id: ours.tenantId });
  expect((await callerOfSession(ada.id))?.scopes).toEqual([]);
  expect((await callerOfKey(key))?.scopes).toEqual([]);
  expect((await systemRead((q) => q.select().from(UserTenants))).map(({ tenantId }) => tenantId)).toEqual([theirs.tenantId]);
});

test("another name, another's organisation and anybody who is no Admin remove nothing", async () => {
  const before = await rowsOf(ours);
  for (const typed of ["", name.toUpperCase(), `${name}.`]) expect(await refusalOf(removeOrganisation.call(ada, { tenantId: ours.tenantId, name: typed }))).toMatchObject({ reason: "invalid" });
  expect(await refusalOf(removeOrganisation.call(ada, { tenantId: theirs.tenantId, name }))).toMatchObject({ reason: "notFound" });
  for (const role of ["Accountant", "Standard", "Executive", "ReadOnly"] as const) {
    const id = await makePerson(`${role}@example.com`.toLowerCase(), role);
    await systemTransaction((tx) => tx.insert(UserTenants).values({ userId: id, tenantId: ours.tenantId, role: "Admin" }).then(() => undefined));
    const caller = await callerFor(`${role}@example.com`.toLowerCase());
    expect(await refusalOf(removeOrganisation.call(caller, { tenantId: ours.tenantId, name }))).toMatchObject({ reason: "forbidden" });
  }
  expect(await rowsOf(ours)).toEqual({ ...before, UserTenants: (before.UserTenants ?? 0) + 4 });
  expect(await systemRead((q) => q.select().from(Erasures))).toEqual([]);
});

test("a sync that runs meanwhile writes nothing more, and its job is not taken up again", async () => {
  const holding = await runningSync();
  const confirm = () => transaction(ours, (tx) => confirmLease(tx, holding));
  await confirm();
  await beginRemoval(ours.tenantId);
  await expect(confirm()).rejects.toThrow("Another worker has taken this job.");
  const later = new Date(Date.now() + 3_600_000);
  const next = await systemTransaction((tx) => claimJob(tx, "another", later, later, ["sync"]));
  expect(next?.tenantId).not.toBe(ours.tenantId);
});

test("an erasure that was stopped half done is brought to its end by a worker, and so is what somebody wrote meanwhile", async () => {
  await beginRemoval(ours.tenantId, { type: "user", userId: ada.userId, keyId: null, ipAddress: null, userAgent: null });
  await expect(eraseOrganisation(ours.tenantId, stoppedAfter(12))).rejects.toThrow("stopped");
  const half = Object.values(await rowsOf(ours));
  expect([half.some((rows) => rows === 0), half.some((rows) => rows > 0)]).toEqual([true, true]);
  await transaction(ours, (tx) => tx.insert(table("Contacts")).values(ours.fresh("Contacts")).then(() => undefined));
  const end = new AbortController();
  const working = keepErasing(end.signal);
  await expect.poll(async () => (await everyOrganisation()).map(({ id }) => id), { timeout: 10_000 }).toEqual([theirs.tenantId]);
  end.abort();
  await working;
  const removed = (await systemRead((q) => q.select().from(AuditLogs))).filter(({ action }) => action === "tenant.removed");
  expect(removed).toMatchObject([{ organisationId: null, actorId: ada.userId, resourceId: ours.tenantId, details: { name } }]);
});

test("the command goes on where it was begun, and names what there is when the id is none of them", async () => {
  await beginRemoval(ours.tenantId);
  expect(await removeForGood(ours.tenantId)).toMatchObject({ name });
  for (const id of ["", "' or 1=1", uuidv7(), ours.tenantId]) {
    expect(await refusalOf(removeForGood(id))).toMatchObject({ reason: "notFound", message: expect.stringContaining(theirs.tenantId) });
  }
});

test("a sign-in at Xero goes with the last organisation it reaches, and not before", async () => {
  const [token] = await systemRead((q) => q.select().from(XeroTokens).where(eq(XeroTokens.id, ours.rows.get("XeroTokens")?.id ?? "")));
  await systemTransaction((tx) => tx.update(XeroConnections).set({ tokenId: token?.id ?? "" }).then(() => undefined));
  await beginRemoval(ours.tenantId);
  expect((await systemRead((q) => q.select().from(XeroTokens))).map(({ id }) => id)).toContain(token?.id);
  await beginRemoval(theirs.tenantId);
  expect((await systemRead((q) => q.select().from(XeroTokens))).map(({ id }) => id)).not.toContain(token?.id);
});

test("the audit of a removed organisation verifies as before", async () => {
  // The sample's rows were made by nobody and are in no chain.
  await database?.close();
  database = await freshDatabase();
  const id = await makePerson("ada@example.com", "Admin");
  const tenantId = await systemTransaction(async (tx) => {
    const [made] = await tx.insert(XeroTenants).values({ tenantId: "kauri", tenantName: "Kauri", tenantType: "Organization" }).returning({ id: XeroTenants.id });
    await addMembership(tx, id, made?.id ?? "");
    return made?.id ?? "";
  });
  const before = await verifyAudit();
  await removeForGood(tenantId);
  expect(await verifyAudit()).toEqual({ ...before, chains: before.chains + 2, rows: before.rows + 2 });
  expect((await systemRead((q) => q.select().from(AuditChains))).map((chain) => chain.id)).toContain(tenantId);
});

async function rowsOf({ tenantId }: Sample): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const [named, { tenant }] of Object.entries(tenancy)) {
    if (!tenant || named === "Erasures") continue;
    const rows = await transaction({ tenantId }, (tx) => tx.select().from(table(named)));
    counted[named] = rows.length;
  }
  return counted;
}

function table(named: string): PgTable {
  const found = tables.get(named);
  if (!found) throw new Error(`There is no table ${named}.`);
  return found;
}

async function post(sample: Sample): Promise<void> {
  const accountId = sample.rows.get("Accounts")?.id ?? "";
  const { tenantId } = sample;
  let reversesId: string | null = null;
  for (const sequence of [101, 102]) {
    const id = uuidv7();
    const entry = { id, tenantId, basis: "accrual" as const, sourceType: "ACCREC", sourceXeroId: id, sourceVersion: 1, date: "2026-03-31", contentHash: "", reversesId };
    const lines = [{ debit: 5n, credit: 0n }, { debit: 0n, credit: 5n }].map((amounts, index) => ({ tenantId, entryId: id, lineNumber: index + 1, date: "2026-03-31", accountId, ...amounts }));
    await transaction({ tenantId }, async (tx: Transaction) => {
      await tx.insert(JournalEntries).values(entry);
      await tx.insert(JournalLines).values(lines);
      await tx.update(JournalEntries).set({ status: "posted", postedAt: new Date(), sequence }).where(eq(JournalEntries.id, id));
    });
    reversesId = id;
  }
}

async function runningSync() {
  const now = new Date();
  await systemTransaction(async (tx) => {
    await insertSync(tx, { tenantId: ours.tenantId, userId: null, mode: "full" });
  });
  const until = new Date(now.getTime() + 30_000);
  const jobs = await systemTransaction(async (tx) => {
    const claimed = [];
    for (let row = await claimJob(tx, "worker", now, until, ["sync"]); row; row = await claimJob(tx, "worker", now, until, ["sync"])) claimed.push(row);
    return claimed;
  });
  return { jobId: jobs.find(({ tenantId }) => tenantId === ours.tenantId)?.id ?? "", owner: "worker" };
}

/** A signal that lets so many steps pass. */
function stoppedAfter(steps: number): AbortSignal {
  const { signal } = new AbortController();
  let left = steps;
  return Object.assign(signal, {
    throwIfAborted() {
      left -= 1;
      if (left < 0) throw new Error("stopped");
    },
  });
}
