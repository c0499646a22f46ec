// One valid row for every table of an organisation, made from what the schema says of its columns: kinds, word lists, lengths and
// foreign keys. A table that is added to the schema is filled without anybody thinking of it.
import { randomUUID } from "node:crypto";
import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { transaction } from "../index.ts";
import * as bound from "../schema/index.ts";
import * as postgresSchema from "../schema/postgres.ts";
import { systemTransaction } from "../system.ts";
import { tenancy } from "../tenancy.ts";
import { snapshotOf, type SnapshotForeignKey } from "./snapshots.ts";

export type Row = Record<string, unknown> & { id: string };
/** The rows of one organisation by table; `fresh` makes another one of a table, beside them. */
export type Sample = { tenantId: string; rows: Map<string, Row>; fresh: (table: string) => Row };

/** Every table by name, bound to the database under test; parents come before their children. */
export const tables: ReadonlyMap<string, PgTable> = inOrder(new Map(Object.values(bound).flatMap((table) => (is(table, Table) ? [[getTableName(table), table] as const] : []))));

const kinds: ReadonlyMap<string, Record<string, PgColumn>> = new Map(Object.values(postgresSchema).map((table) => [getTableName(table), getTableColumns(table)]));

export function sampleRows(): Sample {
  const sample: Sample = { tenantId: uuidv7(), rows: new Map(), fresh: (table) => rowOf(table, sample) };
  for (const table of tables.keys()) sample.rows.set(table, rowOf(table, sample));
  return sample;
}

/** Writes all of them, each through the door that it belongs behind; those of a table that only something else may write, not. */
export async function fill({ tenantId, rows }: Sample, except: readonly string[] = []): Promise<void> {
  for (const [name, table] of tables) {
    if (except.includes(name)) continue;
    const row = rows.get(name);
    if (!row) throw new Error(`${name} has no sample row.`);
    const isSystem = tenancy[name]?.system ?? true;
    if (isSystem) await systemTransaction((tx) => tx.insert(table).values(row).then(() => undefined));
    else await transaction({ tenantId }, (tx) => tx.insert(table).values(row).then(() => undefined));
  }
}

function rowOf(table: string, { tenantId, rows }: Sample): Row {
  const columns = Object.entries(kinds.get(table) ?? {});
  const id = tenancy[table]?.tenant === "id" && !rows.has(table) ? tenantId : uuidv7();
  const values = Object.fromEntries(columns.map(([name, column]) => [name, sampleValue(column)]));
  return { ...values, ...referencesOf(table, rows), ...("tenantId" in values && table !== "XeroTenants" ? { tenantId } : {}), id };
}

/** Each foreign key as the parent's row has it; a reference to a table's own rows stays empty. */
function referencesOf(table: string, rows: ReadonlyMap<string, Row>): Record<string, unknown> {
  const pairs = foreignKeysOf(table).flatMap(({ tableTo, columnsFrom, columnsTo }) =>
    columnsFrom.map((column, index) => [column, tableTo === table ? null : (rows.get(tableTo)?.[columnsTo[index] ?? "id"] ?? null)] as const),
  );
  return Object.fromEntries(pairs);
}

function sampleValue(column: PgColumn): unknown {
  const [word] = column.enumValues ?? [];
  if (word !== undefined) return word;
  const [kind = "", length = "12"] = column.getSQLType().split(/[(), ]+/);
  if (kind === "varchar") return randomUUID().replaceAll("-", "").slice(0, Number(length));
  const made: Record<string, unknown> = { uuid: uuidv7(), text: "text", integer: 1, boolean: false, numeric: 0n, date: "2026-03-31", timestamp: new Date("2026-03-31T10:00:00Z"), jsonb: [] };
  if (!(kind in made)) throw new Error(`No sample value is known for the type ${column.getSQLType()}.`);
  return made[kind];
}

function inOrder(unordered: ReadonlyMap<string, PgTable>): Map<string, PgTable> {
  const ordered = new Map<string, PgTable>();
  const isReady = (name: string) => foreignKeysOf(name).every(({ tableTo }) => tableTo === name || ordered.has(tableTo) || !unordered.has(tableTo));
  while (ordered.size < unordered.size) {
    const before = ordered.size;
    for (const [name, table] of unordered) if (!ordered.has(name) && isReady(name)) ordered.set(name, table);
    if (ordered.size === before) throw new Error("The foreign keys of the schema go round in a circle.");
  }
  return ordered;
}

function foreignKeysOf(table: string): SnapshotForeignKey[] {
  return snapshotTables().flatMap(({ name, foreignKeys }) => (name === table ? Object.values(foreignKeys) : []));
}

function snapshotTables() {
  return snapshotOf("postgres");
}
