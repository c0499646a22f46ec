// What hangs on a document in Xero, by name: never the files themselves. It is there for documents that somebody has looked at since they last changed.
import type { Kit } from "../dialect.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import type { transactions } from "./transactions.ts";

type Mirror = ReturnType<typeof organisations> & ReturnType<typeof transactions>;

export function attachments(kit: Kit, { XeroTenants, Transactions }: Mirror) {
  const Attachments = kit.table(
    "Attachments",
    {
      id: kit.id(),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      transactionId: kit.uuid().notNull(),
      xeroId: kit.varchar(255).notNull(),
      fileName: kit.varchar(255).notNull(),
      mimeType: kit.varchar(255),
      /** In bytes. */
      size: kit.integer(),
      /** Whoever is sent the invoice sees it too. */
      includeOnline: kit.flag().notNull().default(false),
      /** When Xero was asked. */
      readAt: kit.instant().notNull(),
    },
    (t) => [
      kit.unique("Attachments_transactionId_xeroId_unique").on(t.transactionId, t.xeroId),
      referable(kit, "Attachments", t),
      within(kit, "Attachments", t, t.transactionId, Transactions).onDelete("cascade"),
      kit.index("Attachments_tenantId_transactionId_index").on(t.tenantId, t.transactionId),
    ],
  );

  return { Attachments };
}
