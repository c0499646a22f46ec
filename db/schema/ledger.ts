// The double entry. An entry is written as a draft with its lines and then posted; the database itself sums it at that moment, refuses
// an unbalanced one, and lets nobody change it afterwards (triggers beside the generated migrations). Balances are movements by month.
import { sql } from "drizzle-orm";
import { type Kit, oneOf, withinLimit } from "../dialect.ts";
import { bases, entryStatuses, invariants } from "../vocabulary.ts";
import type { accounts } from "./accounts.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import type { tracking } from "./tracking.ts";
import type { transactions } from "./transactions.ts";

type Books = ReturnType<typeof organisations> & ReturnType<typeof accounts> & ReturnType<typeof tracking> & ReturnType<typeof transactions>;

export function ledger(kit: Kit, { XeroTenants, Accounts, TrackingSets, Transactions }: Books) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const JournalEntries = kit.table(
    "JournalEntries",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      basis: kit.word(bases).notNull(),
      /** What it was made from: our own word (invoice, payment, allocation …), or Xero's word in capitals for a journal of its own. */
      sourceType: kit.varchar(50).notNull(),
      sourceXeroId: kit.varchar(255).notNull(),
      /** 1 for the first posting of a source, one more for each time it was posted again. */
      sourceVersion: kit.integer().notNull(),
      reversal: kit.flag().notNull().default(false),
      reversesId: kit.uuid(),
      date: kit.day().notNull(),
      narration: kit.text(),
      status: kit.word(entryStatuses).notNull().default("draft"),
      /** Rises with each posting of an organisation; a stored report names the last one it saw. */
      sequence: kit.integer(),
      postedAt: kit.instant(),
      /** SHA-256 of date and lines: what tells whether a source has to be posted again. */
      contentHash: kit.varchar(64).notNull(),
      /** Rests on a rule that no real book has proven yet. */
      unproven: kit.flag().notNull().default(false),
      createdAt: kit.instant().notNull().$defaultFn(() => new Date()),
    },
    (t) => [
      kit.unique("JournalEntries_source_unique").on(t.tenantId, t.basis, t.sourceType, t.sourceXeroId, t.sourceVersion, t.reversal),
      kit.unique("JournalEntries_tenantId_sequence_unique").on(t.tenantId, t.sequence),
      referable(kit, "JournalEntries", t),
      kit.foreignKey({ name: "JournalEntries_reversesId_within", columns: [t.tenantId, t.reversesId], foreignColumns: [t.tenantId, t.id] }),
      kit.index("JournalEntries_tenantId_date_index").on(t.tenantId, t.date),
      kit.index("JournalEntries_tenantId_sourceXeroId_index").on(t.tenantId, t.sourceXeroId),
      kit.uniqueIndex("JournalEntries_one_reversal").on(t.tenantId, t.reversesId).where(sql`"reversesId" is not null`),
      oneOf(kit, t.basis, bases),
      oneOf(kit, t.status, entryStatuses),
    ],
  );

  const JournalLines = kit.table(
    "JournalLines",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      entryId: kit.uuid().notNull(),
      lineNumber: kit.integer().notNull(),
      date: kit.day().notNull(),
      accountId: kit.uuid().notNull(),
      debit: kit.money().notNull(),
      credit: kit.money().notNull(),
      currencyCode: kit.varchar(3),
      /** Debit positive, in that currency. */
      currencyAmount: kit.money(),
      rate: kit.rate(),
      taxType: kit.varchar(50),
      taxAmount: kit.money(),
      trackingSetId: kit.uuid(),
      /** Xero's id of the contact. */
      contactId: kit.varchar(255),
      transactionId: kit.uuid(),
      transactionLineId: kit.uuid(),
      allocationId: kit.uuid(),
    },
    (t) => [
      kit.unique("JournalLines_entryId_lineNumber_unique").on(t.entryId, t.lineNumber),
      referable(kit, "JournalLines", t),
      within(kit, "JournalLines", t, t.entryId, JournalEntries).onDelete("cascade"),
      within(kit, "JournalLines", t, t.accountId, Accounts),
      within(kit, "JournalLines", t, t.trackingSetId, TrackingSets),
      within(kit, "JournalLines", t, t.transactionId, Transactions),
      kit.index("JournalLines_tenantId_entryId_index").on(t.tenantId, t.entryId),
      kit.index("JournalLines_tenantId_accountId_date_index").on(t.tenantId, t.accountId, t.date),
      kit.index("JournalLines_tenantId_transactionId_index").on(t.tenantId, t.transactionId),
      kit.index("JournalLines_tenantId_trackingSetId_index").on(t.tenantId, t.trackingSetId),
      kit.check("JournalLines_one_side", sql`${t.debit} >= 0 and ${t.credit} >= 0 and (${t.debit} = 0 or ${t.credit} = 0)`),
      ...[t.debit, t.credit, t.currencyAmount, t.taxAmount].map((column) => withinLimit(kit, column)),
    ],
  );

  /** Movements only; opening and closing are prefix sums. `trackingSetId` is the nil UUID where lines carry no tracking. */
  const AccountBalances = kit.table(
    "AccountBalances",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      basis: kit.word(bases).notNull(),
      accountId: kit.uuid().notNull(),
      /** YYYY-MM. */
      month: kit.varchar(7).notNull(),
      trackingSetId: kit.uuid().notNull(),
      debit: kit.money().notNull(),
      credit: kit.money().notNull(),
    },
    (t) => [
      kit.unique("AccountBalances_account_month_tracking_unique").on(t.tenantId, t.basis, t.accountId, t.month, t.trackingSetId),
      referable(kit, "AccountBalances", t),
      within(kit, "AccountBalances", t, t.accountId, Accounts),
      kit.index("AccountBalances_tenantId_accountId_index").on(t.tenantId, t.accountId),
      kit.index("AccountBalances_tenantId_month_index").on(t.tenantId, t.basis, t.month),
      oneOf(kit, t.basis, bases),
    ],
  );

  /** The same movements by day and by what entries were made from: for months that are cut, and for some sources alone. */
  const DailyMovements = kit.table(
    "DailyMovements",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      basis: kit.word(bases).notNull(),
      accountId: kit.uuid().notNull(),
      date: kit.day().notNull(),
      trackingSetId: kit.uuid().notNull(),
      sourceType: kit.varchar(50).notNull(),
      debit: kit.money().notNull(),
      credit: kit.money().notNull(),
    },
    (t) => [
      kit.unique("DailyMovements_account_day_unique").on(t.tenantId, t.accountId, t.basis, t.date, t.trackingSetId, t.sourceType),
      within(kit, "DailyMovements", t, t.accountId, Accounts),
      kit.index("DailyMovements_tenantId_date_index").on(t.tenantId, t.basis, t.date),
      oneOf(kit, t.basis, bases),
    ],
  );

  /** The same movements on accrual basis by whom lines name: Xero's id of the contact, nothing for nobody. */
  const ContactMovements = kit.table(
    "ContactMovements",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      accountId: kit.uuid().notNull(),
      /** YYYY-MM. */
      month: kit.varchar(7).notNull(),
      contactId: kit.varchar(255).notNull(),
      debit: kit.money().notNull(),
      credit: kit.money().notNull(),
    },
    (t) => [kit.unique("ContactMovements_account_month_contact_unique").on(t.tenantId, t.accountId, t.month, t.contactId), within(kit, "ContactMovements", t, t.accountId, Accounts)],
  );

  /** Xero's own trial balance as read at a month-end or year-end. Debit positive, base currency. */
  const XeroTrialBalances = kit.table(
    "XeroTrialBalances",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      basis: kit.word(bases).notNull(),
      accountId: kit.uuid().notNull(),
      /** The day it was read as at: a month's last day, or the last day of a financial year that ends within a month. */
      monthEnd: kit.day().notNull(),
      /** Since the reading before it. */
      movement: kit.money().notNull(),
      /** As Xero prints it: since the financial year began for profit-and-loss accounts, since ever for the others. */
      balance: kit.money().notNull(),
      fetchedAt: kit.instant().notNull(),
      dataVersion: kit.integer().notNull(),
    },
    (t) => [
      kit.unique("XeroTrialBalances_account_monthEnd_unique").on(t.tenantId, t.basis, t.accountId, t.monthEnd),
      referable(kit, "XeroTrialBalances", t),
      within(kit, "XeroTrialBalances", t, t.accountId, Accounts),
      kit.index("XeroTrialBalances_tenantId_monthEnd_index").on(t.tenantId, t.basis, t.monthEnd),
      kit.index("XeroTrialBalances_tenantId_accountId_index").on(t.tenantId, t.accountId),
      oneOf(kit, t.basis, bases),
      withinLimit(kit, t.movement),
      withinLimit(kit, t.balance),
    ],
  );

  /** What must hold in any books, as it was last checked after a sync. Amounts are decimal text: sums may be larger than a single amount. */
  const LedgerChecks = kit.table(
    "LedgerChecks",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      invariant: kit.word(invariants).notNull(),
      basis: kit.word(bases).notNull(),
      holds: kit.flag().notNull(),
      asAt: kit.day().notNull(),
      /** The two sides that must be equal, and by how much they may differ. */
      one: kit.varchar(60).notNull(),
      other: kit.varchar(60).notNull(),
      allowed: kit.varchar(60).notNull(),
      checkedAt: kit.instant().notNull(),
      ledgerSequence: kit.integer().notNull(),
      dataVersion: kit.integer().notNull(),
    },
    (t) => [kit.unique("LedgerChecks_invariant_unique").on(t.tenantId, t.invariant, t.basis), referable(kit, "LedgerChecks", t), oneOf(kit, t.invariant, invariants), oneOf(kit, t.basis, bases)],
  );

  return { JournalEntries, JournalLines, AccountBalances, DailyMovements, ContactMovements, XeroTrialBalances, LedgerChecks };
}
