// What is fetched from Xero, object by object: its address, how it is asked, how one object reads, and where it is kept. `cadence` says
// when an incremental sync asks: always, or once a day, and sooner where it has just written an object of another type that this one goes with. All
// but what Xero cannot say has changed is asked for with If-Modified-Since.
import { z } from "zod";
import type { Transaction } from "#db/index.ts";
import type { AllocationKind, SyncObject } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { fail } from "#lib/failure.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import type { Money, Rate } from "#lib/money.ts";
import { type AllocationRow, saveAllocations, saveDocuments, saveManualJournals, saveRemainingCredit } from "#lib/sync/documents-queries.ts";
import { saveBatchPayments } from "#lib/sync/batch-payments-queries.ts";
import { namesUnknownAccount } from "#lib/sync/accounts-named.ts";
import { saveItems } from "#lib/sync/items-queries.ts";
import { type AccountFinder, accountFinder, saveAccounts, saveContacts, saveOrganisationFacts, saveTaxRates, saveTrackingCategories } from "#lib/sync/settings-queries.ts";
import { askForPosting } from "#lib/sync/posting-marks-queries.ts";
import { bankTransactionRow, creditNoteRow, invoiceRow, paymentRow, transferRow } from "#lib/sync/transaction-rows.ts";
import { account, bankTransaction, bankTransfer, batchPayment, contact, creditNote, invoice, item, manualJournal, organisation, overpayment, payment, prepayment, taxRate, trackingCategory } from "#lib/xero/decode.ts";
import { takeRemarks } from "#lib/xero/remarks.ts";

/** One page of an object type, read and ready to be kept, with what was remarkable about it. `keep` gives how many rows it wrote; `ids` are
 * there where objects are paged; `unresolved` gives when each object last changed that the ledger has to leave out as long as these are all
 * the accounts there are. */
export type Page = {
  count: number;
  ids: string[];
  latest: Date | null;
  remarks: string[];
  unresolved: (accounts: AccountFinder) => Date[];
  keep: (tx: Transaction) => Promise<number>;
};

export type Source = {
  object: SyncObject;
  path: string;
  phase: "settings" | "documents";
  cadence: "always" | "daily";
  /** Whether Xero can say what has changed. */
  sinceLast: boolean;
  soonerAfter: SyncObject | null;
  paged: boolean;
  query: Record<string, string>;
  /** Null is Xero's "not modified". */
  read: (answer: Record<string, unknown> | null) => Page;
};

export const sources: readonly Source[] = [
  source("Organisation", organisation, saveOrganisationFacts, { phase: "settings", cadence: "daily", path: "Organisation", key: "Organisations" }),
  source("Accounts", account, saveAccounts, { phase: "settings" }),
  source("TaxRates", taxRate, saveTaxRates, { phase: "settings", cadence: "daily" }),
  source("TrackingCategories", trackingCategory, saveTrackingCategories, { phase: "settings", cadence: "daily", query: { includeArchived: "true" } }),
  source("Items", item, saveItems, { phase: "settings", cadence: "daily", query: { unitdp: "4" } }),
  source("Contacts", contact, saveContacts, { phase: "settings", paged: true, query: { includeArchived: "true" } }),
  source("Invoices", invoice, async (tx, items) => (await saveDocuments(tx, items, invoiceRow)).size, { leavesOut: namesUnknownAccount, paged: true, query: { unitdp: "4", includeArchived: "true" } }),
  source("CreditNotes", creditNote, keepCreditNotes, { leavesOut: namesUnknownAccount, paged: true, query: { unitdp: "4" } }),
  source("BankTransactions", bankTransaction, keepBankTransactions, { leavesOut: namesUnknownAccount, paged: true, query: { unitdp: "4" } }),
  source("Prepayments", prepayment, keepPrepayments, { paged: true }),
  source("Overpayments", overpayment, keepOverpayments, { paged: true }),
  source("BankTransfers", bankTransfer, async (tx, items) => (await saveDocuments(tx, items, transferRow)).size, { leavesOut: namesUnknownAccount, query: { includeDeleted: "true" } }),
  source("Payments", payment, keepPayments, { leavesOut: namesUnknownAccount, paged: true }),
  source("BatchPayments", batchPayment, saveBatchPayments, { cadence: "daily", sinceLast: true, soonerAfter: "Payments" }),
  source("ManualJournals", manualJournal, saveManualJournals, { leavesOut: namesUnknownAccount, paged: true }),
];

type More<Item> = { leavesOut?: (item: Item, accounts: AccountFinder) => boolean; key?: string } & Partial<Pick<Source, "phase" | "cadence" | "sinceLast" | "soonerAfter" | "paged" | "query" | "path">>;

function source<Schema extends z.ZodType>(object: SyncObject, schema: Schema, keep: (tx: Transaction, items: z.output<Schema>[]) => Promise<number>, more: More<z.output<Schema>>): Source {
  const { phase = "documents", cadence = "always", paged = false, query = {}, path = object, key = object, leavesOut = () => false, sinceLast = cadence === "always", soonerAfter = null } = more;
  return {
    object,
    path,
    phase,
    cadence,
    sinceLast,
    soonerAfter,
    paged,
    query,
    read(answer) {
      const items = readItems(object, schema, answer === null ? [] : answer[key]);
      const remarks = takeRemarks().map((sentence) => `${object}: ${sentence}`);
      const ids = paged ? idsOf(items, `${object.slice(0, -1)}ID`) : [];
      const unresolved = (accounts: AccountFinder) => items.filter((item) => leavesOut(item, accounts)).map((item) => updatedAt(item) ?? new Date(0));
      return { count: items.length, ids, latest: latestOf(items), remarks, unresolved, keep: (tx) => counted(tx, object, keep(tx, items)) };
    },
  };
}

/** Names of contacts and of tracking stand in no report, nor do batches and most of an item; tax rates show in what is posted. */
const notInReports: readonly SyncObject[] = ["Contacts", "Items", "TaxRates", "TrackingCategories", "BatchPayments"];

/** Gives the rows that were written; when there are any, what was made of the rows before is of yesterday's books. */
async function counted(tx: Transaction, object: SyncObject, writing: Promise<number>): Promise<number> {
  const written = await writing;
  if (written > 0 && !notInReports.includes(object)) await raiseDataVersion(tx);
  return written;
}

function readItems<Schema extends z.ZodType>(object: SyncObject, schema: Schema, rows: unknown): z.output<Schema>[] {
  const result = z.array(schema).safeParse(rows);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue ? ` (${issue.path.join(".")}: ${issue.message})` : "";
  return fail("malformed", `Xero's answer about ${object} cannot be read${where}. Nothing of that page was kept; the sync can be tried again.`, { cause: result.error });
}

/** The ids of a page's objects: of Invoices they are called InvoiceID. */
function idsOf(items: readonly unknown[], name: string): string[] {
  return items.flatMap((item) => Object.entries(item ?? {}).flatMap(([key, value]) => (key === name && typeof value === "string" ? [value] : [])));
}

function latestOf(items: readonly unknown[]): Date | null {
  let latest: Date | null = null;
  for (const item of items) {
    const updated = updatedAt(item);
    if (updated !== null && (latest === null || updated > latest)) latest = updated;
  }
  return latest;
}

function updatedAt(item: unknown): Date | null {
  const updated = typeof item === "object" && item !== null && "UpdatedDateUTC" in item ? item.UpdatedDateUTC : null;
  return updated instanceof Date ? updated : null;
}

/** A transfer's gain shows in what arrived, so the transfer is posted anew with that. */
async function keepBankTransactions(tx: Transaction, items: z.output<typeof bankTransaction>[]): Promise<number> {
  const written = await saveDocuments(tx, items, bankTransactionRow);
  await askForPosting(tx, items.filter(({ Type, BankTransactionID }) => Type === "RECEIVE-TRANSFER" && written.has(BankTransactionID)).map((one) => one.BankTransactionID));
  return written.size;
}

async function keepCreditNotes(tx: Transaction, items: z.output<typeof creditNote>[]): Promise<number> {
  const written = await saveDocuments(tx, items, creditNoteRow);
  return written.size + (await keepCredits(tx, "creditNote", items.map((one) => ({ ...one, xeroId: one.CreditNoteID }))));
}

async function keepPrepayments(tx: Transaction, items: z.output<typeof prepayment>[]): Promise<number> {
  await saveRemainingCredit(tx, items.map((one) => ({ creditXeroId: one.PrepaymentID, remainingCredit: one.RemainingCredit })));
  return keepCredits(tx, "prepayment", items.map((one) => ({ ...one, xeroId: one.PrepaymentID })));
}

async function keepOverpayments(tx: Transaction, items: z.output<typeof overpayment>[]): Promise<number> {
  await saveRemainingCredit(tx, items.map((one) => ({ creditXeroId: one.OverpaymentID, remainingCredit: one.RemainingCredit })));
  return keepCredits(tx, "overpayment", items.map((one) => ({ ...one, xeroId: one.OverpaymentID })));
}

type Credit = { xeroId: string; Date: Day; Status: string; CurrencyRate: Rate; Allocations: { Amount: Money; Date: Day | null; Invoice: { InvoiceID: string } }[] };

function keepCredits(tx: Transaction, sourceKind: AllocationKind, credits: Credit[]): Promise<number> {
  const rows = credits.flatMap(({ xeroId, Date: made, Status, CurrencyRate, Allocations }) =>
    Allocations.map((one): AllocationRow => ({
      sourceKind,
      sourceXeroId: xeroId,
      targetXeroId: one.Invoice.InvoiceID,
      date: one.Date ?? made,
      amount: one.Amount,
      currencyRate: CurrencyRate,
      bankAccountId: null,
      bankAmount: null,
      status: Status === "VOIDED" || Status === "DELETED" ? Status : "AUTHORISED",
    })),
  );
  return saveAllocations(tx, credits.map(({ xeroId }) => xeroId), rows);
}

async function keepPayments(tx: Transaction, items: z.output<typeof payment>[]): Promise<number> {
  const written = await saveDocuments(tx, items, paymentRow);
  const { accountOf } = await accountFinder(tx);
  const rows = items.flatMap((one): AllocationRow[] => {
    const target = one.Invoice?.InvoiceID ?? one.CreditNote?.CreditNoteID ?? one.Prepayment?.PrepaymentID ?? one.Overpayment?.OverpaymentID;
    if (!target) return [];
    return [{ sourceKind: "payment", sourceXeroId: one.PaymentID, targetXeroId: target, date: one.Date, amount: one.Amount, currencyRate: one.CurrencyRate, bankAccountId: accountOf(one.Account), bankAmount: one.BankAmount ?? null, status: one.Status }];
  });
  await saveAllocations(tx, items.map((one) => one.PaymentID), rows);
  return written.size;
}
