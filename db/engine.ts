// What a database has to offer: two doors and an end. One file per dialect builds it.
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";

/** Whose rows a door shows: those of the organisations named, and the system tables when `system` is set. */
export type Reachable = { tenantIds: readonly string[]; system: boolean };

/** The part of Drizzle that both databases share. */
export type Builder = Pick<PostgresJsDatabase, "select" | "selectDistinct" | "insert" | "update" | "delete">;

export type Engine = {
  read: <T>(reachable: Reachable, work: (builder: Builder) => Promise<T>) => Promise<T>;
  write: <T>(reachable: Reachable, work: (builder: Builder) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};
