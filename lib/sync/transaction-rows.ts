// Xero's documents as rows of Transactions: seven types, one shape. `amount` is Xero's total in its own currency; the sign of `baseAmount`
// says which way the money goes.
import type { z } from "zod";
import type { LineAmountTypes, TransactionType } from "#db/vocabulary.ts";
import { lineAmountTypes } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { inBaseCurrency, type Money, type Rate, rateOfOne } from "#lib/money.ts";
import type { AccountFinder } from "#lib/sync/settings-queries.ts";
import { documentHash } from "#lib/sync/accounts-named.ts";
import type { bankTransaction, bankTransfer, creditNote, invoice, payment, XeroLine } from "#lib/xero/decode.ts";

export type Resolve = AccountFinder & { baseCurrency: string };

/** A document ready to be kept, but for its keys. */
export type DocumentRow = {
  xeroId: string;
  type: TransactionType;
  xeroType: string;
  direction: "in" | "out";
  contactId: string | null;
  contactName: string | null;
  number: string | null;
  reference: string | null;
  amount: Money;
  date: Day;
  dueDate: Day | null;
  plannedPaymentDate: Day | null;
  status: string;
  description: string | null;
  isReconciled: boolean;
  currencyCode: string;
  currencyRate: Rate;
  baseAmount: Money;
  subTotal: Money;
  totalTax: Money;
  amountDue: Money;
  amountPaid: Money;
  amountCredited: Money;
  lineAmountTypes: LineAmountTypes;
  bankAccountId: string | null;
  toBankAccountId: string | null;
  xeroAccountCode: string | null;
  isSplit: boolean;
  creditXeroId: string | null;
  remainingCredit: Money | null;
  batchXeroId: string | null;
  hasAttachments: boolean;
  xeroUpdatedAt: Date | null;
  contentHash: string;
  needsPosting: boolean;
};
export type KeptDocument = { row: DocumentRow; lines: XeroLine[] };

const nothing = { number: null, dueDate: null, plannedPaymentDate: null, description: null, isReconciled: false, amountDue: 0n, amountPaid: 0n, amountCredited: 0n, bankAccountId: null, toBankAccountId: null, creditXeroId: null, remainingCredit: null, batchXeroId: null, hasAttachments: false, needsPosting: true } as const;

export function invoiceRow(one: z.output<typeof invoice>, resolve: Resolve): KeptDocument {
  const sale = one.Type === "ACCREC";
  const row = {
    ...nothing,
    ...ofDocument(one, sale ? "in" : "out", resolve),
    xeroId: one.InvoiceID,
    type: sale ? ("INVOICE" as const) : ("BILL" as const),
    number: one.InvoiceNumber,
    dueDate: one.DueDate,
    plannedPaymentDate: sale ? one.ExpectedPaymentDate : one.PlannedPaymentDate,
    amountDue: one.AmountDue,
    amountPaid: one.AmountPaid,
    amountCredited: one.AmountCredited,
  };
  return { row, lines: one.LineItems };
}

export function creditNoteRow(one: z.output<typeof creditNote>, resolve: Resolve): KeptDocument {
  const direction = one.Type === "ACCRECCREDIT" ? "out" : "in";
  const row = { ...nothing, ...ofDocument(one, direction, resolve), xeroId: one.CreditNoteID, type: "CREDIT_NOTE" as const, number: one.CreditNoteNumber, remainingCredit: one.RemainingCredit };
  return { row, lines: one.LineItems };
}

export function bankTransactionRow(one: z.output<typeof bankTransaction>, resolve: Resolve): KeptDocument {
  const spend = one.Type.startsWith("SPEND");
  const row = {
    ...nothing,
    ...ofDocument(one, spend ? "out" : "in", resolve),
    xeroId: one.BankTransactionID,
    type: spend ? ("SPEND" as const) : ("RECEIVE" as const),
    isReconciled: one.IsReconciled,
    bankAccountId: resolve.accountOf(one.BankAccount),
    creditXeroId: one.PrepaymentID ?? one.OverpaymentID,
  };
  return { row, lines: one.LineItems };
}

/** A transfer's amount is in the currency of the account it leaves; its rate counts only where that is a foreign one. */
export function transferRow(one: z.output<typeof bankTransfer>, resolve: Resolve): KeptDocument {
  const bankAccountId = resolve.accountOf(one.FromBankAccount);
  const currencyCode = resolve.currencyOf(bankAccountId) ?? resolve.baseCurrency;
  const row: DocumentRow = {
    ...nothing,
    ...money(one.Amount, currencyCode === resolve.baseCurrency ? rateOfOne : one.CurrencyRate, "out"),
    xeroId: one.BankTransferID,
    type: "TRANSFER",
    xeroType: "TRANSFER",
    direction: "out",
    contactId: null,
    contactName: null,
    reference: one.Reference,
    date: one.Date,
    status: one.Status ?? "AUTHORISED",
    isReconciled: one.FromIsReconciled,
    currencyCode,
    subTotal: one.Amount,
    totalTax: 0n,
    lineAmountTypes: "NoTax",
    bankAccountId,
    toBankAccountId: resolve.accountOf(one.ToBankAccount),
    creditXeroId: one.ToBankTransactionID,
    hasAttachments: one.HasAttachments,
    xeroAccountCode: null,
    isSplit: false,
    xeroUpdatedAt: one.UpdatedDateUTC ?? one.CreatedDateUTC,
    contentHash: documentHash(one, resolve),
  };
  return { row, lines: [] };
}

/** Money from customers and back from suppliers comes in; the rest goes out. */
const incoming = ["ACCRECPAYMENT", "APCREDITPAYMENT", "APOVERPAYMENTPAYMENT", "APPREPAYMENTPAYMENT"];

export function paymentRow(one: z.output<typeof payment>, resolve: Resolve): KeptDocument {
  const settled = one.Invoice ?? one.CreditNote ?? one.Prepayment ?? one.Overpayment;
  const direction = incoming.includes(one.PaymentType) ? "in" : "out";
  const row: DocumentRow = {
    ...nothing,
    ...money(one.Amount, one.CurrencyRate, direction),
    xeroId: one.PaymentID,
    type: "PAYMENT",
    xeroType: one.PaymentType,
    direction,
    contactId: settled?.Contact?.ContactID ?? null,
    contactName: settled?.Contact?.Name ?? null,
    number: one.Invoice?.InvoiceNumber ?? one.CreditNote?.CreditNoteNumber ?? null,
    reference: one.Reference,
    date: one.Date,
    status: one.Status,
    isReconciled: one.IsReconciled,
    currencyCode: settled?.CurrencyCode ?? resolve.baseCurrency,
    subTotal: one.Amount,
    totalTax: 0n,
    lineAmountTypes: "NoTax",
    bankAccountId: resolve.accountOf(one.Account),
    batchXeroId: one.BatchPaymentID ?? one.BatchPayment?.BatchPaymentID ?? null,
    xeroAccountCode: one.Account?.Code ?? null,
    isSplit: false,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: documentHash(one, resolve),
  };
  return { row, lines: [] };
}

type Document = Pick<
  z.output<typeof invoice>,
  "Type" | "Status" | "Date" | "Contact" | "Reference" | "LineAmountTypes" | "LineItems" | "SubTotal" | "TotalTax" | "Total" | "CurrencyCode" | "CurrencyRate" | "HasAttachments" | "UpdatedDateUTC"
>;

function ofDocument(one: Document, direction: "in" | "out", resolve: Resolve) {
  const codes = new Set(one.LineItems.map((line) => line.AccountCode));
  const [only = null] = codes;
  return {
    ...money(one.Total, one.CurrencyRate, direction),
    xeroType: one.Type,
    direction,
    contactId: one.Contact?.ContactID ?? null,
    contactName: one.Contact?.Name ?? null,
    reference: one.Reference,
    date: one.Date,
    status: one.Status,
    description: one.LineItems.find((line) => line.Description)?.Description ?? null,
    currencyCode: one.CurrencyCode ?? resolve.baseCurrency,
    subTotal: one.SubTotal,
    totalTax: one.TotalTax,
    lineAmountTypes: taxTreatment(one.LineAmountTypes),
    xeroAccountCode: codes.size === 1 ? only : null,
    isSplit: codes.size > 1,
    hasAttachments: one.HasAttachments,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: documentHash(one, resolve),
  };
}

function money(amount: Money, currencyRate: Rate, direction: "in" | "out") {
  const base = inBaseCurrency(amount, currencyRate);
  return { amount, currencyRate, baseAmount: direction === "in" ? base : -base };
}

/** Xero's bank transactions and journals leave it out where no tax is involved. */
export function taxTreatment(given: string | null): LineAmountTypes {
  return lineAmountTypes.find((name) => name.toLowerCase() === given?.toLowerCase()) ?? "NoTax";
}
