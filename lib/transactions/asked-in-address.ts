// What the address of our page asks for. An address may be old, shared or typed, so what cannot be understood is left out and named, and the rest is
// answered.
import { faults } from "#lib/problem.ts";
import { readQuery } from "#lib/read-query.ts";
import type { Fault } from "#lib/refusal.ts";
import { type Listing, listing } from "#lib/transactions/listing.ts";
import { isPlaceFor } from "#lib/transactions/page-of-transactions.ts";
import { typedAmount } from "#lib/typed-amount.ts";

/** `query` is the address that asks for just this, without its cursor. */
export type Asked = { listing: Listing; query: URLSearchParams; faults: Fault[] };

/** Other organisations and other lengths are for the API. */
const known = Object.keys(listing.shape).filter((key) => !["tenantId", "limit"].includes(key));

export function askedInAddress(address: URLSearchParams): Asked {
  const query = new URLSearchParams([...address].map(([key, text]) => [key, tidy(key, text)]).filter(([key = "", text]) => known.includes(key) && text !== ""));
  const { asked, missed } = understood(query, []);
  const cursor = isPlaceFor(asked.sort, asked.cursor) ? asked.cursor : undefined;
  query.delete("cursor");
  return { listing: { ...asked, cursor }, query, faults: missed };
}

/** Takes out of the query what its schema refuses, until nothing is left to refuse. */
function understood(query: URLSearchParams, missed: Fault[]): { asked: Listing; missed: Fault[] } {
  const read = listing.safeParse(readQuery(query, listing));
  if (read.success) return { asked: read.data, missed };
  const found = faults(read.error.issues);
  for (const { pointer } of found) query.delete(pointer.split("/")[1] ?? "");
  return understood(query, [...missed, ...found]);
}

/** People write 1,234.50 and leave blanks around what they type. The usual order need not be asked for. */
function tidy(key: string, text: string): string {
  if (key === "sort" && text === "-date") return "";
  return key.startsWith("amount") ? typedAmount(text) : text.trim();
}
