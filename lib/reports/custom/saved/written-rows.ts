// Rows as somebody writes them into a form: a list in JSON.
import { z } from "zod";
import { accept } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";

const writtenSchema = z.strictObject({ rows: rowsSchema });

/** Refusal "invalid" with a pointer to row and field, "/rows/1/id", or with where the text stops to be JSON. */
export function writtenRows(text: string): CustomRow[] {
  return accept(writtenSchema, { rows: rowsInJson(text) }).rows;
}

/** Whatever the text says, to be read with the rest of what was sent. */
export function rowsInJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = `The rows are no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`;
    return refuse("invalid", detail, { faults: [{ pointer: "/rows", detail }] });
  }
}
