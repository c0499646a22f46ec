// Every table of the schema is walked with the rows of two organisations in it. The last part is the control: with the net taken away the
// same walk must find what it looks for, or it proves nothing.
import Database from "better-sqlite3";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseUrl } from "./configuration.ts";
import { asPostgres, dialectOf } from "./dialect.ts";
import { read, readMany, transaction } from "./index.ts";
import { XeroTenants } from "./schema/index.ts";
import { systemRead, systemTransaction } from "./system.ts";
import { tenancy } from "./tenancy.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { fill, type Row, type Sample, sampleRows, tables } from "./testing/sample-rows.ts";
import { snapshotOf } from "./testing/snapshots.ts";

let database: TestDatabase;
const ours = sampleRows();
const theirs = sampleRows();
const both = [
  { name: "one", scope: ours, foreign: theirs },
  { name: "the other", scope: theirs, foreign: ours },
];

const rules = [...tables].map(([name, table]) => ({ name, table, ...(tenancy[name] ?? { tenant: null, system: true }) }));
const ofOrganisations = rules.filter((rule) => rule.tenant !== null);
const ofSystem = rules.filter((rule) => rule.tenant === null);
const closedToSystem = rules.filter((rule) => !rule.system);

beforeAll(async () => {
  database = await freshDatabase();
  for (const sample of [ours, theirs]) await fill(sample);
});
afterAll(() => database.close());

test("every table of the schema, and every table of the database, says to whom its rows belong", async () => {
  expect(Object.keys(tenancy).toSorted()).toEqual([...tables.keys()].toSorted());
  expect(Object.keys(tenancy).toSorted()).toEqual(snapshotOf(database.dialect).map(({ name }) => name).toSorted());
  expect((await tablesInDatabase()).filter((name) => name !== "DaybookMigrations").toSorted()).toEqual(Object.keys(tenancy).toSorted());
});

describe.each(both)("an organisation ($name)", ({ scope, foreign }) => {
  test.each(ofOrganisations)("sees its own rows of $name and nobody else's", async ({ name, table, tenant }) => {
    const throughRead = await read(scope, (q) => q.select().from(table));
    const throughTransaction = await transaction(scope, (tx) => tx.select().from(table));
    const throughMany = await readMany([scope], (q) => q.selectDistinct().from(table));
    for (const rows of [throughRead, throughTransaction, throughMany]) expect(tenantsOf(rows, tenant)).toEqual([scope.tenantId]);
    expect(foreign.rows.has(name)).toBe(true);
  });

  test.each(ofOrganisations)("cannot write a row of $name for another one", async ({ name, table, tenant }) => {
    const id = column(table, "id");
    const own = scope.rows.get(name);
    const alien = foreign.rows.get(name);
    const asTheirs = { [tenant ?? ""]: foreign.tenantId };
    expect(await written(transaction(scope, (tx) => tx.insert(table).values(foreign.fresh(name)).returning({ id })))).toBe("refused");
    expect(await written(transaction(scope, (tx) => tx.update(table).set({ id: own?.id, ...asTheirs }).where(eq(id, own?.id)).returning({ id })))).toBe("refused");
    expect(await written(transaction(scope, (tx) => tx.update(table).set({ id: alien?.id }).where(eq(id, alien?.id)).returning({ id })))).toBeOneOf([0, "refused"]);
    expect(await written(transaction(scope, (tx) => tx.delete(table).where(eq(id, alien?.id)).returning({ id })))).toBeOneOf([0, "refused"]);
    expect(await read(foreign, (q) => q.select().from(table).where(eq(id, alien?.id)))).toHaveLength(1);
  });

  test.each(ofSystem)("neither sees nor writes $name, which belongs to nobody", async ({ name, table }) => {
    const key = column(table, "id" in getTableColumns(table) ? "id" : (Object.keys(getTableColumns(table))[0] ?? ""));
    const known = { key, value: scope.rows.get(name)?.[key.name] };
    expect(await read(scope, (q) => q.select().from(table))).toEqual([]);
    expect(await transaction(scope, (tx) => tx.select().from(table))).toEqual([]);
    expect(await written(transaction(scope, (tx) => tx.insert(table).values(scope.fresh(name)).returning({ key })))).toBe("refused");
    expect(await written(transaction(scope, (tx) => tx.update(table).set({ [key.name]: known.value }).where(eq(key, known.value)).returning({ key })))).toBeOneOf([0, "refused"]);
    expect(await written(transaction(scope, (tx) => tx.delete(table).where(eq(key, known.value)).returning({ key })))).toBeOneOf([0, "refused"]);
  });
});

test.each(closedToSystem)("the system doors neither see nor write $name", async ({ name, table }) => {
  const id = column(table, "id");
  const row = ours.rows.get(name);
  expect(await systemRead((q) => q.select().from(table))).toEqual([]);
  expect(await systemTransaction((tx) => tx.select().from(table))).toEqual([]);
  expect(await written(systemTransaction((tx) => tx.insert(table).values(ours.fresh(name)).returning({ id })))).toBe("refused");
  expect(await written(systemTransaction((tx) => tx.update(table).set({ id: row?.id }).where(eq(id, row?.id)).returning({ id })))).toBeOneOf([0, "refused"]);
});

test("a scope that names no organisation sees none", async () => {
  for (const { table } of ofOrganisations) expect(await readMany([], (q) => q.select().from(table))).toEqual([]);
});

test("two organisations asked about together are both seen, and no third", async () => {
  const third = sampleRows();
  await fill(third);
  for (const { table, tenant } of ofOrganisations) {
    const rows = await readMany([ours, theirs], (q) => q.select().from(table));
    expect(tenantsOf(rows, tenant)).toEqual([ours.tenantId, theirs.tenantId].toSorted());
  }
});

test("the reach of one door is gone when the next one opens, also after a failure", async () => {
  await expect(transaction(ours, () => Promise.reject(new Error("on purpose")))).rejects.toThrow("on purpose");
  await expect(read(ours, () => Promise.reject(new Error("on purpose")))).rejects.toThrow("on purpose");
  for (let turn = 0; turn < 12; turn += 1) expect(await readMany([], (q) => q.select().from(XeroTenants))).toEqual([]);
  expect(await transaction(theirs, (tx) => tx.select({ id: XeroTenants.id }).from(XeroTenants))).toEqual([{ id: theirs.tenantId }]);
});

describe("a reference cannot cross from one organisation to another", () => {
  const crossing = snapshotOf("postgres").flatMap(({ name, foreignKeys }) =>
    Object.values(foreignKeys).flatMap((key) => (key.columnsFrom.includes("tenantId") && key.columnsFrom.length === 2 ? [{ name, key, reference: key.columnsFrom.find((part) => part !== "tenantId") ?? "" }] : [])),
  );

  test("there are such references to try", () => {
    expect(crossing.length).toBeGreaterThan(20);
  });

  test.each(crossing)("from $name by $reference", async ({ name, key, reference }) => {
    const table = tableNamed(name);
    const alien = theirs.rows.get(key.tableTo)?.id;
    const row = { ...ours.fresh(name), ...unique(name, ours), [reference]: alien };
    expect(alien).toBeDefined();
    const inserted = transaction(ours, (tx) => tx.insert(table).values(row).returning({ id: column(table, "id") }));
    expect(said(await inserted.catch((error: unknown) => error))).toMatch(/FOREIGN KEY constraint failed|violates foreign key constraint/);
  });

  test("every reference between two tables of an organisation is such a one", () => {
    const alone = snapshotOf("postgres").flatMap(({ name, foreignKeys }) =>
      Object.values(foreignKeys).filter(({ columnsFrom, tableTo }) => columnsFrom.length === 1 && tenancy[name]?.tenant === "tenantId" && tenancy[tableTo]?.tenant === "tenantId"),
    );
    expect(alone).toEqual([]);
  });
});

if (dialectOf(databaseUrl()) === "postgres") {
  test("PostgreSQL is asked as daybook_app, which owns nothing, and every policy is forced", async () => {
    const [asked] = await read(ours, (q) => q.select({ role: sql<string>`current_user` }).from(XeroTenants));
    expect(asked).toEqual({ role: "daybook_app" });
    await asOwner(async (owner) => {
      const [role] = await owner`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'daybook_app'`;
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false });
      const unforced = await owner`select relname from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind in ('r', 'v', 'm') and relname <> 'DaybookMigrations' and not (relrowsecurity and relforcerowsecurity)`;
      expect([...unforced]).toEqual([]);
    });
  });
}

describe("the control: without the net", () => {
  test("the same walk finds rows of another organisation in every table", async () => {
    const found: string[] = [];
    await withoutNet(async (select) => {
      for (const { name, table, tenant } of ofOrganisations) if (tenantsOf(await select(table), tenant).includes(theirs.tenantId)) found.push(name);
    });
    expect(found).toEqual(ofOrganisations.map(({ name }) => name));
  });
});

/** Runs selects of the first organisation's where no net is: policies switched off by their owner, or the bare file. */
async function withoutNet(walk: (select: (table: PgTable) => Promise<Record<string, unknown>[]>) => Promise<void>): Promise<void> {
  if (database.dialect === "sqlite") {
    const file = new Database(database.url, { readonly: true });
    file.defaultSafeIntegers(true);
    const bare = asPostgres(drizzle(file));
    await walk(async (table) => bare.select().from(table));
    file.close();
    return;
  }
  await asOwner(async (owner) => {
    for (const name of tables.keys()) await owner.unsafe(`alter table "${name}" no force row level security; alter table "${name}" disable row level security`);
  });
  await walk((table) => read(ours, (q) => q.select().from(table)));
}

async function asOwner(work: (owner: postgres.Sql) => Promise<void>): Promise<void> {
  const owner = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

async function tablesInDatabase(): Promise<string[]> {
  if (database.dialect === "sqlite") {
    const file = new Database(database.url, { readonly: true });
    const names = file.prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all();
    file.close();
    return names.map(({ name }) => name);
  }
  let names: string[] = [];
  await asOwner(async (owner) => {
    names = (await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`).map(({ name }) => name);
  });
  return names;
}

function tenantsOf(rows: readonly Record<string, unknown>[], tenant: string | null): string[] {
  return [...new Set(rows.map((row) => String(row[tenant ?? ""])))].toSorted();
}

/** How many rows a write touched, or that it was refused for whom it was for, and for nothing else. */
async function written(work: Promise<unknown[]>): Promise<number | "refused"> {
  try {
    return (await work).length;
  } catch (error) {
    // What a guard keeps from every change is kept from this one, too.
    if (/row-level security policy|belongs to another organisation|report cannot be changed|only be added to/.test(said(error))) return "refused";
    throw error;
  }
}

/** What the database itself said. */
function said(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
}

function tableNamed(name: string): PgTable {
  const table = tables.get(name);
  if (!table) throw new Error(`There is no table ${name}.`);
  return table;
}

function column(table: PgTable, name: string) {
  const found = getTableColumns(table)[name];
  if (!found) throw new Error(`There is no column ${name}.`);
  return found;
}

/** What must differ between two rows of one parent. */
function unique(name: string, { rows }: Sample): Partial<Row> {
  const names = Object.keys(rows.get(name) ?? {}).filter((key) => ["lineNumber", "sequence"].includes(key));
  return Object.fromEntries(names.map((key) => [key, 2]));
}

