// Batch payments: several payments that are one line of the bank statement. A batch posts nothing of its own. Which payments are in it, they say
// themselves (Transactions.batchXeroId); the batch says what the bank shows.
import { type Kit, withinLimit } from "../dialect.ts";
import type { accounts } from "./accounts.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

type Mirror = ReturnType<typeof organisations> & ReturnType<typeof accounts>;

export function batchPayments(kit: Kit, { XeroTenants, Accounts }: Mirror) {
  const BatchPayments = kit.table(
    "BatchPayments",
    {
      id: kit.id(),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      xeroId: kit.varchar(255).notNull(),
      /** Xero's word as it came: PAYBATCH for bills, RECBATCH for invoices. */
      type: kit.varchar(50).notNull(),
      status: kit.varchar(50).notNull(),
      date: kit.day().notNull(),
      bankAccountId: kit.uuid(),
      /** The line of the bank statement: in the bank account's currency and without sign. */
      amount: kit.money().notNull(),
      reference: kit.varchar(255),
      /** What else the bank was told: particulars and code, details, or a narrative, as the country has it. */
      statementText: kit.varchar(255),
      isReconciled: kit.flag().notNull().default(false),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("BatchPayments_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "BatchPayments", t),
      within(kit, "BatchPayments", t, t.bankAccountId, Accounts),
      kit.index("BatchPayments_tenantId_date_index").on(t.tenantId, t.date, t.id),
      kit.index("BatchPayments_tenantId_bankAccountId_index").on(t.tenantId, t.bankAccountId),
      withinLimit(kit, t.amount),
    ],
  );

  return { BatchPayments };
}
