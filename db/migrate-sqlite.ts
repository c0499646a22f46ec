import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Migratable } from "./migratable.ts";

/** Foreign keys are off while a table is rebuilt (a rebuild with them on can delete the rows that point at it) and checked before the commit. */
export function openSqliteForMigration(file: string): Migratable {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file, { timeout: 30_000 });
  database.pragma("journal_mode = WAL");
  database.pragma("foreign_keys = OFF");
  return {
    async alone(work) {
      database.exec("begin exclusive");
      try {
        const result = await work(async (statement) => rowsOf(database, statement));
        refuseOrphans(database);
        database.exec("commit");
        return result;
      } finally {
        if (database.inTransaction) database.exec("rollback");
      }
    },
    async close() {
      database.close();
    },
  };
}

/** The record of what is applied, read beside whoever writes. */
export async function recordOnSqlite(file: string, table: string): Promise<Record<string, unknown>[]> {
  if (!existsSync(file)) return [];
  const database = new Database(file, { readonly: true });
  try {
    const isThere = database.prepare("select 1 from sqlite_master where type = 'table' and '\"' || name || '\"' = ?").get(table) !== undefined;
    return isThere ? rowsOf(database, `select "tag" from ${table}`) : [];
  } finally {
    database.close();
  }
}

function rowsOf(database: Database.Database, statement: string): Record<string, unknown>[] {
  const prepared = database.prepare<[], Record<string, unknown>>(statement);
  if (prepared.reader) return prepared.all();
  prepared.run();
  return [];
}

function refuseOrphans(database: Database.Database): void {
  const orphans = database.prepare("pragma foreign_key_check").all();
  if (orphans.length > 0) throw new Error(`The migration would leave ${orphans.length} rows pointing at nothing, so nothing was changed.`);
}
