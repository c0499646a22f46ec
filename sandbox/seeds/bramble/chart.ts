// Bramble & Finch's chart: a small shop with a workroom, in pounds.

import type { Written } from "../written.ts";

const ROWS: readonly (readonly [code: string, name: string, type: string, system?: string])[] = [
  ["200", "Furniture sales", "REVENUE"],
  ["210", "Restoration work", "REVENUE"],
  ["220", "Book and print sales", "REVENUE"],
  ["270", "Interest income", "OTHERINCOME"],
  ["310", "Timber and fittings", "DIRECTCOSTS"],
  ["320", "Delivery", "DIRECTCOSTS"],
  ["400", "Advertising", "OVERHEADS"],
  ["404", "Bank fees", "OVERHEADS"],
  ["420", "Insurance", "OVERHEADS"],
  ["445", "Light and heat", "OVERHEADS"],
  ["453", "Software and subscriptions", "OVERHEADS"],
  ["469", "Rent and rates", "OVERHEADS"],
  ["477", "Wages", "OVERHEADS"],
  ["489", "Telephone", "OVERHEADS"],
  ["416", "Depreciation", "OVERHEADS"],
  ["498", "Unrealised currency gains", "EXPENSE", "UNREALISEDCURRENCYGAIN"],
  ["499", "Realised currency gains", "EXPENSE", "REALISEDCURRENCYGAIN"],
  ["610", "Accounts receivable", "CURRENT", "DEBTORS"],
  ["720", "Workshop tools", "FIXED"],
  ["721", "Less accumulated depreciation on workshop tools", "FIXED"],
  ["800", "Accounts payable", "CURRLIAB", "CREDITORS"],
  ["820", "VAT", "CURRLIAB", "GST"],
  ["840", "Historical adjustment", "CURRLIAB", "HISTORICAL"],
  ["860", "Rounding", "CURRLIAB", "ROUNDING"],
  ["960", "Retained earnings", "EQUITY", "RETAINEDEARNINGS"],
  ["970", "Capital introduced", "EQUITY"],
  ["980", "Drawings", "EQUITY"],
];

export function accounts(): readonly Written[] {
  const bank = { Code: "090", Name: "Current account", Type: "BANK", BankAccountType: "BANK", CurrencyCode: "GBP", TaxType: "NONE" };
  return [
    { ...bank, Status: "ACTIVE", BankAccountNumber: "20-00-00 12345678" },
    ...ROWS.map(([Code, Name, Type, SystemAccount]) => ({ Code, Name, Type, SystemAccount, Status: "ACTIVE", TaxType: "NONE" })),
  ];
}
