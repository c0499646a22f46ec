import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { databaseUrl } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import { transaction } from "./index.ts";
import { migrate, migrationsFor, migrationStatus, rollback } from "./migrate.ts";
import { openPostgresForMigration } from "./migrate-postgres.ts";
import { openSqliteForMigration } from "./migrate-sqlite.ts";
import { checkDatabase, missingMigrations } from "./ready.ts";
import { XeroTenants } from "./schema/index.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";

const isSqlite = dialectOf(databaseUrl()) === "sqlite";
const tags = migrationsFor(databaseUrl()).map(({ tag }) => tag);

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "daybook-migrations-"));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("down to nothing and up again is the same schema, with no trace left in between", async () => {
  const before = await schema();
  expect(await rollback(database.url, tags.length)).toEqual(tags.toReversed());
  expect(await schema()).toEqual([]);
  expect(await migrate(database.url)).toEqual(tags);
  expect(await schema()).toEqual(before);
  expect(before.length).toBeGreaterThan(100);
});

test("the way down takes one step unless told otherwise, and the status says which are applied", async () => {
  expect(await rollback(database.url)).toEqual([tags.at(-1)]);
  expect(await migrationStatus(database.url)).toEqual(tags.map((tag, index) => ({ tag, applied: index < tags.length - 1 })));
  expect(await missingMigrations()).toEqual([tags.at(-1)]);
  await expect(checkDatabase()).rejects.toThrow("npm run db:migrate");
  expect(await migrate(database.url)).toEqual([tags.at(-1)]);
  await checkDatabase();
});

test("what is applied is not applied again", async () => {
  expect(await migrate(database.url)).toEqual([]);
});

test.each(["x", "--steps", "all", "", 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("%s is no number of migrations, so none is taken back", async (steps) => {
  await expect(rollback(database.url, Number(steps))).rejects.toThrow("a whole number, 1 or more");
  expect(await migrate(database.url)).toEqual([]);
});

test("the status is asked for without waiting for whoever writes, and without writing", async () => {
  await transaction({ tenantId: "0192f000-0000-7000-8000-00000000000a" }, async (tx) => {
    await tx.select({ id: XeroTenants.id }).from(XeroTenants);
    expect(await migrationStatus(database.url)).toHaveLength(tags.length);
  });
});

test("a migration that was edited after it had been applied is refused, and nothing is done", async () => {
  await migrate(database.url, written({ "0000_notes.sql": "create table notes (body text)" }));
  const edited = written({ "0000_notes.sql": "create table notes (body text, author text)", "0001_more.sql": "create table more (body text)" });
  await expect(migrate(database.url, edited)).rejects.toThrow("0000_notes was changed after it had been applied");
  expect(await tablesNamed("more")).toBe(0);
});

test("a step in TypeScript goes both ways", async () => {
  const steps = written({
    "0000_notes.sql": "create table notes (body text)",
    "0000_notes.down.sql": "drop table notes",
    "0001_fill.ts": `
      type Run = (statement: string) => Promise<Record<string, unknown>[]>;
      export async function up(run: Run): Promise<void> {
        for (const word of ["one", "two"]) await run(\`insert into notes (body) values ('\${word}')\`);
      }
      export async function down(run: Run): Promise<void> {
        const rows = await run("select body from notes");
        for (const { body } of rows) await run(\`delete from notes where body = '\${String(body)}'\`);
      }`,
  });
  expect(await migrate(database.url, steps)).toEqual(["0000_notes", "0001_fill"]);
  expect(await ask("select body from notes order by body")).toEqual([{ body: "one" }, { body: "two" }]);
  expect(await rollback(database.url, 1, steps)).toEqual(["0001_fill"]);
  expect(await ask("select body from notes")).toEqual([]);
  expect(await rollback(database.url, 1, steps)).toEqual(["0000_notes"]);
  expect(await tablesNamed("notes")).toBe(0);
});

test("a migration that fails leaves nothing half done, and what came before it stays", async () => {
  const steps = written({
    "0000_notes.sql": "create table notes (body text)",
    "0001_broken.sql": "create table half (body text)\n--> statement-breakpoint\ninsert into notes (body) values ('half')\n--> statement-breakpoint\ncreate nonsense",
    "0002_later.sql": "create table later (body text)",
  });
  await expect(migrate(database.url, steps)).rejects.toThrow(/syntax error/);
  expect([await tablesNamed("notes"), await tablesNamed("half"), await tablesNamed("later")]).toEqual([1, 0, 0]);
  expect(await ask("select body from notes")).toEqual([]);
  expect(await migrationStatus(database.url, steps)).toEqual([
    { tag: "0000_notes", applied: true },
    { tag: "0001_broken", applied: false },
    { tag: "0002_later", applied: false },
  ]);
});

test("two runners at once apply each migration once, on an empty database too", async () => {
  await rollback(database.url, tags.length);
  const outcomes = await Promise.all([inOwnProcess(), inOwnProcess(), inOwnProcess()]);
  expect(outcomes.flat().toSorted()).toEqual(tags);
});

if (isSqlite) {
  const parent = "create table parents (id integer primary key, name text)";
  const child = "create table children (id integer primary key, parent integer not null references parents (id) on delete cascade)";

  test("a table that is rebuilt keeps the rows that point at it", async () => {
    const steps = written({
      "0000_tables.sql": [parent, child, "insert into parents values (1, 'one')", "insert into children values (10, 1)"].join("\n--> statement-breakpoint\n"),
      "0001_rebuild.sql": [
        "create table parents_new (id integer primary key, name text not null)",
        "insert into parents_new select id, name from parents",
        "drop table parents",
        "alter table parents_new rename to parents",
      ].join("\n--> statement-breakpoint\n"),
    });
    await migrate(database.url, steps);
    expect(await ask("select id, parent from children")).toEqual([{ id: 10, parent: 1 }]);
  });

  test("a migration that leaves rows pointing at nothing is refused, and nothing is changed", async () => {
    await migrate(database.url, written({ "0000_tables.sql": [parent, child, "insert into parents values (1, 'one')", "insert into children values (10, 1)"].join("\n--> statement-breakpoint\n") }));
    const careless = written({ "0001_careless.sql": "delete from parents" });
    await expect(migrate(database.url, careless)).rejects.toThrow("would leave 1 rows pointing at nothing");
    expect(await ask("select id from parents")).toEqual([{ id: 1 }]);
  });

  test("two runners at once create a database that is not there yet once", async () => {
    const url = join(folder, "new", "daybook.db");
    const outcomes = await Promise.all([inOwnProcess(url), inOwnProcess(url), inOwnProcess(url)]);
    expect(outcomes.flat().toSorted()).toEqual(tags);
  });

  test("asking for the status of a database that is not there does not make one", async () => {
    const url = join(folder, "nowhere", "daybook.db");
    expect((await migrationStatus(url)).every(({ applied }) => !applied)).toBe(true);
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
}

/** A folder laid out like one of ours, holding these files. */
function written(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const found = Object.keys(files).filter((name) => !name.endsWith(".down.sql"));
  mkdirSync(join(folder, "meta"), { recursive: true });
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ entries: found.map((name) => ({ tag: name.replace(/\.\w+$/, "") })) }));
  return migrationsFor(database.url, folder);
}

async function inOwnProcess(url = database.url): Promise<string[]> {
  const script = `import { migrate } from "#db/migrate.ts"; process.stdout.write(JSON.stringify(await migrate(${JSON.stringify(url)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { cwd: process.cwd() });
  return JSON.parse(stdout);
}

async function ask(statement: string): Promise<Record<string, unknown>[]> {
  const open = isSqlite ? openSqliteForMigration(database.url) : openPostgresForMigration(database.url);
  const rows = await open.alone((run) => run(statement));
  await open.close();
  return rows;
}

async function tablesNamed(name: string): Promise<number> {
  const found = await ask(isSqlite ? `select name from sqlite_master where name = '${name}'` : `select tablename from pg_tables where tablename = '${name}'`);
  return found.length;
}

/** Everything that migrations make but their own record, as text. */
async function schema(): Promise<string[]> {
  const rows = await ask(isSqlite ? sqliteSchema : postgresSchema);
  return rows.map((row) => Object.values(row).join(" ")).toSorted();
}

const sqliteSchema = `select type, name, sql from sqlite_master where tbl_name <> 'DaybookMigrations' and name not like 'sqlite_%'`;
const postgresSchema = `
  select 'column' as kind, table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable as what from information_schema.columns where table_schema = 'public' and table_name <> 'DaybookMigrations'
  union all select 'index', indexdef from pg_indexes where schemaname = 'public' and tablename <> 'DaybookMigrations'
  union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> '"DaybookMigrations"'::regclass
  union all select 'trigger', pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function', pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'policy', tablename || ' ' || policyname || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies
  union all select 'security', relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'DaybookMigrations'
  union all select 'grant', table_name || ' ' || privilege_type from information_schema.role_table_grants where grantee = 'daybook_app' and table_name <> 'DaybookMigrations'`;
