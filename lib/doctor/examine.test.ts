import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { migrate, rollback } from "#db/migrate.ts";
import { Jobs, XeroTenants, XeroTokens } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { encrypt } from "#lib/crypto.ts";
import { examine, findingLine } from "#lib/doctor/examine.ts";
import type { Finding } from "#lib/doctor/finding.ts";
import { beat } from "#lib/jobs/queries.ts";
import { openMailbox } from "#lib/mail/testing/mailbox.ts";
import { makePerson, stubSettings } from "#lib/people/testing.ts";

const now = new Date("2026-03-31T10:00:00Z");
const hoursBefore = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
let database: TestDatabase;
let folder: string;
let userId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  stubSettings({ BACKUP_DIR: folder, XERO_CLIENT_ID: "id", XERO_CLIENT_SECRET: "secret", BACKUP_KEY: Buffer.alloc(32).toString("base64") });
  database = await freshDatabase();
  userId = await makePerson("mere@example.com");
});
beforeEach(async () => {
  writeFileSync(join(folder, "daybook-20260331T040000Z.tar.gz.sealed"), "");
  await systemTransaction(async (tx) => {
    for (const table of [Jobs, XeroTokens, XeroTenants]) await tx.delete(table);
    await beat(tx, "here:1", "separate", now);
  });
  await addOrganisation("Kauri & Sons", 3, true);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

test("where everything is in order each line says so", async () => {
  const found = await examine(now);
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  const asked = ["configuration", "database", "disk", "backups", "e-mail", "secrets", "worker", "queue", "books"];
  expect([...new Set(found.map(({ about }) => about))]).toEqual(database.dialect === "sqlite" ? asked : asked.toSpliced(2, 0, "clock"));
  expect(found.map(findingLine)).toContain("ok      books          Kauri & Sons was synced 3 hours ago, and ties as at 2026-03-31.");
});

test("a backup that is overdue, and none at all, are broken", async () => {
  expect(await of("backups", new Date("2026-04-02T04:00:00Z"))).toMatchObject([{ state: "ok" }]);
  expect(await of("backups", new Date("2026-04-02T04:00:01Z"))).toMatchObject([{ state: "broken", says: expect.stringContaining("one is due every 24 hours") }]);
  rmSync(join(folder, "daybook-20260331T040000Z.tar.gz.sealed"));
  expect(await of("backups", now)).toMatchObject([{ state: "broken", says: `There is no backup in ${folder}. Start a worker, which takes one, or: npm run backup` }]);
});

test("a mail server that cannot be reached is broken, and one that answers says whom e-mail is from", async () => {
  const mailbox = await openMailbox();
  vi.stubEnv("MAIL_FROM", "Daybook <daybook@example.com>");
  vi.stubEnv("SMTP_URL", mailbox.url);
  expect(await of("e-mail", now)).toMatchObject([{ state: "ok", says: "The mail server answers; e-mail is from Daybook <daybook@example.com>." }]);
  await mailbox.close();
  expect(await of("e-mail", now)).toMatchObject([{ state: "broken", says: expect.stringMatching(/^The mail server at SMTP_URL cannot be used: .*ECONNREFUSED/) }]);
  vi.stubEnv("SMTP_URL", "");
});

test("a worker that has been silent for more than a minute is broken", async () => {
  expect(await of("worker", new Date(now.getTime() + 60_000))).toMatchObject([{ state: "ok" }]);
  expect(await of("worker", new Date(now.getTime() + 60_001))).toMatchObject([{ state: "broken", says: "A worker last gave a sign of life 1 minute ago; nothing is synced. Start one: npm start" }]);
});

test("a secret whose key is gone is broken, and the line names the key", async () => {
  const id = uuidv7();
  const sealed = (column: string) => encrypt("a token", { table: "XeroTokens", column, row: id });
  const token = { id, userId, xeroUserId: "x", expiresAt: now, scopes: "", accessToken: sealed("accessToken"), refreshToken: sealed("refreshToken").replace(".k1.", ".old.") };
  await systemTransaction((tx) => tx.insert(XeroTokens).values(token).then(() => undefined));
  expect(await of("secrets", now)).toMatchObject([{ state: "broken", says: expect.stringMatching(/^1 of 2 secrets do not open: the keys old are missing\./) }]);
});

test("books that are old, do not tie, or were never synced are told apart", async () => {
  await addOrganisation("Rata", 49, true);
  await addOrganisation("Totara", 1, false);
  await addOrganisation("Rimu", null, false);
  expect((await of("books", now)).map(({ state, says }) => `${state}: ${says}`)).toEqual([
    "ok: Kauri & Sons was synced 3 hours ago, and ties as at 2026-03-31.",
    "look: Rata was synced 2 days ago, and ties as at 2026-03-31. Start a sync.",
    "broken: Rimu was never synced to the end. Start a sync; its job says what was in the way.",
    'look: Totara was synced 1 hour ago; 2 of 60 accounts do not tie as at 2026-03-31. Its page "Tie-out" shows them.',
  ]);
});

test("with migrations missing nothing is asked that needs them", async () => {
  await rollback(database.url, 1);
  const found = await examine(now);
  await migrate(database.url);
  expect(found.find(({ about }) => about === "migrations")).toMatchObject({ state: "broken", says: expect.stringContaining("npm run db:migrate") });
  expect(found.map(({ about }) => about)).not.toContain("secrets");
});

test("a database that is away is one broken line, and the rest is still looked at", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://daybook:secret@127.0.0.1:1/books");
  const found = await examine(now);
  vi.stubEnv("DATABASE_URL", database.url);
  expect(found.filter(({ about }) => about === "database")).toEqual([{ about: "database", state: "broken", says: "DATABASE_URL: PostgreSQL does not answer at 127.0.0.1:1 (ECONNREFUSED). Start it, or correct the address." }]);
  expect(found.map(({ about }) => about)).toContain("backups");
});

async function of(about: string, at: Date): Promise<Finding[]> {
  return (await examine(at)).filter((finding) => finding.about === about);
}

/** Synced so many hours ago, or never. */
async function addOrganisation(tenantName: string, hours: number | null, ties: boolean): Promise<void> {
  const id = uuidv7();
  const tieOut = { asAt: "2026-03-31", accounts: 60, differing: ties ? 0 : 2, amount: "0.00", ties };
  const result = { calls: 1, bytes: 1, objects: {}, tieOut, warnings: [] };
  await systemTransaction(async (tx) => {
    await tx.insert(XeroTenants).values({ id, tenantId: uuidv7(), tenantName, tenantType: "Organization" });
    if (hours === null) return;
    await tx.insert(Jobs).values({ tenantId: id, type: "sync", status: "succeeded", parameters: {}, correlationId: uuidv7(), finishedAt: hoursBefore(hours), result });
  });
}
