// The chart of accounts as posting needs it: by id, by code, and by the part an account plays in the system.

import type { z } from "zod";
import { identify } from "./identify.ts";
import { refuse } from "./problem.ts";
import type * as schema from "./schema.ts";

type WrittenAccount = z.output<typeof schema.account>;
type TaxRate = z.output<typeof schema.taxRate>;
export type Class = "ASSET" | "EQUITY" | "EXPENSE" | "LIABILITY" | "REVENUE";
export type Account = WrittenAccount & { AccountID: string; Class: Class; UpdatedDateUTC: number };

export type Chart = {
  readonly baseCurrency: string;
  readonly accounts: readonly Account[];
  readonly taxRates: readonly TaxRate[];
  readonly byId: ReadonlyMap<string, Account>;
  readonly byCode: ReadonlyMap<string, Account>;
};

type AccountReference = { readonly AccountID?: string | undefined; readonly AccountCode?: string | undefined };

const CLASS_OF_TYPE: Readonly<Record<string, Class>> = {
  BANK: "ASSET",
  CURRENT: "ASSET",
  FIXED: "ASSET",
  INVENTORY: "ASSET",
  NONCURRENT: "ASSET",
  PREPAYMENT: "ASSET",
  CURRLIAB: "LIABILITY",
  LIABILITY: "LIABILITY",
  TERMLIAB: "LIABILITY",
  PAYG: "LIABILITY",
  PAYGLIABILITY: "LIABILITY",
  SUPERANNUATIONLIABILITY: "LIABILITY",
  EQUITY: "EQUITY",
  DEPRECIATN: "EXPENSE",
  DIRECTCOSTS: "EXPENSE",
  EXPENSE: "EXPENSE",
  OVERHEADS: "EXPENSE",
  SUPERANNUATIONEXPENSE: "EXPENSE",
  WAGESEXPENSE: "EXPENSE",
  OTHERINCOME: "REVENUE",
  REVENUE: "REVENUE",
  SALES: "REVENUE",
};

export function isKnownType(type: string): boolean {
  return Object.hasOwn(CLASS_OF_TYPE, type);
}

export function completeAccount(account: WrittenAccount, organisationId: string, fallbackInstant: number): Account {
  // A type that Xero brings in after this was written is taken at its word; without one it has no place on a statement.
  const ofType = CLASS_OF_TYPE[account.Type] ?? account.Class;
  if (!ofType) refuse(`Account "${account.Name}": the type ${account.Type} is not one of Xero's account types, and no Class is given.`);
  if (account.Class && account.Class !== ofType) {
    refuse(`Account "${account.Name}": its class is ${account.Class}, but ${account.Type} accounts are ${ofType}.`);
  }
  return {
    ...account,
    AccountID: account.AccountID ?? identify(organisationId, "Accounts", account.Code ?? account.Name),
    Class: ofType,
    UpdatedDateUTC: account.UpdatedDateUTC ?? fallbackInstant,
  };
}

export function chartOf(accounts: readonly Account[], baseCurrency: string, taxRates: readonly TaxRate[]): Chart {
  const coded = accounts.filter((account) => account.Code);
  return {
    baseCurrency,
    accounts,
    taxRates,
    byId: new Map(accounts.map((account) => [account.AccountID, account])),
    byCode: new Map(coded.map((account) => [account.Code ?? "", account])),
  };
}

// Undefined when the line names no account, which only lines without an amount may do once a document is posted.
export function findAccount(chart: Chart, { AccountID, AccountCode }: AccountReference, owner: string): Account | undefined {
  if (!AccountID && !AccountCode) return undefined;
  const account = AccountID ? chart.byId.get(AccountID) : chart.byCode.get(AccountCode ?? "");
  return account ?? refuse(`${owner}: there is no account ${AccountID ?? AccountCode}.`);
}

export function requireAccount(chart: Chart, reference: AccountReference, owner: string): Account {
  return findAccount(chart, reference, owner) ?? refuse(`${owner}: an amount has no account to go to.`);
}

export function systemAccount(chart: Chart, role: string, owner: string): string {
  const account = chart.accounts.find(({ SystemAccount }) => SystemAccount === role);
  return account?.AccountID ?? refuse(`${owner} posts to ${role}, but no account has SystemAccount "${role}".`);
}

export function currencyOf(chart: Chart, accountId: string): string {
  return chart.byId.get(accountId)?.CurrencyCode ?? chart.baseCurrency;
}
