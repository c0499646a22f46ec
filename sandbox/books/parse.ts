// Reading one object of a books file: what zod finds wrong becomes a sentence that names the object a person can search for.

import type { z } from "zod";
import { isRecord } from "../exact/json.ts";
import { refuse } from "./problem.ts";

const NAMES = ["InvoiceNumber", "CreditNoteNumber", "Name", "Narration", "Code", "Reference", "JournalNumber"];

export function parse<Schema extends z.ZodType>(schema: Schema, written: unknown, place: string): z.output<Schema> {
  const result = schema.safeParse(written);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  refuse(`${place}${calledBy(written)}: ${field}${issue?.message ?? "it cannot be read"}.`);
}

export function listIn(container: Record<string, unknown>, name: string, place: string): readonly unknown[] {
  const list = container[name] ?? [];
  return Array.isArray(list) ? list : refuse(`${place}: ${name} should be a list.`);
}

function calledBy(written: unknown): string {
  if (!isRecord(written)) return "";
  const name = [...NAMES, ...Object.keys(written).filter((key) => /^[A-Z]\w+ID$/.test(key))].find(
    (key) => typeof written[key] === "string",
  );
  return name ? ` (${String(written[name])})` : "";
}
