// Rows as somebody writes them into a form: a list in JSON.
import { refuse } from "#lib/refusal.ts";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

/** Refusal "invalid" that says which row, or where the text stops to be JSON. */
export function writtenRows(text: string): CustomRow[] {
  const read = rowsSchema.safeParse(json(text));
  if (read.success) return read.data;
  const details = read.error.issues.map(({ path: [row, ...within], message }) => (typeof row === "number" ? `Row ${row + 1}${within.length > 0 ? `, ${within.join(".")}` : ""}: ${message}` : message));
  return refuse("invalid", details.slice(0, 5).join(" "));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return refuse("invalid", `The rows are no JSON: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was saved.`);
  }
}

/** A row a line, to be read and changed. */
export function rowsAsText(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n]`;
}
