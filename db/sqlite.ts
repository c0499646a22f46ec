// SQLite: one writer and a few query-only readers on one file, which the app and the worker share. The writer takes BEGIN IMMEDIATE, a
// reader one snapshot for as long as its door is open; either tries again without blocking the event loop while the other process holds
// the file. Row-level security is woven from temporary views and triggers (scope-net.ts).
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { asPostgres } from "./dialect.ts";
import type { Builder, Engine } from "./engine.ts";
import { busyError, isBusy } from "./errors.ts";
import { netForReader, netForWriter, type ScopeNet } from "./scope-net.ts";
import { reportQuery } from "./state.ts";
import { takingTurns } from "./turns.ts";

const readers = 4;
const patienceSeconds = 30;
/** Bytes of the file that are read where the system has them, without a copy into each connection's own small cache: the most that SQLite maps. */
export const mappedBytes = 2_147_418_112;

export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file, netForWriter);
  const pool = Array.from({ length: readers }, () => connect(file, netForReader));
  for (const reader of pool) reader.database.pragma("query_only = ON");
  const asReader = takingTurns(pool, () => busyError(patienceSeconds), patienceSeconds);
  const asWriter = takingTurns([writer], () => busyError(patienceSeconds), patienceSeconds);

  return {
    read: (reachable, work) => asReader((connection, deadline) => within(connection, () => begin(connection, beginReading, deadline), reachable, work)),
    write: (reachable, work) => asWriter((connection, deadline) => within(connection, () => begin(connection, "begin immediate", deadline), reachable, work)),
    async close() {
      for (const { database } of [writer, ...pool]) database.close();
    },
  };
}

type Connection = { database: Database.Database; builder: Builder; net: ScopeNet };

async function within<T>(connection: Connection, start: () => Promise<void>, reachable: Parameters<ScopeNet["reach"]>[0], work: (builder: Builder) => Promise<T>): Promise<T> {
  const { database, builder, net } = connection;
  await start();
  net.reach(reachable);
  try {
    const result = await work(builder);
    database.exec("commit");
    return result;
  } finally {
    if (database.inTransaction) database.exec("rollback");
    net.reach({ tenantIds: [], system: false });
  }
}

/** A snapshot is taken by the first look at the file, which is where a reader may find it busy. */
const beginReading = "begin; select 1 from sqlite_schema limit 1";

/** busy_timeout would stop the event loop; 5 to 50 ms between tries keeps everybody else served. */
async function begin({ database }: Connection, statements: string, deadline: number): Promise<void> {
  for (let pause = 5; ; pause = Math.min(pause * 2, 50)) {
    try {
      database.exec(statements);
      return;
    } catch (error) {
      if (database.inTransaction) database.exec("rollback");
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw busyError(patienceSeconds, error);
      await delay(pause);
    }
  }
}

function connect(file: string, weave: (database: Database.Database) => ScopeNet): Connection {
  const database = new Database(file, { timeout: 0 });
  database.defaultSafeIntegers(true);
  // Switching to WAL needs the file for itself; it is done once, by whoever migrates.
  if (database.pragma("journal_mode", { simple: true }) !== "wal") database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("foreign_keys = ON");
  database.pragma(`mmap_size = ${mappedBytes}`);
  timeStatements(database);
  const net = weave(database);
  return { database, builder: drizzleOn(database), net };
}

function drizzleOn(database: Database.Database): Builder {
  return asPostgres(drizzle(database));
}

function timeStatements(database: Database.Database): void {
  const prepare = database.prepare.bind(database);
  Object.assign(database, {
    prepare(text: string) {
      const statement = prepare(text);
      for (const method of ["all", "get", "run"] as const) {
        const execute = statement[method].bind(statement);
        const timed = (...values: unknown[]) => {
          const startedAt = performance.now();
          try {
            return execute(...values);
          } finally {
            reportQuery(text, startedAt);
          }
        };
        Object.assign(statement, { [method]: timed });
      }
      return statement;
    },
  });
}
