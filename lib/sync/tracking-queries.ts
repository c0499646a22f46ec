// Lines carry up to two tracking options; each set of options that occurs is kept once, and lines point at it.
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { TrackingCategories, TrackingOptions, TrackingSetOptions, TrackingSets } from "#db/schema/index.ts";
import { sha256 } from "#lib/crypto.ts";
import type { XeroLine } from "#lib/xero/decode.ts";

type Tracking = XeroLine["Tracking"];

/** Gives the id of the set a line carries, null for none. Sets that are new are written by `save`, before the lines are. */
export async function trackingSets(tx: Transaction): Promise<{ setOf: (tracking: Tracking) => string | null; save: () => Promise<void> }> {
  const optionOf = await optionFinder(tx);
  const known = await tx.select({ id: TrackingSets.id, hash: TrackingSets.hash }).from(TrackingSets).where(eq(TrackingSets.tenantId, tx.tenantId));
  const sets = new Map(known.map(({ id, hash }) => [hash, id]));
  const fresh: { id: string; hash: string; options: string[] }[] = [];

  function setOf(tracking: Tracking): string | null {
    const options = [...new Set(tracking.flatMap((one) => optionOf(one) ?? []))].toSorted();
    if (options.length === 0) return null;
    const hash = sha256(options.join(","));
    const id = sets.get(hash) ?? uuidv7();
    if (!sets.has(hash)) fresh.push({ id, hash, options });
    sets.set(hash, id);
    return id;
  }
  async function save(): Promise<void> {
    const { tenantId } = tx;
    await insertRows(tx, TrackingSets, fresh.map(({ id, hash }) => ({ id, tenantId, hash })));
    await insertRows(tx, TrackingSetOptions, fresh.flatMap(({ id, options }) => options.map((optionId) => ({ tenantId, trackingSetId: id, optionId }))));
  }
  return { setOf, save };
}

/** By Xero's id of the option, or where a line gives only names, by the names of category and option. */
async function optionFinder(tx: Transaction): Promise<(tracking: Tracking[number]) => string | undefined> {
  const rows = await tx
    .select({ id: TrackingOptions.id, xeroId: TrackingOptions.xeroId, option: TrackingOptions.name, category: TrackingCategories.name })
    .from(TrackingOptions)
    .innerJoin(TrackingCategories, eq(TrackingCategories.id, TrackingOptions.categoryId))
    .where(eq(TrackingOptions.tenantId, tx.tenantId));
  const byXeroId = new Map(rows.map((row) => [row.xeroId, row.id]));
  const byName = new Map(rows.map((row) => [`${row.category}\n${row.option}`, row.id]));
  return ({ TrackingOptionID, Name, Option }) => byXeroId.get(TrackingOptionID ?? "") ?? byName.get(`${Name ?? ""}\n${Option ?? ""}`);
}
