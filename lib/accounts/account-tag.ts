// What an account is about, where its type does not say it: interest, income tax, exchange differences, payroll, depreciation, loans, owners.
// Xero's system account says it first, then what somebody chose here, then the default rule of the definitions: its type, then its name or
// reporting code. Real charts keep most of these in plain expense accounts.
import { z } from "zod";
import { accountTags } from "#db/vocabulary.ts";
import type { Account } from "#lib/reports/sections.ts";

export const tagSchema = z.enum(accountTags);
export type Tag = z.output<typeof tagSchema>;

/** What says it; `name` is the reporting code as well. */
export const tagOrigins = ["system", "chosen", "type", "name"] as const;
type TagOrigin = (typeof tagOrigins)[number];

type Tagged = Pick<Account, "name" | "type" | "class" | "systemAccount" | "reportingCode" | "chosenTag">;
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
  return tagAndOrigin(account).tag;
}

/** The tag, null where an account is what its type says, and what says so. */
export function tagAndOrigin(account: Tagged): { tag: Tag | null; by: TagOrigin } {
  const { systemAccount, chosenTag, type } = account;
  const [ofSystem, ofType] = [bySystemAccount.get(systemAccount ?? ""), byType.get(type)];
  if (ofSystem) return { tag: ofSystem, by: "system" };
  if (chosenTag) return { tag: chosenTag === "none" ? null : chosenTag, by: "chosen" };
  if (ofType) return { tag: ofType, by: "type" };
  const named = byName.find((rule) => isNamed(account, rule));
  return named ? { tag: named.tag, by: "name" } : { tag: null, by: "type" };
}

/** Whether an account of this class can be about it: interest paid is no income, a loan no cost. */
export function suitsClass(tag: Tag, own: Account["class"]): boolean {
  return byName.some((rule) => rule.tag === tag && rule.classes.includes(own));
}

function isNamed({ name, class: own, reportingCode, systemAccount }: Tagged, { classes, names, codes }: NameRule): boolean {
  if (systemAccount !== null || !classes.includes(own)) return false;
  const segments = reportingCode?.split(".") ?? [];
  return names.test(name) || codes.some((code) => segments.includes(code));
}
