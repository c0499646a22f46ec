// Writing pages of mirrored rows: only what changed, in statements that both databases take.
import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Parameters a statement may bind. */
const mostParameters = 30_000;

/** What an upsert leaves as it is: whose row it is, and since when. */
export const keyed = ["id", "tenantId", "xeroId", "createdAt"];

type Hashed = { xeroId: string; contentHash: string };

/** The rows that are new or differ from the ones kept. */
export function unlike<Row extends Hashed>(rows: readonly Row[], known: readonly Hashed[]): Row[] {
  const hashes = new Map(known.map((row) => [row.xeroId, row.contentHash]));
  return rows.filter((row) => hashes.get(row.xeroId) !== row.contentHash);
}

/** `set` of an upsert: each column as the new row has it, but for those named. */
export function fromExcluded(table: PgTable, except: readonly string[]): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !except.includes(name));
  return Object.fromEntries(columns.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]));
}

/** Rows in portions that one statement can bind. */
export function portions<Row extends object>(rows: readonly Row[]): Row[][] {
  const [first] = rows;
  if (!first) return [];
  const size = Math.max(1, Math.floor(mostParameters / Object.keys(first).length));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
}
