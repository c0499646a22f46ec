// A list is handed out a page at a time, without being counted: one row more than was asked for tells whether there is another page.
import { z } from "zod";

/** What every list understands beside its own filters. */
export const paging = { tenantId: z.array(z.uuid()).optional(), limit: z.int().min(1).max(200).default(50), cursor: z.string().max(4_000).optional() };

export type Page<Row> = { data: Row[]; nextCursor: string | null; hasMore: boolean };

export function pageSchema<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ data: z.array(row), nextCursor: z.string().nullable(), hasMore: z.boolean() });
}

/** `found` holds up to `limit` rows and one more. */
export function pageOf<Row>(found: readonly Row[], limit: number, cursorAfter: (row: Row) => string): Page<Row> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit;
  return { data: rows, hasMore, nextCursor: hasMore && last ? cursorAfter(last) : null };
}
