// What an account is about, where its type does not say it: interest, income tax, exchange differences, payroll, depreciation, loans, owners.
// The default rule of the definitions: Xero's system account first, then its type, then its name or reporting code. Real charts keep most of
// these in plain expense accounts.
import { z } from "zod";
import type { Account } from "#lib/reports/sections.ts";

export const tags = ["depreciation", "interestExpense", "interestIncome", "incomeTax", "fx", "payroll", "loan", "owner"] as const;
export const tagSchema = z.enum(tags);
export type Tag = z.output<typeof tagSchema>;

type Tagged = Pick<Account, "name" | "type" | "class" | "systemAccount" | "reportingCode">;
/** Segments of Xero's reporting codes, EXP.EMP.WAG, are from memory. */
type NameRule = { tag: Tag; classes: readonly Account["class"][]; names: RegExp; codes: readonly string[] };

const bySystemAccount = new Map<string, Tag>([
  ["REALISEDCURRENCYGAIN", "fx"],
  ["UNREALISEDCURRENCYGAIN", "fx"],
  ["BANKCURRENCYGAIN", "fx"],
]);

const byType = new Map<string, Tag>([
  ["DEPRECIATN", "depreciation"],
  ["WAGESEXPENSE", "payroll"],
  ["SUPERANNUATIONEXPENSE", "payroll"],
]);

const byName: readonly NameRule[] = [
  { tag: "depreciation", classes: ["EXPENSE"], names: /\b(depreciation|amorti[sz]ation)\b/i, codes: ["DEP", "AMO"] },
  { tag: "interestExpense", classes: ["EXPENSE"], names: /\binterest\b/i, codes: ["INT"] },
  { tag: "interestIncome", classes: ["REVENUE"], names: /\binterest\b/i, codes: ["INT"] },
  { tag: "incomeTax", classes: ["EXPENSE"], names: /\b(income|corporation|corporate|company) tax\b/i, codes: ["TAX"] },
  { tag: "fx", classes: ["EXPENSE", "REVENUE"], names: /\b(currency|exchange) (gains?|loss(es)?|differences?)\b|\bforeign exchange\b/i, codes: ["FXG"] },
  { tag: "payroll", classes: ["EXPENSE"], names: /\b(wages?|salar(y|ies)|payroll|superannuation|kiwisaver|pensions?)\b/i, codes: ["EMP"] },
  { tag: "loan", classes: ["LIABILITY"], names: /\b(loans?|mortgage|hire purchase|borrowings?)\b/i, codes: ["LOA"] },
  { tag: "owner", classes: ["EQUITY", "LIABILITY"], names: /\b(drawings?|owners?|shareholders?|directors?)\b/i, codes: ["OWN", "DRA"] },
];

/** Null for an account that is what its type says. */
export function tagOf(account: Tagged): Tag | null {
  const { systemAccount, type } = account;
  return bySystemAccount.get(systemAccount ?? "") ?? byType.get(type) ?? byName.find((rule) => isNamed(account, rule))?.tag ?? null;
}

function isNamed({ name, class: own, reportingCode, systemAccount }: Tagged, { classes, names, codes }: NameRule): boolean {
  if (systemAccount !== null || !classes.includes(own)) return false;
  const segments = reportingCode?.split(".") ?? [];
  return names.test(name) || codes.some((code) => segments.includes(code));
}
