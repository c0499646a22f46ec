// The same report of a hundredth of the books, or whatever ten thousand transactions are of them: each organisation in a database of its own, both asked by turns.
import { AsyncLocalStorage } from "node:async_hooks";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { databaseUrl, fileOf } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { atDatabase } from "#db/elsewhere.ts";
import { migrate } from "#db/migrate.ts";
import { loadBooks } from "./load-books.ts";
import { contest, type Stage } from "./measure.ts";
import { computed, wishesOf } from "./statements.ts";
import type { Line } from "./table.ts";

const few = 10_000;

export async function growth(stage: Stage, rows: number): Promise<Line> {
  const url = await databaseBeside(databaseUrl());
  // What is asked of the large books leaves the small ones' database as it came.
  const atLarge = AsyncLocalStorage.snapshot();
  return atDatabase(url, async () => {
    const small = { ...stage, books: await loadBooks(url, few) };
    return contest({
      metric: `P&L by month, the whole report: ${few} transactions, and ${rows}`,
      goal: "≥ 0.67 (at most 1.5 times the time)",
      times: 5,
      anchor: () => computed(small, "PROFIT_LOSS", wishesOf(small)),
      ours: () => atLarge(() => computed(stage, "PROFIT_LOSS", wishesOf(stage))),
      figures: (expected, found) => [expected.rows.length, found.rows.length],
    });
  });
}

/** Empty and migrated; it goes with the one that it lies beside. */
async function databaseBeside(url: string): Promise<string> {
  const beside = dialectOf(url) === "postgres" ? await besideOnServer(url) : join(dirname(fileOf(url)), "small.db");
  await migrate(beside);
  return beside;
}

async function besideOnServer(url: string): Promise<string> {
  const beside = new URL(url);
  beside.pathname = `${beside.pathname}_small`;
  const client = postgres(new URL("/postgres", url).href, { max: 1, onnotice: () => {} });
  await client.unsafe(`drop database if exists ${beside.pathname.slice(1)} with (force)`);
  await client.unsafe(`create database ${beside.pathname.slice(1)}`);
  await client.end();
  return beside.href;
}
