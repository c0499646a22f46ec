// The documents of some organisations, a page at a time. A page begins behind the place where the one before ended, so rows that arrive in between
// are neither skipped nor doubled.
import { z } from "zod";
import type { Reader } from "#db/index.ts";
import { cursorOf, placeIn, placeWithin } from "#lib/cursor.ts";
import { type Page, pageOf } from "#lib/listing.ts";
import type { Listing, Sort } from "#lib/transactions/listing.ts";
import { type ListedTransaction, listTransactions, type Place } from "#lib/transactions/listing-queries.ts";
import { wireDay, wireInstant, wireMoney } from "#lib/wire-values.ts";

/** Each organisation is walked by itself, for only so does an index lead; what they give is merged. */
export async function pageOfTransactions(q: Reader, { sort, limit, cursor, tenantId: _chosen, ...filter }: Listing): Promise<Page<ListedTransaction>> {
  const after = placeIn(placeSchemas[sort], cursor);
  const tenantIds = [...new Set(q.tenantIds)];
  const found: ListedTransaction[] = [];
  for (const tenantId of tenantIds) found.push(...(await listTransactions({ ...q, tenantId }, filter, sort, after, limit + 1)));
  const merged = tenantIds.length > 1 ? found.toSorted((one, other) => compare(placeOf(one, sort), placeOf(other, sort)) * (sort.startsWith("-") ? -1 : 1)) : found;
  return pageOf(merged, limit, (row) => cursorAfter(row, sort));
}

/** Whether a cursor was given out for this order. */
export function isPlaceFor(sort: Sort, cursor = ""): boolean {
  return placeWithin(placeSchemas[sort], cursor).success;
}

/** A cursor belongs to the order it was given out in. */
const placeSchemas = {
  date: placeSchema("date", wireDay),
  "-date": placeSchema("-date", wireDay),
  amount: placeSchema("amount", wireMoney),
  "-amount": placeSchema("-amount", wireMoney),
  updatedAt: placeSchema("updatedAt", wireInstant),
  "-updatedAt": placeSchema("-updatedAt", wireInstant),
};

function placeSchema<Key extends z.ZodType>(sort: Sort, key: Key) {
  return z.strictObject({ sort: z.literal(sort), key, id: z.uuid() });
}

function placeOf({ transaction: { date, amount, updatedAt, id } }: ListedTransaction, sort: Sort): Place {
  if (sort.endsWith("date")) return { key: date, id };
  return { key: sort.endsWith("amount") ? amount : updatedAt, id };
}

function cursorAfter(row: ListedTransaction, sort: Sort): string {
  const { date, amount, updatedAt, id } = row.transaction;
  if (sort.endsWith("date")) return cursorOf({ sort, key: date, id });
  return cursorOf({ sort, key: sort.endsWith("amount") ? z.encode(wireMoney, amount) : z.encode(wireInstant, updatedAt), id });
}

function compare(one: Place, other: Place): number {
  if (one.key < other.key) return -1;
  if (one.key > other.key) return 1;
  return one.id < other.id ? -1 : 1;
}
