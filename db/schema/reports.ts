// Stored reports: immutable snapshots. Type, parameters, data, hash and versions never change (a trigger sees to it); name, pinned and
// staleSince may.
import { type Kit, oneOf } from "../dialect.ts";
import { reportStatuses, reportTypes } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable } from "./references.ts";
import { stamps } from "./stamps.ts";

export function reports(kit: Kit, { Users, XeroTenants }: ReturnType<typeof people> & ReturnType<typeof organisations>) {
  const Reports = kit.table(
    "Reports",
    {
      id: kit.id(),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      type: kit.word(reportTypes).notNull(),
      name: kit.varchar(255).notNull(),
      parameters: kit.json<unknown>(),
      data: kit.json<unknown>().notNull(),
      status: kit.word(reportStatuses).notNull().default("ready"),
      schemaVersion: kit.integer().notNull(),
      periodStart: kit.day(),
      periodEnd: kit.day().notNull(),
      currency: kit.varchar(3).notNull(),
      dataVersion: kit.integer().notNull(),
      /** SHA-256 of the canonical JSON of `data`. */
      contentHash: kit.varchar(64).notNull(),
      /** SHA-256 of what it was made from: the order, the state of the data, the definitions. Null for reports from before it was kept. */
      inputsHash: kit.varchar(64),
      supersedesId: kit.uuid(),
      pinned: kit.flag().notNull().default(false),
      staleSince: kit.instant(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "Reports", t),
      kit.foreignKey({ name: "Reports_supersedesId_within", columns: [t.tenantId, t.supersedesId], foreignColumns: [t.tenantId, t.id] }),
      kit.index("Reports_tenantId_type_dataVersion_index").on(t.tenantId, t.type, t.dataVersion, t.periodEnd, t.createdAt),
      kit.index("Reports_tenantId_createdAt_index").on(t.tenantId, t.createdAt, t.id),
      kit.index("Reports_tenantId_inputsHash_index").on(t.tenantId, t.inputsHash),
      kit.index("Reports_userId_index").on(t.userId),
      kit.index("Reports_createdAt_index").on(t.createdAt),
      kit.index("Reports_tenantId_supersedesId_index").on(t.tenantId, t.supersedesId),
      oneOf(kit, t.type, reportTypes),
      oneOf(kit, t.status, reportStatuses),
    ],
  );

  return { Reports };
}
