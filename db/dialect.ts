// One schema, two databases. A kit of column builders, typed as PostgreSQL's and bound at start to the dialect that DATABASE_URL names:
// no SQLite-only call compiles, and the default tests run on SQLite, where no PostgreSQL-only call passes. Only this file casts.
import { getTableName, sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Sql } from "postgres";
import { v7 as uuidv7 } from "uuid";
import { moneyToText, refuseLargeMoney, textToMoney, textToRate, rateToText } from "./codec.ts";
import type { Builder } from "./engine.ts";

export type Dialect = "sqlite" | "postgres";

export function dialectOf(databaseUrl: string): Dialect {
  return /^postgres(ql)?:\/\//.test(databaseUrl) ? "postgres" : "sqlite";
}

const pgMoney = pg.customType<{ data: bigint; driverData: string }>({
  dataType: () => "numeric(19, 4)",
  fromDriver: textToMoney,
  toDriver: moneyToText,
});
const pgRate = pg.customType<{ data: bigint; driverData: string }>({
  dataType: () => "numeric(20, 10)",
  fromDriver: textToRate,
  toDriver: rateToText,
});

const sqliteMoney = sqlite.customType<{ data: bigint; driverData: bigint }>({
  dataType: () => "integer",
  fromDriver: wholeNumber,
  toDriver: refuseLargeMoney,
});
const sqliteRate = sqlite.customType<{ data: bigint; driverData: bigint }>({ dataType: () => "integer", fromDriver: wholeNumber, toDriver: wholeNumber });
const sqliteInteger = sqlite.customType<{ data: number; driverData: bigint }>({ dataType: () => "integer", fromDriver: Number, toDriver: BigInt });
const sqliteFlag = sqlite.customType<{ data: boolean; driverData: bigint }>({
  dataType: () => "integer",
  fromDriver: (value) => value === 1n,
  toDriver: (value) => (value ? 1n : 0n),
});
const sqliteInstant = sqlite.customType<{ data: Date; driverData: bigint }>({
  dataType: () => "integer",
  fromDriver: (value) => new Date(Number(value)),
  toDriver: (value) => BigInt(value.getTime()),
});

/** SQLite turns an overflow, a fraction or an average silently into a REAL; none of them is money. */
function wholeNumber(value: unknown): bigint {
  if (typeof value !== "bigint") throw new RangeError(`An exact number came back from the database as ${typeof value}: ${String(value)}.`);
  return value;
}

type Words = readonly [string, ...string[]];

export const postgresKit = {
  dialect: "postgres" as Dialect,
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  unique: pg.unique,
  check: pg.check,
  foreignKey: pg.foreignKey,
  primaryKey: pg.primaryKey,
  /** A key we make ourselves: UUIDv7, which sorts by time. */
  id: () => pg.uuid().primaryKey().$defaultFn(() => uuidv7()),
  uuid: () => pg.uuid(),
  text: () => pg.text(),
  varchar: (length: number) => pg.varchar({ length }),
  word: <const T extends Words>(words: T) => pg.varchar({ length: 50, enum: words as unknown as [T[number], ...T[number][]] }),
  integer: () => pg.integer(),
  flag: () => pg.boolean(),
  money: () => pgMoney(),
  rate: () => pgRate(),
  /** A calendar date, YYYY-MM-DD. */
  day: () => pg.date({ mode: "string" }),
  instant: () => pg.timestamp({ withTimezone: true, precision: 3, mode: "date" }),
  json: <T>() => pg.jsonb().$type<T>(),
};
export type Kit = typeof postgresKit;

export const sqliteKit = {
  dialect: "sqlite" as Dialect,
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  unique: sqlite.unique,
  check: sqlite.check,
  foreignKey: sqlite.foreignKey,
  primaryKey: sqlite.primaryKey,
  id: () => sqlite.text().primaryKey().$defaultFn(() => uuidv7()),
  uuid: () => sqlite.text(),
  text: () => sqlite.text(),
  varchar: (length: number) => sqlite.text({ length }),
  word: <const T extends Words>(words: T) => sqlite.text({ length: 50, enum: words as unknown as [T[number], ...T[number][]] }),
  integer: () => sqliteInteger(),
  flag: () => sqliteFlag(),
  money: () => sqliteMoney(),
  rate: () => sqliteRate(),
  day: () => sqlite.text(),
  instant: () => sqliteInstant(),
  json: <T>() => sqlite.text({ mode: "json" }).$type<T>(),
} as unknown as Kit;

export function kitOf(dialect: Dialect): Kit {
  return dialect === "postgres" ? postgresKit : sqliteKit;
}

/** CHECK (column in ('a', 'b')) with a name both databases share. */
export function oneOf(kit: Kit, column: pg.PgColumn, words: readonly string[]) {
  const list = sql.raw(words.map((word) => `'${word}'`).join(", "));
  return kit.check(`${columnLabel(column)}_known`, sql`${column} in (${list})`);
}

/** CHECK that an amount stays within what a ledger here can hold: the same limit on both databases. */
export function withinLimit(kit: Kit, column: pg.PgColumn) {
  const limit = sql.raw(kit.dialect === "postgres" ? "99999999999999.9999" : "999999999999999999");
  return kit.check(`${columnLabel(column)}_limit`, sql`${column} between -${limit} and ${limit}`);
}

function columnLabel(column: pg.PgColumn) {
  return `${getTableName(column.table)}_${column.name}`;
}

/** SQLite's query builder under PostgreSQL's type: the kit keeps both to what they share. */
export function asPostgres(builder: BaseSQLiteDatabase<"sync", unknown>): Builder {
  return builder as unknown as Builder;
}

/** A connection inside a transaction under the type of a client, which is what Drizzle asks for. */
export function asDatabase(connection: object): Sql {
  return connection as unknown as Sql;
}
