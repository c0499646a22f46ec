// Everything that the database holds comes back, in a database of its own, or not at all.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getTableName } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { atDatabase } from "#db/elsewhere.ts";
import { readMany, transaction } from "#db/index.ts";
import { migrationsFor, rollback } from "#db/migrate.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { tenancy } from "#db/tenancy.ts";
import { freshDatabase, type TestDatabase, unusedDatabase } from "#db/testing.ts";
import { fill, sampleRows, tables } from "#db/testing/sample-rows.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { checkBackup } from "#lib/backups/check-backup.ts";
import { restoreBackup } from "#lib/backups/restore-backup.ts";
import { type Taken, takeBackup } from "#lib/backups/take-backup.ts";
import { readContainer, writeContainer } from "#lib/backups/container.ts";
import { contentHash } from "#lib/canonical.ts";
import { encrypt } from "#lib/crypto.ts";
import { stubSettings } from "#lib/people/testing.ts";

const key = Buffer.alloc(32, 3);
const sample = sampleRows();
/** With everything that could be taken for the end of a field, of a row, of a table, or for nothing. */
const hostile = "Kauri\t& Sons\n\\.\r\n\\N \\\\ \"Ω\" 𝄞 '";
let database: TestDatabase;
let folder: string;
let taken: Taken;
/** Where the first test restores to. */
let restored: Awaited<ReturnType<typeof unusedDatabase>>;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  // One row that is more than a connection holds at once, with the end of its table right behind it.
  const document = { rows: ["a cell ".repeat(50_000)] };
  Object.assign(sample.rows.get("Reports") ?? {}, { data: document, contentHash: contentHash(document) });
  const token = sample.rows.get("XeroTokens") ?? missing();
  Object.assign(token, { accessToken: encrypt("a token", { table: "XeroTokens", column: "accessToken", row: token.id }) });
  Object.assign(sample.rows.get("XeroTenants") ?? {}, { tenantName: hostile });
  await fill(sample, ["AuditLogs", "AuditChains"]);
  await transaction({ tenantId: sample.tenantId }, (tx) => record(tx, "sync.succeeded", { actor: daybook }));
  await systemTransaction((tx) => record(tx, "installation.setUp", { actor: daybook }));
  folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  taken = await takeBackup({ url: database.url, folder, key });
  restored = await unusedDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await restored.close();
  await database.close();
});

test("every row of every table comes back as it was", async () => {
  const before = await everyRow();
  expect(await restoreBackup({ path: taken.path, key, into: restored.url })).toMatchObject({ migrated: [], auditRows: 2, reports: 1 });
  expect(await atDatabase(restored.url, everyRow)).toEqual(before);
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
  expect(Object.keys(before)).toHaveLength(Object.keys(tenancy).length);
});

test("what was restored guards itself as before: a stored report cannot be changed, and another organisation's row is not seen", async () => {
  const report = tables.get("Reports") ?? missing();
  expect(await unguardedTables()).toEqual([]);
  const change = () => transaction({ tenantId: sample.tenantId }, (tx) => tx.update(report).set({ contentHash: "other" }).then(() => undefined));
  await expect(atDatabase(restored.url, change)).rejects.toThrow();
  expect(await atDatabase(restored.url, () => readMany([{ tenantId: uuidv7() }], (q) => q.select().from(report)))).toEqual([]);
});

test("the manifest says what it is of: version, instant, migrations, rows, chains, reports and the keys' names, but no key", async () => {
  const { manifest } = taken;
  expect(manifest).toMatchObject({ format: "daybook-backup", formatVersion: 1, dialect: database.dialect });
  expect(manifest.migrations.map(({ tag }) => tag)).toEqual(migrationsFor(database.url).map(({ tag }) => tag));
  expect(manifest.facts.rows).toMatchObject({ Users: 1, XeroTenants: 1, AuditLogs: 2, Reports: 1 });
  expect(manifest.facts.auditHeads.map(({ sequence }) => sequence)).toEqual([1, 1]);
  expect(manifest.facts.sealedUnder).toEqual(["k1"]);
  expect(JSON.stringify(manifest)).not.toContain(key.toString("base64"));
});

test("nobody but its owner may read it, and nothing is left beside it", () => {
  expect(statSync(taken.path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual([taken.path.slice(folder.length + 1)]);
  expect(taken.path).toMatch(/daybook-\d{8}T\d{6}Z\.tar\.gz\.sealed$/);
});

describe("nothing is made of", () => {
  test("a backup under another key", async () => {
    await expectRefusal(taken.path, "BACKUP_KEY is another one", Buffer.alloc(32, 4));
  });

  test.each([0.1, 0.5, 0.999])("a file that was cut off at %d of its length", async (share) => {
    const bytes = readFileSync(taken.path);
    await expectRefusal(written("cut", bytes.subarray(0, Math.floor(bytes.length * share))), "cut off, or a byte of it was altered");
  });

  test.each([0.1, 0.5, 0.999])("an encrypted file with one byte altered, at %d of its length", async (share) => {
    await expectRefusal(written("altered", withAlteredByte(readFileSync(taken.path), share)), "cut off, or a byte of it was altered");
  });

  // Compressed bytes can be altered so that they still say the same; then nothing is lost.
  test("a file with one byte altered that is not encrypted, unless it still says the same to the last byte", async () => {
    const path = await plainBackup();
    const entries = await Array.fromAsync(readContainer(path, null));
    const outcomes = { refused: 0, same: 0 };
    for (let share = 0; share < 1; share += 0.02) {
      const altered = written("altered", withAlteredByte(readFileSync(path), share));
      const found = await checkBackup(altered, null).then(() => Array.fromAsync(readContainer(altered, null)), () => "refused" as const);
      outcomes[found === "refused" ? "refused" : "same"] += 1;
      if (found !== "refused") expect(found).toEqual(entries);
    }
    expect(outcomes.refused).toBeGreaterThan(40);
  });

  test("a backup whose content was exchanged for another", async () => {
    const path = join(folder, "exchanged");
    const [first, ...others] = await Array.fromAsync(readContainer(await plainBackup(), null));
    if (!first) throw new Error("The backup is empty.");
    const other = { ...first, bytes: Buffer.concat([first.bytes.subarray(0, -1), Buffer.from("?")]) };
    await writeContainer(path, null, arriving([other, ...others]));
    await expectRefusal(path, "cut off, or a byte of it was altered");
  });

  test("a backup without its manifest", async () => {
    const path = join(folder, "without");
    await writeContainer(path, null, arriving((await Array.fromAsync(readContainer(await plainBackup(), null))).slice(0, -1)));
    await expectRefusal(path, "cut off, or a byte of it was altered");
  });

  test("a backup of a newer version", async () => {
    const path = await withManifest((text) => text.replace(/"tag": "\d{4}_hot_queries"/, '"tag": "9999_later"'));
    await expectRefusal(path, "It has migrations that this version does not know (9999_later): it was made by a newer Daybook");
  });

  test("a backup that holds less than its manifest says", async () => {
    const path = await withManifest((text) => text.replace('"Users": 1', '"Users": 2'));
    const target = await unusedDatabase();
    await expect(restoreBackup({ path, key: null, into: target.url })).rejects.toThrow("What was restored is not what was backed up: Users has 1 rows in place of 2.");
    if (database.dialect === "sqlite") expect(existsSync(target.url)).toBe(false);
    await target.close();
  });

  test("a file that is not there, or a backup for a server that does not answer", async () => {
    await expectRefusal(join(folder, "nowhere"), "There is no file");
    if (database.dialect === "postgres") await expectRefusal(taken.path, "--into: PostgreSQL does not answer at 127.0.0.1:1 (ECONNREFUSED).");
  });

  test("a backup of the other kind of database", async () => {
    const into = database.dialect === "sqlite" ? "postgres://nobody@127.0.0.1:1/nothing" : join(folder, "other.db");
    await expect(restoreBackup({ path: taken.path, key, into })).rejects.toThrow(/^The backup is of (SQLite|PostgreSQL), and the database to restore into is/);
  });
});

test("a database that holds something is never restored over", async () => {
  await expect(restoreBackup({ path: taken.path, key, into: database.url })).rejects.toThrow("nothing is restored over another");
  expect(await systemRead((q) => q.select().from(tables.get("Users") ?? missing()))).toHaveLength(1);
});

test("what an older version left is restored and brought up to this one", async () => {
  const old = await freshDatabase();
  await rollback(old.url, 3);
  const { path, manifest } = await takeBackup({ url: old.url, folder, key: null, now: new Date("2026-01-01T00:00:00Z") });
  await old.close();
  const target = await unusedDatabase();
  const all = migrationsFor(target.url).map(({ tag }) => tag);
  expect(manifest.migrations.map(({ tag }) => tag)).toEqual(all.slice(0, -3));
  expect((await restoreBackup({ path, key: null, into: target.url })).migrated).toEqual(all.slice(-3));
  await target.close();
});

/** Refused before anybody looks where it was to go: there is no such server, and no such file afterwards. */
async function expectRefusal(path: string, sentence: string, given: Buffer | null = key): Promise<void> {
  const into = database.dialect === "sqlite" ? join(folder, "refused.db") : "postgres://nobody@127.0.0.1:1/nothing";
  await expect(restoreBackup({ path, key: given, into })).rejects.toThrow(sentence);
  expect(existsSync(into)).toBe(false);
}

let plain: Promise<string> | undefined;

function plainBackup(): Promise<string> {
  plain ??= takeBackup({ url: database.url, folder, key: null, now: new Date("2026-02-01T00:00:00Z") }).then(({ path }) => path);
  return plain;
}

async function withManifest(change: (text: string) => string): Promise<string> {
  const path = join(folder, uuidv7());
  const entries = await Array.fromAsync(readContainer(await plainBackup(), null));
  const changed = entries.map(({ name, bytes }) => ({ name, bytes: name === "manifest.json" ? Buffer.from(change(bytes.toString())) : bytes }));
  await writeContainer(path, null, arriving(changed));
  return path;
}

async function* arriving<T>(values: readonly T[]) {
  yield* values;
}

function withAlteredByte(bytes: Buffer, share: number): Buffer {
  const place = Math.floor(bytes.length * share);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  return bytes;
}

function written(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** On PostgreSQL: whose policies do not bind their owner, or where a guard is switched off. */
async function unguardedTables(): Promise<unknown[]> {
  if (database.dialect === "sqlite") return [];
  const client = postgres(restored.url, { max: 1, onnotice: () => {} });
  const open = await client`select relname from pg_class c where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'DaybookMigrations'
    and (not relforcerowsecurity or not relrowsecurity or exists (select from pg_trigger where tgrelid = c.oid and tgenabled = 'D'))`;
  await client.end();
  return [...open];
}

/** Table → its rows as text. */
async function everyRow(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of tables.values()) {
    const name = getTableName(table);
    const rows = tenancy[name]?.system ? await systemRead((q) => q.select().from(table)) : await readMany([sample], (q) => q.select().from(table));
    all[name] = rows.map((row) => JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value))).toSorted();
  }
  return all;
}

function missing(): never {
  throw new Error("It is there, or is not, as it should not be.");
}
