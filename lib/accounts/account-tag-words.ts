// What tags and activities, and what they come from, are called to people.
import type { StoredAccount } from "#lib/accounts/account.ts";
import type { Tag } from "#lib/accounts/account-tag.ts";

export const tagWords: Record<Tag, string> = {
  depreciation: "Depreciation and amortisation",
  interestExpense: "Interest paid",
  interestIncome: "Interest received",
  incomeTax: "Income tax",
  fx: "Exchange differences",
  payroll: "Payroll",
  loan: "Loan",
  owner: "Owners",
};

export const activityWords: Record<NonNullable<StoredAccount["activity"]>, string> = {
  operating: "Operating",
  investing: "Investing",
  financing: "Financing",
  exchange: "Effect of exchange rates",
};

export const tagOrigins: Record<StoredAccount["tagBy"], string> = { system: "by Xero's system account", chosen: "chosen here", type: "by its type", name: "by its name" };

export const activityOrigins: Record<NonNullable<StoredAccount["activityBy"]>, string> = { system: "by Xero's system account", chosen: "chosen here", tag: "by its role", type: "by its type" };
