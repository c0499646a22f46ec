// What Xero knows of a firm besides its documents: its chart with the accounts that Xero itself posts to, its contacts and its tax rates.

import { numeral } from "../../exact/json.ts";
import type { Written } from "../written.ts";
import type { Firm, Tax } from "./firm.ts";
import { contactOf } from "./trade.ts";

type Row = readonly [code: string, name: string, type: string, more?: Written];

const SYSTEM: readonly Row[] = [
  ["499", "Realised currency gains", "EXPENSE", { SystemAccount: "REALISEDCURRENCYGAIN" }],
  ["610", "Accounts receivable", "CURRENT", { SystemAccount: "DEBTORS" }],
  ["800", "Accounts payable", "CURRLIAB", { SystemAccount: "CREDITORS" }],
  ["820", "Sales tax", "CURRLIAB", { SystemAccount: "GST" }],
  ["840", "Historical adjustment", "CURRLIAB", { SystemAccount: "HISTORICAL" }],
  ["860", "Rounding", "CURRLIAB", { SystemAccount: "ROUNDING" }],
  ["960", "Retained earnings", "EQUITY", { SystemAccount: "RETAINEDEARNINGS" }],
];

export function chart(firm: Pick<Firm, "currency">, bankNumber: string, rows: readonly Row[]): readonly Written[] {
  const bank = { Code: "090", Name: "Business account", Type: "BANK", BankAccountType: "BANK", CurrencyCode: firm.currency };
  return [
    { ...bank, Status: "ACTIVE", TaxType: "NONE", BankAccountNumber: bankNumber },
    ...[...rows, ...SYSTEM].map(([Code, Name, Type, more]) => ({ Code, Name, Type, Status: "ACTIVE", TaxType: "NONE", ...more })),
  ];
}

// Everybody a document names, once; `others` only the bank account knows.
export function contacts(firm: Firm, others: readonly string[] = []): readonly Written[] {
  const parties = [...firm.customers, ...firm.suppliers].map(({ name }) => name);
  const names = new Set([...parties, ...firm.standing.map(({ who }) => who), ...others]);
  return [...names].map((name) => ({ ...contactOf(firm, name), ContactStatus: "ACTIVE" }));
}

export function taxRates(name: string, taxes: readonly Tax[]): readonly Written[] {
  return taxes.map(({ type, percent }) => {
    const rate = numeral(`${percent}.0000`);
    const TaxComponents = [{ Name: name, Rate: rate, IsCompound: false, IsNonRecoverable: false }];
    return { Name: `${percent}% ${name} (${type})`, TaxType: type, Status: "ACTIVE", DisplayTaxRate: rate, EffectiveRate: rate, TaxComponents };
  });
}
