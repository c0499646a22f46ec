// Month-end packs: what somebody makes every month for many organisations, and what was made for one of them. A pack names stored reports, and
// once it is issued nothing of it changes (triggers see to it).
import { sql } from "drizzle-orm";
import { type Kit, oneOf } from "../dialect.ts";
import { packStatuses } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable, within } from "./references.ts";
import type { reports } from "./reports.ts";
import { stamps } from "./stamps.ts";

type Parents = ReturnType<typeof people> & ReturnType<typeof organisations> & ReturnType<typeof reports>;

export function packs(kit: Kit, { Users, XeroTenants, Reports }: Parents) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  /** Of a person and of no organisation: it can be used for each of theirs. */
  const PackTemplates = kit.table(
    "PackTemplates",
    {
      id: kit.id(),
      userId: kit.uuid().notNull().references(() => Users.id, { onDelete: "cascade" }),
      name: kit.varchar(255).notNull(),
      cover: kit.text().notNull(),
      /** Which reports, in their order. */
      choices: kit.json<unknown>().notNull(),
      ...stamps(kit),
    },
    (t) => [kit.unique("PackTemplates_userId_name_unique").on(t.userId, t.name)],
  );

  const Packs = kit.table(
    "Packs",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      status: kit.word(packStatuses).notNull().default("draft"),
      name: kit.varchar(255).notNull(),
      /** YYYY-MM. */
      month: kit.varchar(7).notNull(),
      cover: kit.text().notNull(),
      /** What the template was called then. */
      templateName: kit.varchar(255).notNull(),
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      /** What they were called then. */
      madeBy: kit.varchar(255),
      issuedById: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      issuedBy: kit.varchar(255),
      issuedAt: kit.instant(),
      /** SHA-256 of the canonical JSON of what was issued. */
      contentHash: kit.varchar(64),
      supersedesId: kit.uuid(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "Packs", t),
      kit.foreignKey({ name: "Packs_supersedesId_within", columns: [t.tenantId, t.supersedesId], foreignColumns: [t.tenantId, t.id] }),
      kit.index("Packs_tenantId_createdAt_index").on(t.tenantId, t.createdAt, t.id),
      kit.index("Packs_tenantId_supersedesId_index").on(t.tenantId, t.supersedesId),
      kit.index("Packs_userId_index").on(t.userId),
      kit.index("Packs_issuedById_index").on(t.issuedById),
      oneOf(kit, t.status, packStatuses),
      kit.check("Packs_issued_whole", sql`${t.status} = 'draft' or (${t.contentHash} is not null and ${t.issuedAt} is not null)`),
    ],
  );

  const PackParts = kit.table(
    "PackParts",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      packId: kit.uuid().notNull(),
      reportId: kit.uuid().notNull(),
      /** Counted from nought, in the order of the pack. */
      place: kit.integer().notNull(),
      commentary: kit.text().notNull(),
      /** What is said of single rows of the report: each the id of a row and a text. */
      notes: kit.json<unknown>().notNull(),
      ...stamps(kit),
    },
    (t) => [
      referable(kit, "PackParts", t),
      within(kit, "PackParts", t, t.packId, Packs).onDelete("cascade"),
      within(kit, "PackParts", t, t.reportId, Reports),
      kit.index("PackParts_tenantId_packId_index").on(t.tenantId, t.packId, t.place),
      kit.index("PackParts_tenantId_reportId_index").on(t.tenantId, t.reportId),
    ],
  );

  return { PackTemplates, Packs, PackParts };
}
