// Many rows at once, in a statement that is the same however many there are: they travel as one text of JSON, which the database takes apart. Building and
// reading a statement with a parameter for each field of each row takes longer than writing the rows does.
import { type Column, getTableColumns, is, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { storable } from "./codec.ts";
import type { Builder } from "./engine.ts";

type OnConflict<Table extends PgTable> = Parameters<ReturnType<typeof selected<Table>>["onConflictDoUpdate"]>[0];

/** Rows as `values` takes them, with the table's own defaults for what they leave out; none at all write nothing. */
export async function insertRows<Table extends PgTable>(tx: Pick<Builder, "insert">, table: Table, rows: readonly Table["$inferInsert"][], onConflict?: OnConflict<Table>): Promise<void> {
  if (rows.length === 0) return;
  const insert = selected(tx, table, rows);
  await (onConflict ? insert.onConflictDoUpdate(onConflict) : insert);
}

function selected<Table extends PgTable>(tx: Pick<Builder, "insert">, table: Table, rows: readonly Table["$inferInsert"][]) {
  return tx.insert(table).select(selectionOf(table, rows));
}

function selectionOf(table: PgTable, rows: readonly Record<string, unknown>[]): SQL {
  const columns = Object.entries(getTableColumns(table));
  return columns.some(([, column]) => is(column, SQLiteColumn)) ? fromArrays(columns, rows) : fromObjects(table, columns, rows);
}

type Named = [name: string, column: Column];

/** SQLite: each row is an array, taken apart by place. Without a condition an upsert could not be told from a join. */
function fromArrays(columns: readonly Named[], rows: readonly Record<string, unknown>[]): SQL {
  const written = rows.map((row) => `[${columns.map(([name, column]) => jsonOf(column, row[name])).join()}]`);
  const fields = columns.map((_, place) => sql.raw(`"value" ->> ${place}`));
  return sql`select ${sql.join(fields, sql`, `)} from json_each(${`[${written.join()}]`}) where true`;
}

/** PostgreSQL: each row is an object, which the table itself says the types of. */
function fromObjects(table: PgTable, columns: readonly Named[], rows: readonly Record<string, unknown>[]): SQL {
  const written = rows.map((row) => `{${columns.map(([name, column]) => `${JSON.stringify(column.name)}:${jsonOf(column, row[name])}`).join()}}`);
  const fields = columns.map(([, column]) => sql.identifier(column.name));
  return sql`select ${sql.join(fields, sql`, `)} from json_populate_recordset(null::${table}, ${`[${written.join()}]`}::json)`;
}

/** What the driver would be given, as JSON; a whole number of SQLite's with all of its digits. */
function jsonOf(column: Column, value: unknown): string {
  const given = value === undefined ? defaultOf(column) : value;
  if (given === null) return "null";
  const driven = column.mapToDriverValue(given);
  if (typeof driven === "string") return column.dataType === "json" && !is(column, SQLiteColumn) ? driven : JSON.stringify(storable(driven));
  return typeof driven === "bigint" ? driven.toString() : JSON.stringify(driven);
}

function defaultOf({ defaultFn, default: fixed }: Column): unknown {
  return defaultFn ? defaultFn() : (fixed ?? null);
}
