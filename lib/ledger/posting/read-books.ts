// The books as the posting rules see them: accounts, system accounts by Xero's word for them, and what part of each tax nobody gives back.
import type { Query } from "#db/index.ts";
import type { Books } from "#lib/ledger/posting/document.ts";
import { findChart } from "#lib/ledger/posting/queries.ts";

/** A tax rate without components comes once, with nulls. */
type Component = { taxType: string; rate: bigint | null; isNonRecoverable: boolean | null };

/** Null before anything is known of the organisation. */
export async function readBooks(q: Query): Promise<Books | null> {
  const { baseCurrency, accounts, components } = await findChart(q);
  if (baseCurrency === null) return null;
  const system = new Map(accounts.flatMap(({ id, systemAccount }) => (systemAccount ? [[systemAccount, id] as const] : [])));
  return { baseCurrency, accounts: new Map(accounts.map((account) => [account.id, account])), system, notRecoverable: notRecoverable(components), taxTypes: new Set(components.map(({ taxType }) => taxType)) };
}

function notRecoverable(components: readonly Component[]): Books["notRecoverable"] {
  const byType = Map.groupBy(components.filter(({ rate }) => rate), ({ taxType }) => taxType);
  const rateOf = (some: readonly Component[]) => some.reduce((total, { rate }) => total + (rate ?? 0n), 0n);
  const shares = [...byType].map(([taxType, all]) => [taxType, { part: rateOf(all.filter(({ isNonRecoverable }) => isNonRecoverable)), whole: rateOf(all) }] as const);
  return new Map(shares.filter(([, { part }]) => part !== 0n));
}
