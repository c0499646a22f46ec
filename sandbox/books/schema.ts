// What the stand-in must understand of Xero's objects in order to post and report. Every other field is let through and
// served as it came.

import { z } from "zod";
import { amount, code, count, day, decimal, id, instant, rate } from "./fields.ts";

const DOCUMENT_STATUSES = ["DRAFT", "SUBMITTED", "DELETED", "AUTHORISED", "PAID", "VOIDED"];
const updated = { UpdatedDateUTC: instant.optional() };
const named = z.looseObject({ AccountID: id.optional(), Code: code.optional(), Name: z.string().optional() });

export const organisation = z.looseObject({
  OrganisationID: id,
  Name: z.string().min(1),
  BaseCurrency: z.string().length(3),
  FinancialYearEndDay: count.pipe(z.number().int().min(1).max(31)),
  FinancialYearEndMonth: count.pipe(z.number().int().min(1).max(12)),
  Timezone: z.string(),
  CountryCode: z.string(),
  PeriodLockDate: day.optional(),
  EndOfYearLockDate: day.optional(),
  CreatedDateUTC: instant.optional(),
});

// Who connects an organisation where people are not asked, and whether that consent should be seen to end.
export const consent = z.strictObject({ User: z.string().min(1).default("demo"), Lapses: z.boolean().default(false) });

export const account = z.looseObject({
  AccountID: id.optional(),
  Code: code.optional(),
  Name: z.string().min(1),
  Type: z.string(),
  Class: z.enum(["ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"]).optional(),
  Status: z.enum(["ACTIVE", "ARCHIVED", "DELETED"]).default("ACTIVE"),
  SystemAccount: z.string().optional(),
  CurrencyCode: code.optional(),
  ...updated,
});

export const contact = z.looseObject({
  ContactID: id.optional(),
  Name: z.string().min(1),
  ContactStatus: z.enum(["ACTIVE", "ARCHIVED", "GDPRREQUEST"]).default("ACTIVE"),
  ...updated,
});

const trackingOption = z.looseObject({
  TrackingOptionID: id.optional(),
  Name: z.string(),
  Status: z.string().default("ACTIVE"),
});

export const trackingCategory = z.looseObject({
  TrackingCategoryID: id.optional(),
  Name: z.string(),
  Status: z.string().default("ACTIVE"),
  Options: z.array(trackingOption).default([]),
});

const lineTracking = z.looseObject({
  TrackingCategoryID: id.optional(),
  TrackingOptionID: id.optional(),
  Name: z.string().optional(),
  Option: z.string().optional(),
});

const lineMoney = {
  LineAmount: amount.default(0n),
  TaxAmount: amount.default(0n),
  TaxType: z.string().optional(),
  AccountID: id.optional(),
  AccountCode: code.optional(),
  Tracking: z.array(lineTracking).default([]),
};

export const lineItem = z.looseObject({
  LineItemID: id.optional(),
  Description: z.string().optional(),
  ItemCode: code.optional(),
  Quantity: decimal.optional(),
  UnitAmount: decimal.optional(),
  ...lineMoney,
});

const files = {
  HasAttachments: z.boolean().default(false),
  Attachments: z.array(z.looseObject({ AttachmentID: id.optional(), FileName: z.string().min(1), ContentLength: count })).default([]),
};

const contactOfDocument = z.looseObject({ ContactID: id.optional(), Name: z.string().optional() });

const document = {
  Reference: z.string().optional(),
  Contact: contactOfDocument.optional(),
  Date: day,
  LineAmountTypes: z.enum(["Exclusive", "Inclusive", "NoTax"]).default("Exclusive"),
  LineItems: z.array(lineItem).default([]),
  SubTotal: amount.optional(),
  TotalTax: amount.optional(),
  Total: amount.optional(),
  CurrencyCode: z.string().length(3).optional(),
  CurrencyRate: rate.optional(),
  ...files,
  ...updated,
};

const settled = {
  AmountDue: amount.optional(),
  AmountPaid: amount.optional(),
  AmountCredited: amount.optional(),
  FullyPaidOnDate: day.optional(),
};

export const invoice = z.looseObject({
  InvoiceID: id.optional(),
  InvoiceNumber: z.string().optional(),
  Type: z.enum(["ACCREC", "ACCPAY"]),
  Status: z.enum(DOCUMENT_STATUSES),
  DueDate: day.optional(),
  ExpectedPaymentDate: day.optional(),
  PlannedPaymentDate: day.optional(),
  ...document,
  ...settled,
});

const targetInvoice = z.looseObject({ InvoiceID: id.optional(), InvoiceNumber: z.string().optional() });

export const allocation = z.looseObject({
  AllocationID: id.optional(),
  Amount: amount,
  Date: day.optional(),
  Invoice: targetInvoice,
  IsDeleted: z.boolean().optional(),
});

const credit = {
  Allocations: z.array(allocation).default([]),
  RemainingCredit: amount.optional(),
  FullyPaidOnDate: day.optional(),
};

export const creditNote = z.looseObject({
  CreditNoteID: id.optional(),
  CreditNoteNumber: z.string().optional(),
  Type: z.enum(["ACCRECCREDIT", "ACCPAYCREDIT"]),
  Status: z.enum(DOCUMENT_STATUSES),
  DueDate: day.optional(),
  ...document,
  ...credit,
});

const creditStatus = z.enum(["AUTHORISED", "PAID", "VOIDED", "DELETED"]);

export const prepayment = z.looseObject({
  PrepaymentID: id.optional(),
  Type: z.enum(["RECEIVE-PREPAYMENT", "SPEND-PREPAYMENT", "ARPREPAYMENT", "APPREPAYMENT"]),
  Status: creditStatus,
  ...document,
  ...credit,
});

export const overpayment = z.looseObject({
  OverpaymentID: id.optional(),
  Type: z.enum(["RECEIVE-OVERPAYMENT", "SPEND-OVERPAYMENT", "AROVERPAYMENT", "APOVERPAYMENT"]),
  Status: creditStatus,
  ...document,
  ...credit,
});

export const bankTransaction = z.looseObject({
  BankTransactionID: id.optional(),
  Type: z.enum([
    "RECEIVE",
    "RECEIVE-OVERPAYMENT",
    "RECEIVE-PREPAYMENT",
    "RECEIVE-TRANSFER",
    "SPEND",
    "SPEND-OVERPAYMENT",
    "SPEND-PREPAYMENT",
    "SPEND-TRANSFER",
  ]),
  Status: z.enum(["AUTHORISED", "DELETED", "VOIDED"]),
  BankAccount: named,
  IsReconciled: z.boolean().default(false),
  PrepaymentID: id.optional(),
  OverpaymentID: id.optional(),
  ...document,
});

export const bankTransfer = z.looseObject({
  BankTransferID: id.optional(),
  Status: z.enum(["AUTHORISED", "DELETED"]).default("AUTHORISED"),
  FromBankAccount: named,
  ToBankAccount: named,
  Amount: amount,
  Date: day,
  CurrencyRate: rate.optional(),
  FromBankTransactionID: id.optional(),
  ToBankTransactionID: id.optional(),
  CreatedDateUTC: instant.optional(),
  ...files,
  ...updated,
});

export const payment = z.looseObject({
  PaymentID: id.optional(),
  Reference: z.string().optional(),
  Date: day,
  Amount: amount,
  BankAmount: amount.optional(),
  CurrencyRate: rate.optional(),
  Status: z.enum(["AUTHORISED", "DELETED"]).default("AUTHORISED"),
  PaymentType: z.string().optional(),
  Account: named,
  Invoice: targetInvoice.optional(),
  CreditNote: z.looseObject({ CreditNoteID: id.optional(), CreditNoteNumber: z.string().optional() }).optional(),
  Prepayment: z.looseObject({ PrepaymentID: id }).optional(),
  Overpayment: z.looseObject({ OverpaymentID: id }).optional(),
  BatchPaymentID: id.optional(),
  BatchPayment: z.looseObject({ BatchPaymentID: id }).optional(),
  IsReconciled: z.boolean().default(false),
  ...updated,
});

const onCashBasis = { ShowOnCashBasisReports: z.boolean().default(true) };
const manualJournalLine = z.looseObject(lineMoney);

export const manualJournal = z.looseObject({
  ManualJournalID: id.optional(),
  Narration: z.string(),
  Date: day,
  Status: z.enum(["DRAFT", "POSTED", "DELETED", "VOIDED", "ARCHIVED"]),
  LineAmountTypes: z.enum(["Exclusive", "Inclusive", "NoTax"]).default("NoTax"),
  ...onCashBasis,
  JournalLines: z.array(manualJournalLine).default([]),
  ...files,
  ...updated,
});

const budgetBalance = z.looseObject({ Period: z.string().regex(/^\d{4}-\d{2}$/), Amount: amount });
const budgetLine = z.looseObject({
  AccountID: id.optional(),
  AccountCode: code.optional(),
  BudgetBalances: z.array(budgetBalance).default([]),
});

export const budget = z.looseObject({
  BudgetID: id.optional(),
  Type: z.enum(["OVERALL", "TRACKING"]),
  Description: z.string().default(""),
  BudgetLines: z.array(budgetLine).default([]),
  ...updated,
});

const journalLine = z.looseObject({
  JournalLineID: id.optional(),
  AccountID: id.optional(),
  AccountCode: code.optional(),
  NetAmount: amount,
  GrossAmount: amount.optional(),
  TaxAmount: amount.optional(),
  TrackingCategories: z.array(lineTracking).default([]),
});

export const journal = z.looseObject({
  JournalID: id.optional(),
  JournalDate: day,
  JournalNumber: count,
  CreatedDateUTC: instant.optional(),
  SourceID: id.optional(),
  SourceType: z.string().optional(),
  JournalLines: z.array(journalLine),
});

export const otherPosting = z.looseObject({
  PostingID: id.optional(),
  Date: day,
  Narration: z.string().default(""),
  ...onCashBasis,
  Invoice: z.looseObject({ InvoiceID: id.optional(), InvoiceNumber: z.string().optional() }).optional(),
  Lines: z.array(z.looseObject({ AccountID: id.optional(), AccountCode: code.optional(), NetAmount: amount, ItemCode: code.optional(), Quantity: amount.optional() })),
});

const taxComponent = z.looseObject({ Name: z.string(), Rate: decimal });
export const taxRate = z.looseObject({
  Name: z.string(),
  TaxType: z.string(),
  DisplayTaxRate: decimal.optional(),
  EffectiveRate: decimal.optional(),
  TaxComponents: z.array(taxComponent).default([]),
  ...updated,
});
export const currency = z.looseObject({ Code: z.string(), Description: z.string().default("") });

const itemSide = z.looseObject({ AccountCode: code.optional(), COGSAccountCode: code.optional(), UnitPrice: decimal.optional() });

export const item = z.looseObject({
  ItemID: id.optional(),
  Code: code,
  Name: z.string().optional(),
  IsSold: z.boolean().default(true),
  IsPurchased: z.boolean().default(true),
  SalesDetails: itemSide.optional(),
  PurchaseDetails: itemSide.optional(),
  InventoryAssetAccountCode: code.optional(),
  IsTrackedAsInventory: z.boolean().optional(),
  QuantityOnHand: decimal.optional(),
  TotalCostPool: amount.optional(),
  ...updated,
});

export const batchPayment = z.looseObject({
  BatchPaymentID: id.optional(),
  Date: day,
  Account: named.optional(),
  Type: z.enum(["PAYBATCH", "RECBATCH"]).optional(),
  Status: z.enum(["AUTHORISED", "DELETED"]).default("AUTHORISED"),
  TotalAmount: amount.optional(),
  Payments: z.array(z.looseObject({ PaymentID: id })).default([]),
  ...updated,
});
