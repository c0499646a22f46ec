// Budgets: Xero's as they were read, and own ones as they were imported, a line for each account and month that has a figure. An amount has the sign
// in which a profit and loss prints its account: income and costs are both positive. What has no line was not budgeted, which is not the same as 0.
import { type Kit, oneOf, withinLimit } from "../dialect.ts";
import { budgetSources } from "../vocabulary.ts";
import type { accounts } from "./accounts.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

type Neighbours = ReturnType<typeof people> & ReturnType<typeof organisations> & ReturnType<typeof accounts>;

export function budgets(kit: Kit, { Users, XeroTenants, Accounts }: Neighbours) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const Budgets = kit.table(
    "Budgets",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      source: kit.word(budgetSources).notNull(),
      /** Null for an own one. */
      xeroId: kit.varchar(255),
      name: kit.varchar(255).notNull(),
      /** Xero's word as it came: OVERALL, or TRACKING for a budget of some tracking options only. */
      type: kit.varchar(50).notNull(),
      /** The tracking options that it is of, by name. */
      tracking: kit.varchar(500),
      /** Who imported it; null for Xero's. */
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      /** What they were called then. */
      importedBy: kit.varchar(255),
      fileName: kit.varchar(255),
      /** SHA-256 of the file's text. */
      fileHash: kit.varchar(64),
      /** YYYY-MM: from which month on Xero was last asked for its lines. Null where it has to be asked again. */
      readFrom: kit.varchar(7),
      xeroUpdatedAt: kit.instant(),
      /** SHA-256 of what it says: name, kind, and the lines as they were last read or imported. */
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Budgets_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "Budgets", t),
      kit.index("Budgets_userId_index").on(t.userId),
      oneOf(kit, t.source, budgetSources),
    ],
  );

  const BudgetLines = kit.table(
    "BudgetLines",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      budgetId: kit.uuid().notNull(),
      accountId: kit.uuid().notNull(),
      /** YYYY-MM. */
      month: kit.varchar(7).notNull(),
      amount: kit.money().notNull(),
      note: kit.text(),
      /** The line of the file that it was read from. */
      lineNumber: kit.integer(),
    },
    (t) => [
      kit.unique("BudgetLines_account_month_unique").on(t.budgetId, t.accountId, t.month),
      referable(kit, "BudgetLines", t),
      within(kit, "BudgetLines", t, t.budgetId, Budgets).onDelete("cascade"),
      within(kit, "BudgetLines", t, t.accountId, Accounts),
      kit.index("BudgetLines_tenantId_budgetId_index").on(t.tenantId, t.budgetId),
      kit.index("BudgetLines_tenantId_accountId_index").on(t.tenantId, t.accountId),
      withinLimit(kit, t.amount),
    ],
  );

  return { Budgets, BudgetLines };
}
