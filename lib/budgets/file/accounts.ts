// Accounts as a file names them: by code, by name, or as Xero prints them, "Sales (200)".
import type { AccountClass } from "#db/vocabulary.ts";

export type NamedAccount = { id: string; code: string | null; name: string; class: AccountClass };
export type Found = { account: NamedAccount } | { problem: string };

/** The code counts before the name. A budget is of income and costs, so that an account of the balance sheet is a problem. */
export function accountFinder(accounts: readonly NamedAccount[]): (text: string) => Found {
  const byCode = Map.groupBy(accounts, ({ code }) => plain(code ?? ""));
  const byName = Map.groupBy(accounts, ({ name }) => plain(name));
  const byLabel = Map.groupBy(accounts, ({ code, name }) => plain(`${name} (${code})`));
  return (text) => {
    const [account, other] = [byCode, byName, byLabel].map((named) => named.get(plain(text))).find((found) => found !== undefined) ?? [];
    if (!account) return { problem: `there is no account “${text}” in the chart of accounts` };
    if (other) return { problem: `several accounts are called “${text}”; use the code` };
    if (account.class !== "REVENUE" && account.class !== "EXPENSE") return { problem: `${account.name} is an account of the balance sheet; a budget is of income and costs` };
    return { account };
  };
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
