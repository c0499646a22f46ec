// What can only be asked of a database itself: whether it is whole, how large it is, and what its clock says.
import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import postgres from "postgres";
import { databaseUrl, fileOf } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import { addressOf } from "./tls.ts";
import { reached } from "./unreachable.ts";

/** `fault` is what is wrong with it in its own words. Where it has a clock of its own, `aheadMs` is how far that is before ours. */
export type Diagnosis = { name: string; bytes: number; fault: string | null; aheadMs: number | null };

/** Undefined when there is no database yet; throws a sentence when it cannot be reached. */
export async function diagnose(url = databaseUrl()): Promise<Diagnosis | undefined> {
  if (dialectOf(url) === "sqlite") return diagnoseFile(fileOf(url));
  return diagnoseServer(url).catch((error: unknown) => {
    throw reached(error, url);
  });
}

function diagnoseFile(file: string): Diagnosis | undefined {
  if (!existsSync(file)) return undefined;
  const database = new Database(file, { timeout: 5_000 });
  try {
    const said = String(database.pragma("integrity_check(1)", { simple: true }));
    const orphans = database.prepare("pragma foreign_key_check").all().length;
    const fault = said !== "ok" ? said : orphans > 0 ? `${orphans} rows point at nothing` : null;
    return { name: "SQLite", bytes: statSync(file).size, fault, aheadMs: null };
  } finally {
    database.close();
  }
}

async function diagnoseServer(url: string): Promise<Diagnosis> {
  const address = addressOf(url);
  const client = postgres(address.url, { ssl: address.ssl, max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await client`select 1`;
    const askedAt = Date.now();
    const [said] = await client<{ now: Date; version: string; bytes: string }[]>`
      select clock_timestamp() as now, current_setting('server_version') as version, pg_database_size(current_database())::text as bytes`;
    // The answer is of some moment between asking and hearing.
    const middle = (askedAt + Date.now()) / 2;
    return { name: `PostgreSQL ${said?.version ?? ""}`, bytes: Number(said?.bytes), fault: null, aheadMs: (said?.now.getTime() ?? middle) - middle };
  } finally {
    await client.end({ timeout: 1 });
  }
}
