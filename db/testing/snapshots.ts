// The generated snapshots of both dialects, read as one shape: what the schema says without asking a database.
import { readFileSync } from "node:fs";
import type { Dialect } from "../dialect.ts";

type SnapshotColumn = { name: string; type: string; notNull: boolean; primaryKey: boolean; default?: unknown };
export type SnapshotForeignKey = { name: string; columnsFrom: string[]; tableTo: string; columnsTo: string[]; onDelete: string; onUpdate: string };
type SnapshotIndex = { name: string; columns: (string | { expression: string })[]; isUnique: boolean; where?: string };
export type SnapshotTable = {
  name: string;
  columns: Record<string, SnapshotColumn>;
  indexes: Record<string, SnapshotIndex>;
  foreignKeys: Record<string, SnapshotForeignKey>;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
  uniqueConstraints: Record<string, { name: string; columns: string[] }>;
  checkConstraints: Record<string, { name: string; value: string }>;
};

/** The tables as the latest migration leaves them. */
export function snapshotOf(dialect: Dialect): SnapshotTable[] {
  const journal: { entries: { tag: string }[] } = readJson(dialect, "_journal.json");
  const latest = journal.entries.at(-1)?.tag.slice(0, 4) ?? "0000";
  const snapshot: { tables: Record<string, SnapshotTable> } = readJson(dialect, `${latest}_snapshot.json`);
  return Object.values(snapshot.tables);
}

function readJson(dialect: Dialect, name: string) {
  return JSON.parse(readFileSync(new URL(`../migrations/${dialect}/meta/${name}`, import.meta.url), "utf8"));
}
