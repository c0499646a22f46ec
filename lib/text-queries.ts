// Text as somebody types it into a search box, for both databases in the same words.
import { or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** One of the columns holds the text, whatever the case of its letters (beyond A to Z: as the database knows them). */
export function holdsText(columns: readonly PgColumn[], text: string): SQL | undefined {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return or(...columns.map((column) => sql`lower(${column}) like lower(${pattern}) escape '\\'`));
}
