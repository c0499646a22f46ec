// SQLite's own online copy, from within a read transaction: without one the copy would begin again whenever somebody commits, and under a sync
// never end. Writers are not held up; only their log cannot be cut short meanwhile.
import { createReadStream, existsSync, rmSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { appliedTo, type Facts, factsIn, layoutOf } from "./facts.ts";
import type { Snapshot } from "./snapshot.ts";

/** 8 MB at the usual page size: others of this process get their turn in between. */
const pagesAtOnce = 2_000;

export async function withSqliteSnapshot<T>(file: string, scratch: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}, so there is nothing to back up. Check DATABASE_URL.`);
  try {
    await copyOnline(file, scratch);
    const looked = await lookInto(scratch);
    return await work({ dialect: "sqlite", ...looked, contents: async function* () {
      yield { name: "database", columns: [], bytes: createReadStream(scratch) };
    } });
  } finally {
    for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(scratch + ending, { force: true });
  }
}

/** Of a file that nobody else has open. It becomes one file without companions. */
export async function lookInto(file: string): Promise<Pick<Snapshot, "migrations"> & { facts: Facts }> {
  const database = new Database(file, { timeout: 30_000 });
  try {
    database.defaultSafeIntegers(true);
    database.pragma("journal_mode = DELETE");
    refuseDamaged(database);
    const run = async (statement: string) => database.prepare<[], Record<string, unknown>>(statement).all();
    const layout = await layoutOf(run, "sqlite");
    return { migrations: await appliedTo(run, layout), facts: await factsIn(run, layout) };
  } finally {
    database.close();
  }
}

async function copyOnline(file: string, scratch: string): Promise<void> {
  writeFileSync(scratch, "", { mode: 0o600, flag: "wx" });
  const source = new Database(file, { timeout: 30_000 });
  try {
    source.exec("begin; select 1 from sqlite_schema limit 1");
    await source.backup(scratch, { progress: () => pagesAtOnce });
  } finally {
    source.close();
  }
}

function refuseDamaged(database: Database.Database): void {
  const said = database.pragma("integrity_check(1)", { simple: true });
  if (said !== "ok") throw new Error(`SQLite finds its file damaged: ${String(said)}. Do not write to it any more, and restore the last backup.`);
  const orphans = database.prepare("pragma foreign_key_check").all();
  if (orphans.length > 0) throw new Error(`${orphans.length} rows of the file point at nothing. Restore the last backup that was whole.`);
}
