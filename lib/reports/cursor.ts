// Where the lines of a proof go on.
import { z } from "zod";
import { placeIn, placeWithin } from "#lib/cursor.ts";
import { isDay } from "#lib/day.ts";

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
