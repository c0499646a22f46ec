import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrationsFor, rollback } from "#db/migrate.ts";
import { missingMigrations } from "#db/ready.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { checkBackup } from "#lib/backups/check-backup.ts";
import { listBackups } from "#lib/backups/names.ts";
import { upgrade } from "./upgrade.ts";

let database: TestDatabase;
let folder: string;
const last = () => migrationsFor(database.url).map(({ tag }) => tag).at(-1) ?? "";

beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

test("a database that is up to date is left alone", async () => {
  vi.stubEnv("BACKUP_DIR", folder);
  expect(await upgrade(() => {})).toEqual([]);
  expect(await listBackups(folder)).toEqual([]);
});

test("what an older version left is backed up as it was before it is migrated, and the line says where", async () => {
  await rollback(database.url, 1);
  const lines: string[] = [];
  expect(await upgrade((line) => lines.push(line))).toEqual([last()]);
  const [{ name } = { name: "" }, ...others] = await listBackups(folder);
  expect(others).toEqual([]);
  expect(lines).toEqual([`Backed up before migrating: ${join(folder, name)}`]);
  expect((await checkBackup(join(folder, name), null)).migrations.map(({ tag }) => tag)).not.toContain(last());
  expect(await missingMigrations()).toEqual([]);
});

test("when it cannot be backed up, it is not migrated", async () => {
  await rollback(database.url, 1);
  writeFileSync(join(folder, "no-folder"), "");
  vi.stubEnv("BACKUP_DIR", join(folder, "no-folder"));
  await expect(upgrade(() => {})).rejects.toThrow("no-folder");
  expect(await missingMigrations()).toEqual([last()]);
});

test("without a folder for them no backup is asked for", async () => {
  vi.stubEnv("BACKUP_DIR", "");
  expect(await upgrade(() => {})).toEqual([last()]);
});
