// Two databases, one schema: what the generated snapshots say must be the same, but for the names the two give to a type and the place
// each keeps a unique constraint in.
import { expect, test } from "vitest";
import type { Dialect } from "./dialect.ts";
import { snapshotOf, type SnapshotTable } from "./testing/snapshots.ts";

const sqlite = snapshotOf("sqlite").map((table) => describeTable(table, "sqlite"));
const postgres = snapshotOf("postgres").map((table) => describeTable(table, "postgres"));

test("both databases have the same tables", () => {
  expect(sqlite.length).toBeGreaterThan(30);
  expect(namesOf(sqlite)).toEqual(namesOf(postgres));
});

test.each(postgres)("$name has the same columns, keys, indexes and checks on both", (table) => {
  expect(sqlite.find(({ name }) => name === table.name)).toEqual(table);
});

test("every foreign key, and every reference within an organisation, has an index that begins with its columns", () => {
  const bare = snapshotOf("postgres").flatMap((table) => {
    const indexed = [...indexesOf(table), ...uniquesOf(table, "postgres"), { columns: primaryKeyOf(table) }].map(({ columns }) => columns);
    return Object.values(table.foreignKeys)
      .map(({ columnsFrom }) => columnsFrom)
      .filter((columns) => !indexed.some((index) => columns.every((column) => index.slice(0, columns.length).includes(column))))
      .map((columns) => `${table.name} (${columns.join(", ")})`);
  });
  expect(bare).toEqual([]);
});

test("the types of SQLite are those that PostgreSQL's become", () => {
  const pairs = new Set(
    snapshotOf("postgres").flatMap((table) =>
      Object.values(table.columns).map(({ name, type }) => `${type.replace(/\(.*?\)/, "")} → ${columnType(table.name, name).replace(/\(.*?\)/, "")}`),
    ),
  );
  expect([...pairs].toSorted()).toEqual(
    ["boolean → integer", "date → text", "integer → integer", "jsonb → text", "numeric → integer", "text → text", "timestamp with time zone → integer", "uuid → text", "varchar → text"].map((pair) =>
      pair.replace("timestamp with", "timestamp  with"),
    ),
  );
});

test("a text has the same length on both", () => {
  const lengths = snapshotOf("postgres").flatMap((table) =>
    Object.values(table.columns).flatMap(({ name, type }) => (type.startsWith("varchar") ? [{ column: `${table.name}.${name}`, postgres: type.slice(7), sqlite: columnType(table.name, name).slice(4) }] : [])),
  );
  expect(lengths.filter((one) => one.postgres !== one.sqlite)).toEqual([]);
});

function describeTable(table: SnapshotTable, dialect: Dialect) {
  return {
    name: table.name,
    columns: Object.values(table.columns).map(({ name, notNull, default: initial = null }) => ({ name, notNull, initial })).toSorted(byName),
    primaryKey: primaryKeyOf(table),
    uniques: uniquesOf(table, dialect),
    indexes: indexesOf(table).filter(({ name }) => dialect === "postgres" || !uniquesOf(table, dialect).some((unique) => unique.name === name)),
    foreignKeys: Object.values(table.foreignKeys).map(({ columnsFrom, tableTo, columnsTo, onDelete, onUpdate }) => ({ name: columnsFrom.join(), tableTo, columnsTo, onDelete, onUpdate })).toSorted(byName),
    checks: Object.values(table.checkConstraints).map(({ name, value }) => ({ name, value: counted(value) })).toSorted(byName),
  };
}

function primaryKeyOf({ columns, compositePrimaryKeys }: SnapshotTable): string[] {
  return [...Object.values(columns).flatMap(({ name, primaryKey }) => (primaryKey ? [name] : [])), ...Object.values(compositePrimaryKeys).flatMap((key) => key.columns)];
}

/** SQLite keeps a unique constraint as a unique index without a condition. */
function uniquesOf(table: SnapshotTable, dialect: Dialect): { name: string; columns: string[] }[] {
  if (dialect === "postgres") return Object.values(table.uniqueConstraints).map(({ name, columns }) => ({ name, columns })).toSorted(byName);
  return indexesOf(table).flatMap(({ name, columns, isUnique, where }) => (isUnique && where === null ? [{ name, columns }] : []));
}

function indexesOf({ indexes }: SnapshotTable) {
  return Object.values(indexes)
    .map(({ name, columns, isUnique, where }) => ({ name, columns: columns.map((column) => (typeof column === "string" ? column : column.expression)), isUnique, where: where ? truthOf(where) : null }))
    .toSorted(byName);
}

/** Limits of money are written in units on PostgreSQL and in ten-thousandths on SQLite. */
function counted(check: string): string {
  return check.replaceAll("99999999999999.9999", "999999999999999999");
}

/** A flag is a boolean on PostgreSQL and 1 on SQLite. */
function truthOf(condition: string): string {
  return condition.replaceAll(" = 1", "");
}

function columnType(table: string, column: string): string {
  return snapshotOf("sqlite").find(({ name }) => name === table)?.columns[column]?.type ?? "missing";
}

function namesOf(tables: { name: string }[]): string[] {
  return tables.map(({ name }) => name).toSorted();
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}
