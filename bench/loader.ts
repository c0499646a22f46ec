// Rows on their way into a database by bulk: past the doors and the net, but with the columns, defaults and forms that the schema gives them.
import { getTableColumns, is, SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

export type Row = Record<string, unknown>;
export type Loader = {
  put: (table: PgTable, rows: readonly Row[]) => Promise<void>;
  /** Posts the entries, makes the anchor's index and lets the database look at its tables. */
  finish: () => Promise<void>;
};

export const coveringIndex = `create index "bench_covering" on "JournalLines" ("tenantId", "date", "accountId", "debit", "credit")`;

export function columnsOf(table: PgTable): PgColumn[] {
  return Object.values(getTableColumns(table));
}

/** What the driver is to be given for each column. */
export function valuesOf(columns: readonly PgColumn[], row: Row): unknown[] {
  return columns.map((column) => {
    const value = row[column.name] ?? defaultOf(column) ?? null;
    return value === null ? null : column.mapToDriverValue(value);
  });
}

function defaultOf(column: PgColumn): unknown {
  return column.defaultFn?.() ?? (is(column.default, SQL) ? null : column.default);
}
