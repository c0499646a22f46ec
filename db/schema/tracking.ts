// Tracking categories and options, and the sets of options that lines carry: a set is kept once and lines point at it.
import type { Kit } from "../dialect.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

export function tracking(kit: Kit, { XeroTenants }: ReturnType<typeof organisations>) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const TrackingCategories = kit.table(
    "TrackingCategories",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      xeroId: kit.varchar(255).notNull(),
      name: kit.varchar(255).notNull(),
      status: kit.varchar(50).notNull(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [kit.unique("TrackingCategories_tenantId_xeroId_unique").on(t.tenantId, t.xeroId), referable(kit, "TrackingCategories", t)],
  );

  const TrackingOptions = kit.table(
    "TrackingOptions",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      categoryId: kit.uuid().notNull(),
      xeroId: kit.varchar(255).notNull(),
      name: kit.varchar(255).notNull(),
      status: kit.varchar(50).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("TrackingOptions_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "TrackingOptions", t),
      within(kit, "TrackingOptions", t, t.categoryId, TrackingCategories).onDelete("cascade"),
      kit.index("TrackingOptions_tenantId_categoryId_index").on(t.tenantId, t.categoryId),
    ],
  );

  const TrackingSets = kit.table(
    "TrackingSets",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      /** SHA-256 of the sorted option ids. */
      hash: kit.varchar(64).notNull(),
    },
    (t) => [kit.unique("TrackingSets_tenantId_hash_unique").on(t.tenantId, t.hash), referable(kit, "TrackingSets", t)],
  );

  const TrackingSetOptions = kit.table(
    "TrackingSetOptions",
    { id: kit.id(), tenantId: ofTenant(), trackingSetId: kit.uuid().notNull(), optionId: kit.uuid().notNull() },
    (t) => [
      kit.unique("TrackingSetOptions_trackingSetId_optionId_unique").on(t.trackingSetId, t.optionId),
      referable(kit, "TrackingSetOptions", t),
      within(kit, "TrackingSetOptions", t, t.trackingSetId, TrackingSets).onDelete("cascade"),
      within(kit, "TrackingSetOptions", t, t.optionId, TrackingOptions).onDelete("cascade"),
      kit.index("TrackingSetOptions_tenantId_trackingSetId_index").on(t.tenantId, t.trackingSetId),
      kit.index("TrackingSetOptions_tenantId_optionId_index").on(t.tenantId, t.optionId),
    ],
  );

  return { TrackingCategories, TrackingOptions, TrackingSets, TrackingSetOptions };
}
