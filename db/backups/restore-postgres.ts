// COPY back into tables that our migrations have just made, as their owner, in one transaction. The guards stand aside for it, since a posted
// entry comes with its lines and not before them, and so does row-level security, which COPY cannot write through; foreign keys stay on.
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { Writable } from "node:stream";
import type postgres from "postgres";
import { connectForBackup } from "./connect-postgres.ts";
import type { Kept, Piece } from "./restore.ts";
import { quoted } from "./snapshot-postgres.ts";

export async function refuseFilled(url: string): Promise<void> {
  const client = connectForBackup(url);
  try {
    const taken = await client`select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') limit 1`;
    if (taken.length > 0) throw new Error("The database given with --into is not empty, and nothing is restored over another. Make a new one with: createdb, or create database in psql.");
  } finally {
    await client.end({ timeout: 1 });
  }
}

export async function copyIntoTables(url: string, columns: Kept["columns"], pieces: AsyncIterable<Piece>): Promise<void> {
  const client = connectForBackup(url);
  try {
    await client.begin(async (connection) => {
      const forced = await connection<{ name: string }[]>`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relforcerowsecurity`;
      await alterAll(connection, [...columns.keys()], "disable trigger user");
      await alterAll(connection, forced.map(({ name }) => name), "no force row level security");
      await fillTables(connection, columns, pieces);
      await alterAll(connection, forced.map(({ name }) => name), "force row level security");
      await alterAll(connection, [...columns.keys()], "enable trigger user");
    });
    await client`analyze`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function alterAll(connection: postgres.TransactionSql, tables: readonly string[], how: string): Promise<void> {
  await connection.unsafe(tables.map((table) => `alter table "${table}" ${how}`).join(";"));
}

async function fillTables(connection: postgres.TransactionSql, columns: Kept["columns"], pieces: AsyncIterable<Piece>): Promise<void> {
  let open: { name: string; rows: Writable } | undefined;
  for await (const { name, bytes } of pieces) {
    if (open?.name !== name) {
      await end(open?.rows);
      open = { name, rows: await connection.unsafe(`copy "${name}" (${quoted(columns.get(name) ?? [])}) from stdin`).writable() };
    }
    if (!open.rows.write(bytes)) await Promise.race([once(open.rows, "drain"), finished(open.rows)]);
  }
  await end(open?.rows);
}

async function end(rows: Writable | undefined): Promise<void> {
  if (!rows) return;
  rows.end();
  await finished(rows);
}
