// The mirror of Xero's settings: the chart of accounts, contacts and tax rates, which a sync writes. What somebody here chose to say of an account
// is kept beside it, where no sync comes.
import { type Kit, oneOf } from "../dialect.ts";
import { accountClasses, cashActivities, choosableTags } from "../vocabulary.ts";
import type { organisations } from "./organisations.ts";
import type { people } from "./people.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

export function accounts(kit: Kit, { Users, XeroTenants }: ReturnType<typeof people> & ReturnType<typeof organisations>) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const Accounts = kit.table(
    "Accounts",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      xeroId: kit.varchar(255).notNull(),
      code: kit.varchar(50),
      name: kit.varchar(255).notNull(),
      /** Xero's type as it came; the class decides where it stands when a new type appears. */
      type: kit.varchar(50).notNull(),
      class: kit.word(accountClasses).notNull(),
      status: kit.varchar(50).notNull(),
      systemAccount: kit.varchar(50),
      taxType: kit.varchar(50),
      currencyCode: kit.varchar(3),
      bankAccountType: kit.varchar(50),
      reportingCode: kit.varchar(255),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Accounts_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "Accounts", t),
      kit.index("Accounts_tenantId_code_index").on(t.tenantId, t.code),
      oneOf(kit, t.class, accountClasses),
    ],
  );

  const AccountTags = kit.table(
    "AccountTags",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      accountId: kit.uuid().notNull(),
      /** Null where the rule decides. */
      tag: kit.word(choosableTags),
      /** Null where the rule decides. */
      activity: kit.word(cashActivities),
      userId: kit.uuid().references(() => Users.id, { onDelete: "set null" }),
      /** What they were called then. */
      chosenBy: kit.varchar(255),
      chosenAt: kit.instant().notNull(),
    },
    (t) => [
      kit.unique("AccountTags_tenantId_accountId_unique").on(t.tenantId, t.accountId),
      referable(kit, "AccountTags", t),
      within(kit, "AccountTags", t, t.accountId, Accounts).onDelete("cascade"),
      kit.index("AccountTags_userId_index").on(t.userId),
      oneOf(kit, t.tag, choosableTags),
      oneOf(kit, t.activity, cashActivities),
    ],
  );

  const Contacts = kit.table(
    "Contacts",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      xeroId: kit.varchar(255).notNull(),
      name: kit.varchar(500).notNull(),
      status: kit.varchar(50).notNull(),
      emailAddress: kit.varchar(255),
      isSupplier: kit.flag().notNull().default(false),
      isCustomer: kit.flag().notNull().default(false),
      defaultCurrency: kit.varchar(3),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Contacts_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "Contacts", t),
      kit.index("Contacts_tenantId_name_index").on(t.tenantId, t.name),
    ],
  );

  const TaxRates = kit.table(
    "TaxRates",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      /** Xero's tax type (OUTPUT2, INPUT2 …): tax rates have no other id. */
      xeroId: kit.varchar(255).notNull(),
      name: kit.varchar(255).notNull(),
      status: kit.varchar(50).notNull(),
      effectiveRate: kit.rate().notNull(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [kit.unique("TaxRates_tenantId_xeroId_unique").on(t.tenantId, t.xeroId), referable(kit, "TaxRates", t)],
  );

  const TaxComponents = kit.table(
    "TaxComponents",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      taxRateId: kit.uuid().notNull(),
      lineNumber: kit.integer().notNull(),
      name: kit.varchar(255).notNull(),
      rate: kit.rate().notNull(),
      isNonRecoverable: kit.flag().notNull().default(false),
    },
    (t) => [
      kit.unique("TaxComponents_taxRateId_lineNumber_unique").on(t.taxRateId, t.lineNumber),
      referable(kit, "TaxComponents", t),
      within(kit, "TaxComponents", t, t.taxRateId, TaxRates).onDelete("cascade"),
      kit.index("TaxComponents_tenantId_taxRateId_index").on(t.tenantId, t.taxRateId),
    ],
  );

  return { Accounts, AccountTags, Contacts, TaxRates, TaxComponents };
}
