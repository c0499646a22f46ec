// The tie-out as it is shown: how far the ledger's movements and Xero's trial balance lie apart, reading by reading and account by account.
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";

/** One trial balance of Xero against the ledger. Amounts are sums without sign, so that an error and its reverse do not cancel. */
export type Reading = { asAt: Day; label: string; href: string; accounts: number; differing: number; identified: Money; unexplained: Money };

/** Debit less credit, as both books have it. */
export type DifferingAccount = {
  id: string;
  code: string | null;
  name: string;
  ledger: Money;
  xero: Money;
  identified: Money;
  unexplained: Money;
  evidence: string | null;
};
