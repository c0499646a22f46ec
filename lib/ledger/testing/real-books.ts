// Real books to be right on, where they lie beside the checkout: tests that need them say so when they are skipped.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseCsv, type Row } from "#lib/ledger/testing/csv.ts";

const folder = resolve("../shared/finance/real-books");

export const haveRealBooks = existsSync(folder);

/** The rows of one of its files, by its name without "xero_" and "_data.csv". */
export function realRows(name: string): Row[] {
  return parseCsv(readFileSync(resolve(folder, `xero_${name}_data.csv`), "utf8"));
}

export function expectedCells(): Row[] {
  return parseCsv(readFileSync(resolve(folder, "expected-cells.csv"), "utf8"));
}

/** The value of a column that every row has. */
export function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`There is no column ${name}.`);
  return value;
}
