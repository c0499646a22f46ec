// Where an account stands on a statement: by Xero's account type. A type nobody knew when this was written stands by its class, and the
// report says so; an account is never left out for its type.
import type { AccountClass, cashActivities, choosableTags } from "#db/vocabulary.ts";

export const sections = [
  "tradingIncome",
  "costOfSales",
  "otherIncome",
  "operatingExpenses",
  "bank",
  "currentAssets",
  "fixedAssets",
  "nonCurrentAssets",
  "currentLiabilities",
  "nonCurrentLiabilities",
  "equity",
] as const;
export type Section = (typeof sections)[number];

/** Those that a profit is made of. */
export const profitSections: readonly Section[] = ["tradingIncome", "costOfSales", "otherIncome", "operatingExpenses"];

export type Account = {
  id: string;
  code: string | null;
  name: string;
  type: string;
  class: AccountClass;
  status: string;
  systemAccount: string | null;
  /** Xero's code for its own report layouts, where an account has one. */
  reportingCode?: string | null;
  /** What somebody chose to say of it; null or absent where the rules decide. */
  chosenTag?: (typeof choosableTags)[number] | null;
  chosenActivity?: (typeof cashActivities)[number] | null;
};

export const sectionLabels: Record<Section, string> = {
  tradingIncome: "Trading Income",
  costOfSales: "Cost of Sales",
  otherIncome: "Other Income",
  operatingExpenses: "Operating Expenses",
  bank: "Bank",
  currentAssets: "Current Assets",
  fixedAssets: "Fixed Assets",
  nonCurrentAssets: "Non-current Assets",
  currentLiabilities: "Current Liabilities",
  nonCurrentLiabilities: "Non-current Liabilities",
  equity: "Equity",
};

const byType = new Map<string, Section>([
  ["BANK", "bank"],
  ["CURRENT", "currentAssets"],
  ["INVENTORY", "currentAssets"],
  ["PREPAYMENT", "currentAssets"],
  ["FIXED", "fixedAssets"],
  ["NONCURRENT", "nonCurrentAssets"],
  ["CURRLIAB", "currentLiabilities"],
  ["LIABILITY", "currentLiabilities"],
  ["PAYG", "currentLiabilities"],
  ["PAYGLIABILITY", "currentLiabilities"],
  ["SUPERANNUATIONLIABILITY", "currentLiabilities"],
  ["TERMLIAB", "nonCurrentLiabilities"],
  ["EQUITY", "equity"],
  ["REVENUE", "tradingIncome"],
  ["SALES", "tradingIncome"],
  ["OTHERINCOME", "otherIncome"],
  ["DIRECTCOSTS", "costOfSales"],
  ["EXPENSE", "operatingExpenses"],
  ["OVERHEADS", "operatingExpenses"],
  ["DEPRECIATN", "operatingExpenses"],
  ["WAGESEXPENSE", "operatingExpenses"],
  ["SUPERANNUATIONEXPENSE", "operatingExpenses"],
]);

const byClass: Record<AccountClass, Section> = {
  ASSET: "currentAssets",
  LIABILITY: "currentLiabilities",
  EQUITY: "equity",
  REVENUE: "tradingIncome",
  EXPENSE: "operatingExpenses",
};

export function sectionOf(account: Account): Section {
  return byType.get(account.type) ?? byClass[account.class];
}

export function hasUnknownType(account: Account): boolean {
  return !byType.has(account.type);
}

/** 1 where a debit is printed positive (assets, costs), -1 where a credit is (income, liabilities, equity). */
export function signOf(section: Section): 1 | -1 {
  return ["costOfSales", "operatingExpenses", "bank", "currentAssets", "fixedAssets", "nonCurrentAssets"].includes(section) ? 1 : -1;
}
