// One consistent state of a whole database, read while everybody else goes on: a copy of the file on SQLite, one repeatable-read transaction on
// PostgreSQL. `contents` may be walked once, inside `work`; no program of the database's own is needed for either.
import { fileOf } from "../configuration.ts";
import { type Dialect, dialectOf } from "../dialect.ts";
import { reached } from "../unreachable.ts";
import type { Applied, Facts } from "./facts.ts";
import { withPostgresSnapshot } from "./snapshot-postgres.ts";
import { withSqliteSnapshot } from "./snapshot-sqlite.ts";

/** A table as COPY writes it, a row a line; or the whole file of SQLite, which has no columns of its own. */
export type Content = { name: string; columns: string[]; bytes: AsyncIterable<Buffer> };
export type Snapshot = { dialect: Dialect; migrations: Applied[]; facts: Facts; contents: () => AsyncGenerator<Content> };

/** `scratch` is a file that does not exist yet, on a disk with room for the database; it is gone afterwards. */
export async function withSnapshot<T>(url: string, scratch: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  try {
    return dialectOf(url) === "postgres" ? await withPostgresSnapshot(url, work) : await withSqliteSnapshot(fileOf(url), scratch, work);
  } catch (error) {
    throw reached(error, url);
  }
}
