// Custom reports that somebody wrote down for an organisation, to be made again and again. What was made of one carries its rows itself.
import type { Kit } from "../dialect.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { stamps } from "./stamps.ts";

type Parents = ReturnType<typeof people> & ReturnType<typeof organisations>;

export function reportDefinitions(kit: Kit, { Users, XeroTenants }: Parents) {
  const ReportDefinitions = kit.table(
    "ReportDefinitions",
    {
      id: kit.id(),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      name: kit.varchar(100).notNull(),
      /** As they were written, checked against their schema and the chart of accounts. */
      rows: kit.json<unknown>().notNull(),
      /** Who saved it last. */
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      /** What they were called then. */
      savedBy: kit.varchar(255),
      ...stamps(kit),
    },
    (t) => [kit.unique("ReportDefinitions_tenantId_name_unique").on(t.tenantId, t.name), kit.index("ReportDefinitions_userId_index").on(t.userId)],
  );
  return { ReportDefinitions };
}
