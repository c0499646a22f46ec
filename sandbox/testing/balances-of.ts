// The ledger of some books as readable balances, "610 115.00" per account code, nil accounts left out.

import type { Books } from "../books/read.ts";
import { writeMoney } from "../exact/money.ts";
import type { Entry } from "../posting/entry.ts";
import { balances } from "../reports/balances.ts";
import { liveOn } from "../store.ts";

export function balancesOf(books: Books, to = "9999-12-31", from?: string): readonly string[] {
  return readable(books, liveOn(books).ledger, to, from);
}

export function cashBalancesOf(books: Books, to = "9999-12-31", from?: string): readonly string[] {
  return readable(books, liveOn(books).cashLedger(), to, from);
}

function readable(books: Books, ledger: readonly Entry[], to: string, from: string | undefined): readonly string[] {
  const codes = new Map(books.Accounts.map(({ AccountID, Code }) => [AccountID, Code ?? ""]));
  return [...balances(ledger, from, to)]
    .filter(([, net]) => net !== 0n)
    .map(([account, net]) => `${codes.get(account)} ${writeMoney(net)}`)
    .sort();
}
