// Xero's objects as we take them in: what we keep, by our types; what we do not know is left where it is. A status or type that is new to
// us stays as it came and fails nothing; only an object without an id, a date or readable amounts is refused.
import { z } from "zod";
import { type Money, quotient, type Rate, rateOfOne } from "#lib/money.ts";
import { columnQuantity, moneyOrZero, optionalDay, optionalText, rateOrOne, textUpTo, wireDay, wireFlag, wireInstant, wireMoney, wireQuantity, wordOf } from "#lib/xero/wire.ts";

const id = z.string().min(1).max(255);
const word = textUpTo(50).transform((text) => text ?? "");
const documentStatus = wordOf("status of a document", ["DRAFT", "SUBMITTED", "AUTHORISED", "PAID", "VOIDED", "DELETED", "POSTED", "ARCHIVED"]);
const ways = ["RECEIVE", "SPEND"].flatMap((way) => ["", "-OVERPAYMENT", "-PREPAYMENT", "-TRANSFER"].map((kind) => `${way}${kind}`));
const documentType = wordOf("type of a document", ["ACCREC", "ACCPAY", "ACCRECCREDIT", "ACCPAYCREDIT", ...ways]);
const refunds = ["AR", "AP"].flatMap((side) => ["CREDIT", "OVERPAYMENT", "PREPAYMENT"].map((kind) => `${side}${kind}PAYMENT`));
const paymentType = wordOf("type of a payment", ["ACCRECPAYMENT", "ACCPAYPAYMENT", ...refunds]);
const unlessDenied = z.boolean().nullish().transform((value) => value ?? true);
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).nullish().transform((rows) => rows ?? []);

export const organisation = z.object({
  OrganisationID: id,
  Name: textUpTo(255).transform((text) => text ?? ""),
  BaseCurrency: z.string().length(3),
  CountryCode: textUpTo(10),
  Timezone: textUpTo(100),
  ShortCode: textUpTo(50),
  FinancialYearEndDay: z.coerce.number().int().min(1).max(31),
  FinancialYearEndMonth: z.coerce.number().int().min(1).max(12),
  SalesTaxBasis: textUpTo(50),
  PeriodLockDate: optionalDay,
  EndOfYearLockDate: optionalDay,
  OrganisationStatus: textUpTo(50),
  IsDemoCompany: wireFlag,
});

export const account = z.object({
  AccountID: id,
  Code: textUpTo(50),
  Name: textUpTo(255).transform((text) => text ?? ""),
  Type: word,
  Class: textUpTo(50),
  Status: word,
  SystemAccount: textUpTo(50),
  TaxType: textUpTo(50),
  CurrencyCode: textUpTo(3),
  BankAccountType: textUpTo(50),
  ReportingCode: textUpTo(255),
  UpdatedDateUTC: wireInstant,
});

export const contact = z.object({
  ContactID: id,
  Name: textUpTo(500).transform((text) => text ?? ""),
  ContactStatus: word,
  EmailAddress: textUpTo(255),
  IsSupplier: wireFlag,
  IsCustomer: wireFlag,
  DefaultCurrency: textUpTo(3),
  UpdatedDateUTC: wireInstant,
});

export const taxRate = z.object({
  TaxType: id,
  Name: textUpTo(255).transform((text) => text ?? ""),
  Status: word,
  EffectiveRate: wireQuantity.transform((value) => value ?? 0n),
  TaxComponents: list(z.object({ Name: textUpTo(255).transform((text) => text ?? ""), Rate: wireQuantity.transform((value) => value ?? 0n), IsNonRecoverable: wireFlag })),
});

export const trackingCategory = z.object({
  TrackingCategoryID: id,
  Name: textUpTo(255).transform((text) => text ?? ""),
  Status: word,
  Options: list(z.object({ TrackingOptionID: id, Name: textUpTo(255).transform((text) => text ?? ""), Status: word })),
});

const trackingOfLine = list(z.object({ TrackingOptionID: z.string().nullish(), Name: z.string().nullish(), Option: z.string().nullish() }));

const line = z.object({
  AccountID: textUpTo(255),
  AccountCode: textUpTo(50),
  Description: optionalText,
  ItemCode: textUpTo(50),
  Quantity: columnQuantity,
  UnitAmount: wireQuantity,
  DiscountRate: columnQuantity,
  DiscountAmount: wireMoney.nullish(),
  LineAmount: moneyOrZero,
  TaxAmount: moneyOrZero,
  TaxType: textUpTo(50),
  Tracking: trackingOfLine,
});
export type XeroLine = z.output<typeof line>;

/** A unit price in ten-thousandths, as money columns keep it: Xero gives four decimals at most. */
export function unitPrice(price: Rate | null): Money | null {
  return price === null ? null : quotient(price, rateOfOne / 10_000n);
}

const detailsOfItem = z.object({ UnitPrice: wireQuantity, AccountCode: textUpTo(50), COGSAccountCode: textUpTo(50), TaxType: textUpTo(50) }).nullish();

export const item = z.object({
  ItemID: id,
  Code: textUpTo(50).transform((text) => text ?? ""),
  Name: textUpTo(255),
  Description: optionalText,
  PurchaseDescription: optionalText,
  IsSold: unlessDenied,
  IsPurchased: unlessDenied,
  SalesDetails: detailsOfItem,
  PurchaseDetails: detailsOfItem,
  IsTrackedAsInventory: wireFlag,
  InventoryAssetAccountCode: textUpTo(50),
  QuantityOnHand: columnQuantity,
  TotalCostPool: wireMoney.nullish(),
  UpdatedDateUTC: wireInstant,
});

const contactOfDocument = z.object({ ContactID: textUpTo(255), Name: textUpTo(255) }).nullish();
const accountOfDocument = z.object({ AccountID: textUpTo(255), Code: textUpTo(50) }).nullish();
const document = {
  Type: documentType,
  Status: documentStatus,
  Date: wireDay,
  DueDate: optionalDay,
  Contact: contactOfDocument,
  Reference: textUpTo(255),
  LineAmountTypes: textUpTo(50),
  LineItems: list(line),
  SubTotal: moneyOrZero,
  TotalTax: moneyOrZero,
  Total: wireMoney,
  CurrencyCode: textUpTo(3),
  CurrencyRate: rateOrOne,
  HasAttachments: wireFlag,
  UpdatedDateUTC: wireInstant,
};
const allocations = list(z.object({ Amount: wireMoney, Date: optionalDay, Invoice: z.object({ InvoiceID: id }) }));

export const invoice = z.object({
  ...document,
  InvoiceID: id,
  InvoiceNumber: textUpTo(255),
  /** Of a sale. */
  ExpectedPaymentDate: optionalDay,
  /** Of a bill. */
  PlannedPaymentDate: optionalDay,
  AmountDue: moneyOrZero,
  AmountPaid: moneyOrZero,
  AmountCredited: moneyOrZero,
});

export const creditNote = z.object({ ...document, CreditNoteID: id, CreditNoteNumber: textUpTo(255), RemainingCredit: moneyOrZero, Allocations: allocations });

export const bankTransaction = z.object({
  ...document,
  BankTransactionID: id,
  BankAccount: accountOfDocument,
  IsReconciled: wireFlag,
  PrepaymentID: textUpTo(255),
  OverpaymentID: textUpTo(255),
});

export const prepayment = z.object({ PrepaymentID: id, Status: documentStatus, Date: wireDay, RemainingCredit: moneyOrZero, CurrencyRate: rateOrOne, Allocations: allocations, UpdatedDateUTC: wireInstant });
export const overpayment = z.object({ OverpaymentID: id, Status: documentStatus, Date: wireDay, RemainingCredit: moneyOrZero, CurrencyRate: rateOrOne, Allocations: allocations, UpdatedDateUTC: wireInstant });

export const bankTransfer = z.object({
  BankTransferID: id,
  Date: wireDay,
  Amount: wireMoney,
  CurrencyRate: rateOrOne,
  Status: textUpTo(50),
  Reference: textUpTo(255),
  FromBankAccount: accountOfDocument,
  ToBankAccount: accountOfDocument,
  ToBankTransactionID: textUpTo(255),
  FromIsReconciled: wireFlag,
  HasAttachments: wireFlag,
  UpdatedDateUTC: wireInstant,
  CreatedDateUTC: wireInstant,
});

export const payment = z.object({
  PaymentID: id,
  PaymentType: paymentType,
  Status: documentStatus,
  Date: wireDay,
  Amount: wireMoney,
  BankAmount: wireMoney.nullish(),
  CurrencyRate: rateOrOne,
  Reference: textUpTo(255),
  IsReconciled: wireFlag,
  Account: accountOfDocument,
  Invoice: z.object({ InvoiceID: id, InvoiceNumber: textUpTo(255), CurrencyCode: textUpTo(3), Contact: contactOfDocument }).nullish(),
  CreditNote: z.object({ CreditNoteID: id, CreditNoteNumber: textUpTo(255), CurrencyCode: textUpTo(3), Contact: contactOfDocument }).nullish(),
  Prepayment: z.object({ PrepaymentID: id, CurrencyCode: textUpTo(3), Contact: contactOfDocument }).nullish(),
  Overpayment: z.object({ OverpaymentID: id, CurrencyCode: textUpTo(3), Contact: contactOfDocument }).nullish(),
  BatchPaymentID: textUpTo(255),
  BatchPayment: z.object({ BatchPaymentID: textUpTo(255) }).nullish(),
  UpdatedDateUTC: wireInstant,
});

/** Which of Particulars, Code, Details and Narrative there are depends on the country. */
export const batchPayment = z.object({
  BatchPaymentID: id,
  Type: wordOf("type of a batch payment", ["PAYBATCH", "RECBATCH"]),
  Status: documentStatus,
  Date: wireDay,
  Account: accountOfDocument,
  Reference: textUpTo(255),
  Particulars: textUpTo(50),
  Code: textUpTo(50),
  Details: textUpTo(50),
  Narrative: textUpTo(50),
  TotalAmount: wireMoney.nullish(),
  IsReconciled: wireFlag,
  Payments: list(z.object({ PaymentID: id, Amount: moneyOrZero, BankAmount: wireMoney.nullish() })),
  UpdatedDateUTC: wireInstant,
});

export const manualJournal = z.object({
  ManualJournalID: id,
  Narration: optionalText,
  Date: wireDay,
  Status: documentStatus,
  LineAmountTypes: textUpTo(50),
  ShowOnCashBasisReports: unlessDenied,
  JournalLines: list(line),
  UpdatedDateUTC: wireInstant,
});

/** Of a budget's month Xero calls the figure Amount, and describes a UnitAmount besides. */
const budgetBalance = z.object({
  Period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])/).transform((text) => text.slice(0, 7)),
  Amount: wireMoney.nullish(),
  UnitAmount: wireMoney.nullish(),
  Notes: optionalText,
});

export const budget = z.object({
  BudgetID: id,
  Type: wordOf("type of a budget", ["OVERALL", "TRACKING"]),
  Description: textUpTo(255),
  UpdatedDateUTC: wireInstant,
  Tracking: list(z.object({ Name: z.string().nullish(), Option: z.string().nullish() })),
  BudgetLines: list(z.object({ AccountID: textUpTo(255), AccountCode: textUpTo(50), BudgetBalances: list(budgetBalance) })),
});

/** A list of them; asked for one, Xero's own example answers with the object by itself. */
export const budgets = z.union([z.array(budget), budget.transform((one) => [one])]);

export const journal = z.object({
  JournalID: id,
  JournalNumber: z.coerce.number().int(),
  JournalDate: wireDay,
  SourceID: textUpTo(255),
  SourceType: textUpTo(50),
  Reference: optionalText,
  JournalLines: list(
    z.object({
      AccountID: id,
      NetAmount: wireMoney,
      GrossAmount: moneyOrZero,
      TaxAmount: moneyOrZero,
      TaxType: textUpTo(50),
      Description: optionalText,
      TrackingCategories: trackingOfLine,
    }),
  ),
});

export const attachment = z.object({
  AttachmentID: id,
  FileName: textUpTo(255).transform((text) => text ?? ""),
  MimeType: textUpTo(255),
  ContentLength: z.coerce.number().int().min(0).max(2_147_483_647).nullish().catch(null).transform((size) => size ?? null),
  IncludeOnline: wireFlag,
});
