// Books and answers carry money as JSON numbers. A JavaScript number would already have lost the cents of a large
// amount, so a number read here stays the text it was written as (a Numeral) until somebody says what it counts.

import { writeMoney } from "./money.ts";

export type Numeral = { readonly numeral: string };

export type Json = null | undefined | boolean | string | number | bigint | Numeral | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

// Nulls are dropped: Xero leaves absent fields out, and so does everything behind this door.
export function readJson(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value === "number") return { numeral: context?.source ?? String(value) };
    return value === null ? undefined : value;
  });
}

// A bigint is money in ten-thousandths and is written as a decimal; a plain number is a count and must be whole.
export function writeJson(value: Json): string {
  if (typeof value === "bigint") return writeMoney(value);
  if (typeof value === "number") return writeCount(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(writeJson).join(",")}]`;
  if (isNumeral(value)) return value.numeral;
  return writeObject(value);
}

export function numeral(text: string): Numeral {
  return { numeral: text };
}

export function isNumeral(value: unknown): value is Numeral {
  return isRecord(value) && typeof value["numeral"] === "string";
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function writeCount(count: number): string {
  if (!Number.isSafeInteger(count)) throw new Error(`${count} is not a whole number and cannot be written exactly.`);
  return String(count);
}

function writeObject(value: JsonObject): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member)}`);
  return `{${members.join(",")}}`;
}
