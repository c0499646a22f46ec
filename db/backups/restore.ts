// Into a database that did not exist: our own migrations up to the step that was backed up, the rows as they were, the same facts asked again,
// and then the migrations that came since. What is there already is never touched.
import { fileOf } from "../configuration.ts";
import { dialectOf } from "../dialect.ts";
import { migrate, migrationsFor } from "../migrate.ts";
import { reached } from "../unreachable.ts";
import type { Applied, Facts } from "./facts.ts";
import { appendToFile, refuseFile } from "./restore-sqlite.ts";
import { copyIntoTables, refuseFilled } from "./restore-postgres.ts";
import { lookInto } from "./snapshot-sqlite.ts";
import { withPostgresSnapshot } from "./snapshot-postgres.ts";

/** The next bytes of a content; those of one content come one after the other. */
export type Piece = { name: string; bytes: Buffer };
export type Kept = { migrations: readonly Applied[]; columns: ReadonlyMap<string, readonly string[]> };

/** Throws a sentence when somebody's rows could be in the way. */
export async function refuseTaken(url: string): Promise<void> {
  await inWords(url, async () => (dialectOf(url) === "postgres" ? refuseFilled(url) : refuseFile(fileOf(url))));
}

/** How what was kept stands to this version: undefined when it can be brought up to date, else why it cannot. */
export function whyNotOurs(url: string, migrations: readonly Applied[]): string | undefined {
  const known = new Map(migrationsFor(url).map(({ tag, hash }) => [tag, hash]));
  const unknown = migrations.filter(({ tag }) => !known.has(tag));
  if (unknown.length > 0) return `It has migrations that this version does not know (${unknown.map(({ tag }) => tag).join(", ")}): it was made by a newer Daybook`;
  const changed = migrations.filter(({ tag, hash }) => known.get(tag) !== hash);
  if (changed.length > 0) return `Its migrations ${changed.map(({ tag }) => tag).join(", ")} are not those of this version`;
  return undefined;
}

/** Fills a new database and gives what it holds then, at the step at which it was kept. */
export function fillDatabase(url: string, kept: Kept, pieces: AsyncIterable<Piece>): Promise<Facts> {
  return inWords(url, () => (dialectOf(url) === "postgres" ? fillServer(url, kept, pieces) : fillFile(fileOf(url), pieces)));
}

/** Gives the tags of what was applied. */
export function bringUpToDate(url: string): Promise<string[]> {
  return migrate(url);
}

async function fillFile(file: string, pieces: AsyncIterable<Piece>): Promise<Facts> {
  await appendToFile(file, pieces);
  return (await lookInto(file)).facts;
}

async function fillServer(url: string, { migrations, columns }: Kept, pieces: AsyncIterable<Piece>): Promise<Facts> {
  const recorded = new Set(migrations.map(({ tag }) => tag));
  await migrate(url, migrationsFor(url).filter(({ tag }) => recorded.has(tag)));
  await copyIntoTables(url, columns, pieces);
  return withPostgresSnapshot(url, async ({ facts }) => facts);
}

async function inWords<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw reached(error, url);
  }
}
