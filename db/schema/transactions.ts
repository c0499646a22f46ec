// The mirror of Xero's documents. Amounts are in the document's own currency and never negated; `baseAmount` alone is signed, in base
// currency. Category, categorySource, ruleId and note are ours: no sync touches them.
import { type Kit, oneOf, withinLimit } from "../dialect.ts";
import { sql } from "drizzle-orm";
import { allocationKinds, categorySources, directions, lineAmountTypes, transactionTypes } from "../vocabulary.ts";
import type { accounts } from "./accounts.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";
import type { tracking } from "./tracking.ts";

type Mirror = ReturnType<typeof organisations> & ReturnType<typeof accounts> & ReturnType<typeof tracking>;

export function transactions(kit: Kit, { XeroTenants, Accounts, TrackingSets }: Mirror) {
  const ofTenant = () => kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" });

  const Transactions = kit.table(
    "Transactions",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      xeroId: kit.varchar(255).notNull(),
      type: kit.word(transactionTypes).notNull(),
      /** Xero's own type (ACCREC, SPEND-PREPAYMENT, ARCREDITPAYMENT …), kept raw. */
      xeroType: kit.varchar(50).notNull(),
      direction: kit.word(directions).notNull(),
      /** Xero's id of the contact, as the seed has it. */
      contactId: kit.varchar(255),
      contactName: kit.varchar(255),
      number: kit.varchar(255),
      reference: kit.varchar(255),
      amount: kit.money().notNull(),
      date: kit.day().notNull(),
      dueDate: kit.day(),
      /** When somebody plans to pay a bill, or expects an invoice to be paid. */
      plannedPaymentDate: kit.day(),
      status: kit.varchar(50).notNull(),
      category: kit.varchar(100),
      accountCode: kit.varchar(50),
      description: kit.text(),
      isReconciled: kit.flag().notNull().default(false),
      currencyCode: kit.varchar(3).notNull(),
      currencyRate: kit.rate().notNull(),
      baseAmount: kit.money().notNull(),
      subTotal: kit.money().notNull(),
      totalTax: kit.money().notNull(),
      amountDue: kit.money().notNull(),
      amountPaid: kit.money().notNull(),
      amountCredited: kit.money().notNull(),
      lineAmountTypes: kit.word(lineAmountTypes).notNull(),
      bankAccountId: kit.uuid(),
      /** The account paid into, of a transfer; bankAccountId is the one paid from. */
      toBankAccountId: kit.uuid(),
      /** The code all lines share; null and isSplit when they differ. */
      xeroAccountCode: kit.varchar(50),
      isSplit: kit.flag().notNull().default(false),
      /** The id of the overpayment or prepayment that this bank transaction made; of a transfer, of the bank transaction it arrived as. */
      creditXeroId: kit.varchar(255),
      remainingCredit: kit.money(),
      /** Of a payment that is part of a batch: Xero's id of the batch. */
      batchXeroId: kit.varchar(255),
      /** Xero has files with it. */
      hasAttachments: kit.flag().notNull().default(false),
      categorySource: kit.word(categorySources),
      ruleId: kit.uuid(),
      note: kit.text(),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      /** The ledger has yet to look at this document again. */
      needsPosting: kit.flag().notNull().default(true),
      /** Nothing of it is open after this day; the last of all days while something is, or until the ledger has looked. */
      openUntil: kit.day().notNull().default("9999-12-31"),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Transactions_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "Transactions", t),
      kit.index("Transactions_date_index").on(t.date),
      kit.index("Transactions_type_index").on(t.type),
      kit.index("Transactions_status_index").on(t.status),
      kit.index("Transactions_isReconciled_index").on(t.isReconciled),
      kit.index("Transactions_tenantId_date_index").on(t.tenantId, t.date, t.id),
      kit.index("Transactions_tenantId_needsPosting_index").on(t.tenantId, t.needsPosting),
      kit.index("Transactions_tenantId_creditXeroId_index").on(t.tenantId, t.creditXeroId),
      kit.index("Transactions_tenantId_batchXeroId_index").on(t.tenantId, t.batchXeroId),
      kit.index("Transactions_tenantId_bankAccountId_index").on(t.tenantId, t.bankAccountId),
      kit.index("Transactions_tenantId_toBankAccountId_index").on(t.tenantId, t.toBankAccountId),
      // The orders a list is walked in, page by page: all of it by date, amount or change, and by date what one filter leaves.
      kit.index("Transactions_tenantId_amount_index").on(t.tenantId, t.amount, t.id),
      kit.index("Transactions_tenantId_updatedAt_index").on(t.tenantId, t.updatedAt, t.id),
      kit.index("Transactions_tenantId_type_date_index").on(t.tenantId, t.type, t.date, t.id),
      kit.index("Transactions_tenantId_status_date_index").on(t.tenantId, t.status, t.date, t.id),
      kit.index("Transactions_tenantId_contactId_date_index").on(t.tenantId, t.contactId, t.date, t.id),
      // What nobody has matched to a bank statement, and nothing else: the questions that ask for it say the same words.
      kit.index("Transactions_unreconciled_index").on(t.tenantId, t.status, t.date).where(sql`not "isReconciled" and "status" = 'AUTHORISED' and "type" in ('SPEND', 'RECEIVE', 'TRANSFER', 'PAYMENT')`),
      // What was open on a day, or is still due, past all that has been settled.
      kit.index("Transactions_tenantId_openUntil_index").on(t.tenantId, t.openUntil, t.type),
      within(kit, "Transactions", t, t.bankAccountId, Accounts),
      within(kit, "Transactions", t, t.toBankAccountId, Accounts),
      oneOf(kit, t.type, transactionTypes),
      oneOf(kit, t.direction, directions),
      oneOf(kit, t.lineAmountTypes, lineAmountTypes),
      oneOf(kit, t.categorySource, categorySources),
      ...[t.amount, t.baseAmount, t.subTotal, t.totalTax, t.amountDue, t.amountPaid, t.amountCredited, t.remainingCredit].map((column) => withinLimit(kit, column)),
    ],
  );

  const TransactionLines = kit.table(
    "TransactionLines",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      transactionId: kit.uuid().notNull(),
      lineNumber: kit.integer().notNull(),
      /** Null when Xero gave no account, or one we do not know. */
      accountId: kit.uuid(),
      description: kit.text(),
      /** As Xero's line names it, whether or not there still is such an item. */
      itemCode: kit.varchar(50),
      quantity: kit.rate(),
      unitAmount: kit.money(),
      /** Percent off quantity × unitAmount, or an amount off it. */
      discountRate: kit.rate(),
      discountAmount: kit.money(),
      lineAmount: kit.money().notNull(),
      taxAmount: kit.money().notNull(),
      taxType: kit.varchar(50),
      trackingSetId: kit.uuid(),
    },
    (t) => [
      kit.unique("TransactionLines_transactionId_lineNumber_unique").on(t.transactionId, t.lineNumber),
      referable(kit, "TransactionLines", t),
      within(kit, "TransactionLines", t, t.transactionId, Transactions).onDelete("cascade"),
      within(kit, "TransactionLines", t, t.accountId, Accounts),
      within(kit, "TransactionLines", t, t.trackingSetId, TrackingSets),
      kit.index("TransactionLines_tenantId_transactionId_index").on(t.tenantId, t.transactionId),
      kit.index("TransactionLines_tenantId_accountId_index").on(t.tenantId, t.accountId),
      kit.index("TransactionLines_tenantId_trackingSetId_index").on(t.tenantId, t.trackingSetId),
      ...[t.unitAmount, t.discountAmount, t.lineAmount, t.taxAmount].map((column) => withinLimit(kit, column)),
    ],
  );

  /** What settles what: a payment, or a share of a credit note, over- or prepayment, on a document. Refunds target the credit. */
  const Allocations = kit.table(
    "Allocations",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      sourceKind: kit.word(allocationKinds).notNull(),
      sourceXeroId: kit.varchar(255).notNull(),
      targetXeroId: kit.varchar(255).notNull(),
      date: kit.day().notNull(),
      /** Tells apart several allocations of one source to one target on one day. */
      ordinal: kit.integer().notNull(),
      /** In the document's currency. */
      amount: kit.money().notNull(),
      currencyRate: kit.rate().notNull(),
      bankAccountId: kit.uuid(),
      /** In the bank account's currency. */
      bankAmount: kit.money(),
      status: kit.varchar(50).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Allocations_source_target_date_ordinal_unique").on(t.tenantId, t.sourceKind, t.sourceXeroId, t.targetXeroId, t.date, t.ordinal),
      referable(kit, "Allocations", t),
      within(kit, "Allocations", t, t.bankAccountId, Accounts),
      kit.index("Allocations_tenantId_targetXeroId_index").on(t.tenantId, t.targetXeroId),
      kit.index("Allocations_tenantId_date_index").on(t.tenantId, t.date, t.targetXeroId),
      kit.index("Allocations_tenantId_sourceXeroId_index").on(t.tenantId, t.sourceXeroId),
      kit.index("Allocations_tenantId_bankAccountId_index").on(t.tenantId, t.bankAccountId),
      oneOf(kit, t.sourceKind, allocationKinds),
      withinLimit(kit, t.amount),
      withinLimit(kit, t.bankAmount),
    ],
  );

  const ManualJournals = kit.table(
    "ManualJournals",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      xeroId: kit.varchar(255).notNull(),
      narration: kit.text(),
      date: kit.day().notNull(),
      status: kit.varchar(50).notNull(),
      lineAmountTypes: kit.word(lineAmountTypes).notNull(),
      showOnCashBasisReports: kit.flag().notNull().default(true),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      needsPosting: kit.flag().notNull().default(true),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("ManualJournals_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "ManualJournals", t),
      kit.index("ManualJournals_tenantId_needsPosting_index").on(t.tenantId, t.needsPosting),
      oneOf(kit, t.lineAmountTypes, lineAmountTypes),
    ],
  );

  const ManualJournalLines = kit.table(
    "ManualJournalLines",
    {
      id: kit.id(),
      tenantId: ofTenant(),
      manualJournalId: kit.uuid().notNull(),
      lineNumber: kit.integer().notNull(),
      accountId: kit.uuid(),
      description: kit.text(),
      /** Debit positive. */
      lineAmount: kit.money().notNull(),
      taxAmount: kit.money().notNull(),
      taxType: kit.varchar(50),
      trackingSetId: kit.uuid(),
    },
    (t) => [
      kit.unique("ManualJournalLines_manualJournalId_lineNumber_unique").on(t.manualJournalId, t.lineNumber),
      referable(kit, "ManualJournalLines", t),
      within(kit, "ManualJournalLines", t, t.manualJournalId, ManualJournals).onDelete("cascade"),
      within(kit, "ManualJournalLines", t, t.accountId, Accounts),
      within(kit, "ManualJournalLines", t, t.trackingSetId, TrackingSets),
      kit.index("ManualJournalLines_tenantId_manualJournalId_index").on(t.tenantId, t.manualJournalId),
      kit.index("ManualJournalLines_tenantId_accountId_index").on(t.tenantId, t.accountId),
      kit.index("ManualJournalLines_tenantId_trackingSetId_index").on(t.tenantId, t.trackingSetId),
      withinLimit(kit, t.lineAmount),
      withinLimit(kit, t.taxAmount),
    ],
  );

  return { Transactions, TransactionLines, Allocations, ManualJournals, ManualJournalLines };
}
