// The anchor asks the database directly, without doors, net or Drizzle, and sums with a covering index that only the bench has.
import Database from "better-sqlite3";
import postgres from "postgres";
import { textToMoney } from "#db/codec.ts";
import { fileOf } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { mappedBytes } from "#db/sqlite.ts";
import type { Money } from "#lib/money.ts";

/** Parameters are written ?1, ?2 … */
export type Anchor = { rows: (statement: string, ...parameters: string[]) => Promise<unknown[][]>; close: () => Promise<void> };

export function openAnchor(url: string): Anchor {
  return dialectOf(url) === "postgres" ? onServer(url) : onFile(fileOf(url));
}

/** An amount as either database hands it out. */
export function amountOf(value: unknown): Money {
  return typeof value === "bigint" ? value : textToMoney(String(value ?? "0"));
}

function onFile(file: string): Anchor {
  const database = new Database(file, { readonly: true });
  database.defaultSafeIntegers(true);
  // As the product reads it.
  database.pragma(`mmap_size = ${mappedBytes}`);
  return {
    async rows(statement, ...parameters) {
      const named = Object.fromEntries(parameters.map((value, index) => [`p${index + 1}`, value]));
      return database.prepare<object, unknown[]>(statement.replaceAll("?", "@p")).raw().all(named);
    },
    close: async () => void database.close(),
  };
}

/** As the owner, whom the loader has freed from row-level security. */
function onServer(url: string): Anchor {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  return {
    async rows(statement, ...parameters) {
      return client.unsafe(statement.replaceAll("?", "$"), parameters, { prepare: true }).values();
    },
    close: () => client.end(),
  };
}
