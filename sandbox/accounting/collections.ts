// What Xero offers on each collection: its identifiers, the scope that reads it, and which of paging, If-Modified-Since
// and archiving it knows.

export type Collection = {
  readonly name: CollectionName;
  readonly id: string;
  readonly otherId?: string;
  readonly scope: string;
  readonly isPaged: boolean;
  readonly hasModifiedSince: boolean;
  readonly hasAttachments?: boolean;
  // Left out of lists that are asked for without a page.
  readonly lines?: string;
  // Shown only with includeArchived=true.
  readonly archived?: { readonly field: string; readonly values: readonly string[] };
};

export type CollectionName =
  | "Accounts"
  | "BankTransactions"
  | "BankTransfers"
  | "BatchPayments"
  | "Budgets"
  | "Contacts"
  | "CreditNotes"
  | "Currencies"
  | "Invoices"
  | "Items"
  | "ManualJournals"
  | "Overpayments"
  | "Payments"
  | "Prepayments"
  | "TaxRates"
  | "TrackingCategories";

const SETTINGS = "accounting.settings.read";
const INVOICES = "accounting.invoices.read";
const PAYMENTS = "accounting.payments.read";
const BANK = "accounting.banktransactions.read";
const PAGED = { isPaged: true, hasModifiedSince: true };
const WHOLE = { isPaged: false, hasModifiedSince: true };
const STILL = { isPaged: false, hasModifiedSince: false };
const ARCHIVED = ["ARCHIVED", "DELETED"];

export const COLLECTIONS: readonly Collection[] = [
  { name: "Accounts", id: "AccountID", otherId: "Code", scope: SETTINGS, ...WHOLE },
  { name: "BankTransactions", id: "BankTransactionID", scope: BANK, ...PAGED, hasAttachments: true, lines: "LineItems" },
  { name: "BankTransfers", id: "BankTransferID", scope: BANK, ...WHOLE, hasAttachments: true, archived: { field: "includeDeleted", values: ["DELETED"] } },
  { name: "BatchPayments", id: "BatchPaymentID", scope: PAYMENTS, ...WHOLE },
  { name: "Budgets", id: "BudgetID", scope: "accounting.budgets.read", ...STILL },
  {
    name: "Contacts",
    id: "ContactID",
    otherId: "ContactNumber",
    scope: "accounting.contacts.read",
    ...PAGED,
    archived: { field: "includeArchived", values: ARCHIVED },
  },
  { name: "CreditNotes", id: "CreditNoteID", otherId: "CreditNoteNumber", scope: INVOICES, ...PAGED, hasAttachments: true, lines: "LineItems" },
  { name: "Currencies", id: "Code", scope: SETTINGS, ...STILL },
  { name: "Invoices", id: "InvoiceID", otherId: "InvoiceNumber", scope: INVOICES, ...PAGED, hasAttachments: true, lines: "LineItems" },
  { name: "Items", id: "ItemID", otherId: "Code", scope: SETTINGS, ...WHOLE },
  { name: "ManualJournals", id: "ManualJournalID", scope: "accounting.manualjournals.read", ...PAGED, hasAttachments: true, lines: "JournalLines" },
  { name: "Overpayments", id: "OverpaymentID", scope: PAYMENTS, ...PAGED, lines: "LineItems" },
  { name: "Payments", id: "PaymentID", scope: PAYMENTS, ...PAGED },
  { name: "Prepayments", id: "PrepaymentID", scope: PAYMENTS, ...PAGED, lines: "LineItems" },
  { name: "TaxRates", id: "TaxType", scope: SETTINGS, ...STILL },
  {
    name: "TrackingCategories",
    id: "TrackingCategoryID",
    scope: SETTINGS,
    ...STILL,
    archived: { field: "includeArchived", values: ARCHIVED },
  },
];

export function collectionNamed(written: string): Collection | undefined {
  return COLLECTIONS.find(({ name }) => name.toLowerCase() === written.toLowerCase());
}
