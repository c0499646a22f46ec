// Harakeke Advisory's chart of accounts: a New Zealand services company with some sixty accounts.

import { idFor, type Written } from "../written.ts";

type Row = readonly [code: string, name: string, type: string, system?: string];

export const CARD_ID = idFor("harakeke", "card");

const ROWS: readonly Row[] = [
  ["200", "Consulting fees", "REVENUE"],
  ["205", "Retainer income", "REVENUE"],
  ["210", "Workshops and training", "REVENUE"],
  ["220", "Software resale", "SALES"],
  ["260", "Expenses recovered from clients", "REVENUE"],
  ["270", "Interest income", "OTHERINCOME"],
  ["275", "Grants received", "OTHERINCOME"],
  ["310", "Subcontractors", "DIRECTCOSTS"],
  ["315", "Software bought for resale", "DIRECTCOSTS"],
  ["320", "Project travel", "DIRECTCOSTS"],
  ["325", "Workshop venues and materials", "DIRECTCOSTS"],
  ["400", "Advertising and marketing", "OVERHEADS"],
  ["404", "Bank fees", "EXPENSE"],
  ["406", "Courier and fax", "EXPENSE"],
  ["408", "Cleaning", "EXPENSE"],
  ["412", "Accounting and audit fees", "EXPENSE"],
  ["416", "Depreciation", "DEPRECIATN"],
  ["420", "Entertainment", "EXPENSE"],
  ["425", "Freight", "EXPENSE"],
  ["429", "General expenses", "EXPENSE"],
  ["433", "Insurance", "EXPENSE"],
  ["437", "Interest expense", "EXPENSE"],
  ["441", "Legal expenses", "EXPENSE"],
  ["445", "Light, power and heating", "EXPENSE"],
  ["449", "Motor vehicle expenses", "EXPENSE"],
  ["453", "Office expenses", "EXPENSE"],
  ["461", "Printing and stationery", "EXPENSE"],
  ["469", "Rent", "EXPENSE"],
  ["473", "Repairs and maintenance", "EXPENSE"],
  ["477", "Wages and salaries", "EXPENSE"],
  ["478", "KiwiSaver employer contributions", "EXPENSE"],
  ["480", "Staff training", "EXPENSE"],
  ["485", "Subscriptions and cloud services", "EXPENSE"],
  ["489", "Telephone and internet", "EXPENSE"],
  ["493", "Travel, domestic", "EXPENSE"],
  ["494", "Travel, international", "EXPENSE"],
  ["497", "Bank revaluations", "EXPENSE", "BANKCURRENCYGAIN"],
  ["498", "Unrealised currency gains", "EXPENSE", "UNREALISEDCURRENCYGAIN"],
  ["499", "Realised currency gains", "EXPENSE", "REALISEDCURRENCYGAIN"],
  ["505", "Income tax expense", "EXPENSE"],
  ["610", "Accounts receivable", "CURRENT", "DEBTORS"],
  ["620", "Prepayments", "CURRENT"],
  ["625", "Rental bond", "NONCURRENT"],
  ["630", "Workshop materials on hand", "INVENTORY"],
  ["710", "Office equipment", "FIXED"],
  ["711", "Less accumulated depreciation on office equipment", "FIXED"],
  ["720", "Computer equipment", "FIXED"],
  ["721", "Less accumulated depreciation on computer equipment", "FIXED"],
  ["800", "Accounts payable", "CURRLIAB", "CREDITORS"],
  ["801", "Unpaid expense claims", "CURRLIAB", "UNPAIDEXPCLM"],
  ["805", "Accrued expenses", "CURRLIAB"],
  ["814", "Wages payable - payroll", "CURRLIAB", "WAGEPAYABLES"],
  ["820", "GST", "CURRLIAB", "GST"],
  ["825", "PAYE payable", "CURRLIAB"],
  ["830", "Income tax payable", "CURRLIAB"],
  ["835", "Client deposits", "CURRLIAB"],
  ["840", "Historical adjustment", "CURRLIAB", "HISTORICAL"],
  ["850", "Suspense", "CURRLIAB"],
  ["860", "Rounding", "CURRLIAB", "ROUNDING"],
  ["877", "Tracking transfers", "CURRLIAB", "TRACKINGTRANSFERS"],
  ["900", "Equipment loan", "TERMLIAB"],
  ["960", "Retained earnings", "EQUITY", "RETAINEDEARNINGS"],
  ["970", "Share capital", "EQUITY"],
  ["980", "Dividends paid", "EQUITY"],
];

const BANKS: readonly Written[] = [
  bank("090", "Business cheque account", "NZD", "12-3456-0123456-00"),
  bank("091", "Savings account", "NZD", "12-3456-0123456-01"),
  bank("092", "US dollar account", "USD", "12-3456-0123456-02"),
  { ...bank("", "Business credit card", "NZD", "4000"), AccountID: CARD_ID, Code: undefined, BankAccountType: "CREDITCARD" },
];

// Couriers stopped; the account was archived and keeps its history.
export const ARCHIVED_CODE = "406";

export function accounts(): readonly Written[] {
  return [...BANKS, ...ROWS.map(account)];
}

function account([Code, Name, Type, SystemAccount]: Row): Written {
  const Status = Code === ARCHIVED_CODE ? "ARCHIVED" : "ACTIVE";
  const EnablePaymentsToAccount = Code === "805";
  return { Code, Name, Type, SystemAccount, Status, TaxType: taxTypeOf(Type), EnablePaymentsToAccount };
}

function bank(Code: string, Name: string, CurrencyCode: string, BankAccountNumber: string): Written {
  return { Code, Name, Type: "BANK", BankAccountType: "BANK", CurrencyCode, BankAccountNumber, Status: "ACTIVE", TaxType: "NONE" };
}

function taxTypeOf(type: string): string {
  if (type === "REVENUE" || type === "SALES") return "OUTPUT2";
  return ["EXPENSE", "OVERHEADS", "DIRECTCOSTS", "FIXED"].includes(type) ? "INPUT2" : "NONE";
}
