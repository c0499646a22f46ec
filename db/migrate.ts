// Migrations: each is a file of SQL (or a TypeScript module with `up` and `down`), applied once, in the journal's order, in one
// transaction of its own, with the hash of its text kept so that an edited one is noticed. Beside each lies its way down.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileOf } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import type { Migratable, Run } from "./migratable.ts";
import { openPostgresForMigration, recordOnPostgres } from "./migrate-postgres.ts";
import { openSqliteForMigration, recordOnSqlite } from "./migrate-sqlite.ts";

type Migration = { tag: string; hash: string; up: (run: Run) => Promise<void>; down: (run: Run) => Promise<void> };
type MigrationState = { tag: string; applied: boolean };

const table = `"DaybookMigrations"`;

/** Applies what is missing and gives the tags applied. Refuses when an applied migration was edited since. */
export async function migrate(url: string, migrations = migrationsFor(url)): Promise<string[]> {
  return onDatabase(url, async (database) => {
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await database.alone((run) => applyOne(run, migration))) applied.push(migration.tag);
    }
    return applied;
  });
}

/** Takes back the last `steps` migrations, last first, and gives their tags. What is taken back loses its rows, so a wrong number takes none. */
export async function rollback(url: string, steps = 1, migrations = migrationsFor(url)): Promise<string[]> {
  if (!Number.isSafeInteger(steps) || steps < 1) throw new Error("How many migrations to take back must be a whole number, 1 or more: npm run db:rollback -- 1. Nothing was taken back.");
  return onDatabase(url, async (database) => {
    const undone: string[] = [];
    for (const migration of migrations.toReversed()) {
      if (undone.length === steps) break;
      if (await database.alone((run) => undoOne(run, migration))) undone.push(migration.tag);
    }
    return undone;
  });
}

/** Which are applied. Waits for nobody and changes nothing, so that a health check may ask at any time. */
/** Only reads, so it may be asked at any time and as any login. */
export async function migrationStatus(url: string, migrations = migrationsFor(url)): Promise<MigrationState[]> {
  const record = dialectOf(url) === "postgres" ? await recordOnPostgres(url, table) : await recordOnSqlite(fileOf(url), table);
  const applied = new Set(record.map(({ tag }) => String(tag)));
  return migrations.map(({ tag }) => ({ tag, applied: applied.has(tag) }));
}

/** The migrations of a dialect, or of another folder laid out like one. */
export function migrationsFor(url: string, folder = join(/*turbopackIgnore: true*/ process.cwd(), "db", "migrations", dialectOf(url))): Migration[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ folder, "meta", "_journal.json"), "utf8"));
  return journal.entries.map(({ tag }) => (isTypeScript(folder, tag) ? fromModule(folder, tag) : fromSql(folder, tag)));
}

async function applyOne(run: Run, { tag, hash, up }: Migration): Promise<boolean> {
  const before = (await appliedHashes(run)).get(tag);
  if (before === hash) return false;
  if (before !== undefined) throw new Error(`The migration ${tag} was changed after it had been applied. Restore its text; make a new migration for the change.`);
  await up(run);
  await run(`insert into ${table} ("tag", "hash", "appliedAt") values ('${tag}', '${hash}', '${new Date().toISOString()}')`);
  return true;
}

async function undoOne(run: Run, { tag, down }: Migration): Promise<boolean> {
  if (!(await appliedHashes(run)).has(tag)) return false;
  await down(run);
  await run(`delete from ${table} where "tag" = '${tag}'`);
  return true;
}

async function appliedHashes(run: Run): Promise<Map<string, string>> {
  await run(`create table if not exists ${table} ("tag" varchar(255) primary key, "hash" varchar(64) not null, "appliedAt" varchar(30) not null)`);
  const rows = await run(`select "tag", "hash" from ${table}`);
  return new Map(rows.map(({ tag, hash }) => [String(tag), String(hash)]));
}

async function onDatabase<T>(url: string, work: (database: Migratable) => Promise<T>): Promise<T> {
  const database = dialectOf(url) === "postgres" ? openPostgresForMigration(url) : openSqliteForMigration(fileOf(url));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function fromSql(folder: string, tag: string): Migration {
  const up = readFileSync(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ folder, `${tag}.sql`), "utf8");
  const down = () => readFileSync(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ folder, `${tag}.down.sql`), "utf8");
  return { tag, hash: sha256(up), up: (run) => runAll(run, up), down: (run) => runAll(run, down()) };
}

function fromModule(folder: string, tag: string): Migration {
  const path = join(/*turbopackIgnore: true*/ folder, `${tag}.ts`);
  const steps = (): Promise<{ up: (run: Run) => Promise<void>; down: (run: Run) => Promise<void> }> => import(/*turbopackIgnore: true*/ pathToFileURL(path).href);
  return {
    tag,
    hash: sha256(readFileSync(/*turbopackIgnore: true*/ path, "utf8")),
    up: async (run) => (await steps()).up(run),
    down: async (run) => (await steps()).down(run),
  };
}

async function runAll(run: Run, text: string): Promise<void> {
  for (const statement of text.split("--> statement-breakpoint")) if (statement.trim()) await run(statement);
}

function isTypeScript(folder: string, tag: string): boolean {
  return existsSync(/*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ folder, `${tag}.ts`));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
