// A handful of hand-worked documents, small enough to check by eye: one sale, one bill, their accounts and nothing else.

import { type Books, readOrganisation } from "../books/read.ts";
import { numeral } from "../exact/json.ts";

export const SMALL_ID = "11111111-2222-4333-8444-555555555555";
type Written = Readonly<Record<string, unknown>>;

export const SMALL_ACCOUNTS: readonly Written[] = [
  { AccountID: id(1), Code: "090", Name: "Cheque account", Type: "BANK", CurrencyCode: "NZD" },
  { AccountID: id(2), Code: "092", Name: "Dollar account", Type: "BANK", CurrencyCode: "USD" },
  { AccountID: id(3), Code: "200", Name: "Sales", Type: "REVENUE" },
  { AccountID: id(4), Code: "310", Name: "Goods", Type: "DIRECTCOSTS" },
  { AccountID: id(5), Code: "429", Name: "General expenses", Type: "EXPENSE" },
  { AccountID: id(6), Code: "499", Name: "Realised gains", Type: "EXPENSE", SystemAccount: "REALISEDCURRENCYGAIN" },
  { AccountID: id(7), Code: "610", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { AccountID: id(8), Code: "620", Name: "Deposits", Type: "CURRLIAB" },
  { AccountID: id(9), Code: "800", Name: "Payable", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { AccountID: id(10), Code: "820", Name: "GST", Type: "CURRLIAB", SystemAccount: "GST" },
  { AccountID: id(11), Code: "860", Name: "Rounding", Type: "CURRLIAB", SystemAccount: "ROUNDING" },
  { AccountID: id(12), Code: "960", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { AccountID: id(13), Code: "497", Name: "Bank gains", Type: "EXPENSE", SystemAccount: "BANKCURRENCYGAIN" },
];

export const SMALL_ORGANISATION: Written = {
  OrganisationID: SMALL_ID,
  Name: "Small books",
  BaseCurrency: "NZD",
  CountryCode: "NZ",
  Timezone: "NEWZEALANDSTANDARDTIME",
  FinancialYearEndDay: numeral("31"),
  FinancialYearEndMonth: numeral("3"),
};

export function smallBooks(collections: Written, organisation: Written = {}): Books {
  return readOrganisation({ Organisation: { ...SMALL_ORGANISATION, ...organisation }, Accounts: SMALL_ACCOUNTS, ...collections });
}

export function sale(number: string, date: string, net: string, tax: string, more: Written = {}): Written {
  const LineItems = [{ AccountCode: "200", LineAmount: net, TaxAmount: tax, TaxType: "OUTPUT2" }];
  return { InvoiceNumber: number, Type: "ACCREC", Status: "AUTHORISED", Date: date, LineItems, Contact: { Name: "A client" }, ...more };
}

export function bill(number: string, date: string, net: string, tax: string, more: Written = {}): Written {
  const LineItems = [{ AccountCode: "310", LineAmount: net, TaxAmount: tax, TaxType: "INPUT2" }];
  return { InvoiceNumber: number, Type: "ACCPAY", Status: "AUTHORISED", Date: date, LineItems, Contact: { Name: "A supplier" }, ...more };
}

export function paid(number: string, date: string, Amount: string, more: Written = {}): Written {
  return { Date: date, Amount, Account: { Code: "090" }, Invoice: { InvoiceNumber: number }, ...more };
}

export function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
