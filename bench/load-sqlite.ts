// SQLite by bulk: prepared statements in one transaction.
import Database from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { columnsOf, coveringIndex, type Loader, valuesOf } from "./loader.ts";

export function openSqliteLoader(file: string): Loader {
  const database = new Database(file);
  database.pragma("foreign_keys = off");
  database.pragma("synchronous = off");
  database.exec("begin");
  const statements = new Map<PgTable, Database.Statement<unknown[]>>();
  return {
    async put(table, rows) {
      const columns = columnsOf(table);
      const names = columns.map(({ name }) => `"${name}"`).join(", ");
      const insert = statements.get(table) ?? database.prepare(`insert into "${getTableName(table)}" (${names}) values (${columns.map(() => "?").join(", ")})`);
      statements.set(table, insert);
      for (const row of rows) insert.run(...valuesOf(columns, row));
    },
    async finish() {
      database.prepare(`update "JournalEntries" set "status" = 'posted', "postedAt" = ?`).run(BigInt(Date.now()));
      database.exec("commit");
      database.exec(coveringIndex);
      database.exec("analyze");
      database.close();
    },
  };
}
