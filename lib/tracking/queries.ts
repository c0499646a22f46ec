// Tracking categories with their options, and which sets of options have which of them.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Query, Reader } from "#db/index.ts";
import { TrackingCategories, TrackingOptions, TrackingSetOptions, TrackingSets } from "#db/schema/index.ts";
import type { TrackingCategory } from "#lib/tracking/tracking.ts";

/** By name, and so are the options of each. */
export async function trackingCategories(q: Reader): Promise<TrackingCategory[]> {
  const { id, xeroId, tenantId, name, status } = TrackingCategories;
  const tenants = [...q.tenantIds];
  const categories = await q.select({ id, xeroId, tenantId, name, status }).from(TrackingCategories).where(inArray(tenantId, tenants)).orderBy(asc(name), asc(id));
  const options = await q
    .select({ id: TrackingOptions.id, xeroId: TrackingOptions.xeroId, name: TrackingOptions.name, status: TrackingOptions.status, categoryId: TrackingOptions.categoryId })
    .from(TrackingOptions)
    .where(inArray(TrackingOptions.tenantId, tenants))
    .orderBy(asc(TrackingOptions.name), asc(TrackingOptions.id));
  const ofCategory = Map.groupBy(options, ({ categoryId }) => categoryId);
  return categories.map((category) => ({ ...category, options: (ofCategory.get(category.id) ?? []).map(({ categoryId: _, ...option }) => option) }));
}

/** What every set says: each of its options with the category it is of. */
export function describedSets(q: Query) {
  const { id, name, categoryId } = TrackingOptions;
  return q
    .select({ set: TrackingSetOptions.trackingSetId, id, name, categoryId, category: TrackingCategories.name })
    .from(TrackingSetOptions)
    .innerJoin(TrackingOptions, and(eq(TrackingOptions.tenantId, TrackingSetOptions.tenantId), eq(id, TrackingSetOptions.optionId)))
    .innerJoin(TrackingCategories, and(eq(TrackingCategories.tenantId, TrackingOptions.tenantId), eq(TrackingCategories.id, categoryId)))
    .where(eq(TrackingSetOptions.tenantId, q.tenantId))
    .orderBy(asc(TrackingSetOptions.trackingSetId), asc(id));
}

/** Every set that lines carry, with each of its options; of one without any, null. */
export function trackingSetOptions(q: Query) {
  return q
    .select({ set: TrackingSets.id, option: TrackingSetOptions.optionId })
    .from(TrackingSets)
    .leftJoin(TrackingSetOptions, and(eq(TrackingSetOptions.tenantId, TrackingSets.tenantId), eq(TrackingSetOptions.trackingSetId, TrackingSets.id)))
    .where(eq(TrackingSets.tenantId, q.tenantId))
    .orderBy(asc(TrackingSets.id));
}
