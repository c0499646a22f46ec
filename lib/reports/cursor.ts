// A cursor is opaque to whoever carries it: the place after which a list goes on, as text.
import { z } from "zod";
import { isDay } from "#lib/day.ts";
import { refuse } from "#lib/refusal.ts";

export function cursorOf(place: Record<string, string | number>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Null without a cursor. Refusal "invalid" for one that was not given out here. */
export function placeIn<Schema extends z.ZodType>(schema: Schema, cursor: string | undefined): z.output<Schema> | null {
  if (cursor === undefined) return null;
  const read = placeWithin(schema, cursor);
  const detail = "This cursor was not given out here; begin the list again without it.";
  return read.success ? read.data : refuse("invalid", detail, { faults: [{ pointer: "/cursor", detail }] });
}

/** After which journal line a proof goes on. */
export function linePlaceIn(cursor: string | undefined) {
  return placeIn(linePlace, cursor);
}

/** For an address somebody may have typed: what is no cursor begins at the first line. */
export function linePlaceAt(cursor: string | undefined) {
  const read = placeWithin(linePlace, cursor ?? "");
  return read.success ? read.data : null;
}

/** A cursor that somebody made up must not ask the database for what its columns cannot hold: an instant of the year 0, a number beyond 32 bits. */
export const instantOfPlace = z.iso.datetime().refine((text) => !text.startsWith("0000"));

const linePlace = z.strictObject({ date: z.string().refine(isDay), sequence: z.int32(), lineNumber: z.int32() });

function placeWithin<Schema extends z.ZodType>(schema: Schema, cursor: string) {
  return schema.safeParse(parsed(Buffer.from(cursor, "base64url").toString("utf8")));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
