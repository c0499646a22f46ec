// PostgreSQL by bulk: COPY, a batch at a time. COPY knows no row-level security, so in the bench's database the owner is freed from it on what
// is loaded; the role that Daybook works as stays bound.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { columnsOf, coveringIndex, type Loader, valuesOf } from "./loader.ts";

export async function openPostgresLoader(url: string): Promise<Loader> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const puts = new Map<PgTable, number>();
  return {
    async put(table, rows) {
      const before = puts.get(table) ?? 0;
      puts.set(table, before + 1);
      if (before === 0) await client.unsafe(`alter table "${getTableName(table)}" no force row level security`);
      // Until the server has looked at what is there, references are looked up as was planned for an empty table: from end to end.
      if (before === 1) await client.unsafe(`analyze "${getTableName(table)}"`);
      const columns = columnsOf(table);
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      const sink = await client.unsafe(`copy "${getTableName(table)}" (${names}) from stdin`).writable();
      const text = rows.map((row) => `${valuesOf(columns, row).map(copied).join("\t")}\n`).join("");
      await pipeline(Readable.from([text]), sink);
    },
    async finish() {
      await client`update "JournalEntries" set "status" = 'posted', "postedAt" = now()`;
      await client.unsafe(coveringIndex);
      await client.unsafe("vacuum analyze");
      await client.end();
    },
  };
}

/** A value in COPY's text form. */
function copied(value: unknown): string {
  if (value === null) return "\\N";
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}
