// Every table by COPY out of one repeatable-read, read-only transaction, as the role of the app: row-level security shows it the organisations
// that it names, and it names them all. Parents come before their children, so that whoever loads can keep the foreign keys on.
import type { Readable } from "node:stream";
import type postgres from "postgres";
import type { Run } from "../migratable.ts";
import { connectForBackup } from "./connect-postgres.ts";
import { appliedTo, factsIn, type Layout, layoutOf, migrationsTable } from "./facts.ts";
import { inLoadOrder, type Reference } from "./load-order.ts";
import type { Content, Snapshot } from "./snapshot.ts";

export async function withPostgresSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = connectForBackup(url, "daybook_app");
  try {
    const { result } = await client.begin("isolation level repeatable read read only", async (connection) => ({ result: await work(await snapshotOn(connection)) }));
    return result;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function snapshotOn(connection: postgres.TransactionSql): Promise<Snapshot> {
  const run: Run = async (statement) => [...(await connection.unsafe(statement))];
  const layout = await layoutOf(run, "postgres");
  if (!layout.has(migrationsTable)) throw new Error("The database was never migrated, so there is nothing to back up. Check DATABASE_URL.");
  await reachAll(run);
  const tables = inLoadOrder([...layout.keys()].filter((table) => table !== migrationsTable), await references(run));
  return { dialect: "postgres", migrations: await appliedTo(run, layout), facts: await factsIn(run, layout), contents: () => copied(connection, layout, tables) };
}

/** First all organisations, which the system may see, then what is theirs. */
async function reachAll(run: Run): Promise<void> {
  await run("select set_config('app.scope', 'system', true)");
  await run(`select set_config('app.tenants', coalesce((select string_agg("id"::text, ',') from "XeroTenants"), ''), true)`);
}

async function references(run: Run): Promise<Reference[]> {
  const rows = await run(`
    select child.relname as "from", parent.relname as "to"
    from pg_constraint c join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`);
  return rows.map(({ from, to }) => ({ from: String(from), to: String(to) }));
}

async function* copied(connection: postgres.TransactionSql, layout: Layout, tables: readonly string[]): AsyncGenerator<Content> {
  for (const name of tables) {
    const columns = layout.get(name) ?? [];
    yield { name, columns, bytes: awake(await connection.unsafe(`copy "${name}" (${quoted(columns)}) to stdout`).readable()) };
  }
}

/** The driver stops listening to the server while we are behind, and when the last rows come meanwhile nothing makes it listen again. */
async function* awake(rows: Readable): AsyncGenerator<Buffer> {
  yield* rows;
  rows._read(0);
}

export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
