// What people watch: a target for a key figure, a rule for when to be told of one, what was told, and who gets it by e-mail. An alert keeps its own words of what it is
// about, so that it can be read when the rule, or the document, is gone.
import { sql } from "drizzle-orm";
import { type Kit, oneOf, withinLimit } from "../dialect.ts";
import { alertEndings, alertKinds, alertSides } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable } from "./references.ts";
import { stamps } from "./stamps.ts";

export function alerts(kit: Kit, { Users, XeroTenants }: ReturnType<typeof people> & ReturnType<typeof organisations>) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });
  /** With what they were called then. */
  const chosen = () => ({ userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }), setBy: kit.varchar(255), setAt: kit.instant().notNull() });

  const KpiTargets = kit.table(
    "KpiTargets",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      /** The id of its definition. */
      kpi: kit.varchar(100).notNull(),
      /** In the unit of the key figure; null where it was taken away. */
      value: kit.money(),
      ...chosen(),
    },
    (t) => [kit.unique("KpiTargets_tenantId_kpi_unique").on(t.tenantId, t.kpi), referable(kit, "KpiTargets", t), kit.index("KpiTargets_userId_index").on(t.userId), withinLimit(kit, t.value)],
  );

  const AlertRules = kit.table(
    "AlertRules",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      kpi: kit.varchar(100).notNull(),
      side: kit.word(alertSides).notNull(),
      threshold: kit.money().notNull(),
      /** How far behind the threshold a figure must come back for its alert to end. */
      band: kit.money().notNull(),
      ...chosen(),
    },
    (t) => [
      kit.unique("AlertRules_tenantId_kpi_side_unique").on(t.tenantId, t.kpi, t.side),
      referable(kit, "AlertRules", t),
      kit.index("AlertRules_userId_index").on(t.userId),
      oneOf(kit, t.side, alertSides),
      withinLimit(kit, t.threshold),
      withinLimit(kit, t.band),
    ],
  );

  const Alerts = kit.table(
    "Alerts",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      kind: kit.word(alertKinds).notNull(),
      /** Of a key figure, which and on which side: one at a time is open. Null for a change, of which each is an alert. */
      watched: kit.varchar(150),
      /** What it says, by its kind. */
      facts: kit.json<unknown>().notNull(),
      raisedAt: kit.instant().notNull(),
      endedAt: kit.instant(),
      ending: kit.word(alertEndings),
      acknowledgedById: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      /** What they were called then. */
      acknowledgedBy: kit.varchar(255),
      acknowledgedAt: kit.instant(),
      ...stamps(kit),
    },
    (t) => [
      kit.uniqueIndex("Alerts_one_open").on(t.tenantId, t.watched).where(sql`"endedAt" is null and "watched" is not null`),
      referable(kit, "Alerts", t),
      kit.index("Alerts_tenantId_endedAt_index").on(t.tenantId, t.endedAt, t.id),
      kit.index("Alerts_acknowledgedById_index").on(t.acknowledgedById),
      oneOf(kit, t.kind, alertKinds),
      oneOf(kit, t.ending, alertEndings),
    ],
  );

  /** Who asked to get alerts by e-mail. */
  const AlertReaders = kit.table(
    "AlertReaders",
    { id: kit.id(), tenantId: ofTenant(), userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }), since: kit.instant().notNull() },
    (t) => [kit.unique("AlertReaders_tenantId_userId_unique").on(t.tenantId, t.userId), referable(kit, "AlertReaders", t), kit.index("AlertReaders_userId_index").on(t.userId)],
  );

  return { KpiTargets, AlertRules, Alerts, AlertReaders };
}
