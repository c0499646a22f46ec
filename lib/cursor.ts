// A cursor is opaque to whoever carries it: the place after which a list goes on, as text.
import type { z } from "zod";
import { refuse } from "#lib/refusal.ts";

export function cursorOf(place: Record<string, string | number | null>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Null without a cursor. Refusal "invalid" for one that was not given out here. */
export function placeIn<Schema extends z.ZodType>(schema: Schema, cursor: string | undefined): z.output<Schema> | null {
  if (cursor === undefined) return null;
  const read = placeWithin(schema, cursor);
  const detail = "This cursor was not given out here; begin the list again without it.";
  return read.success ? read.data : refuse("invalid", detail, { faults: [{ pointer: "/cursor", detail }] });
}

/** As far as a cursor can be read. */
export function placeWithin<Schema extends z.ZodType>(schema: Schema, cursor: string) {
  return schema.safeParse(parsed(Buffer.from(cursor, "base64url").toString("utf8")));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
