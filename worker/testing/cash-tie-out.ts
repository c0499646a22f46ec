// Our ledger on cash basis against what Xero prints on that basis, on days that a sync does not ask for.
import { read, transaction } from "#db/index.ts";
import type { Day } from "#lib/day.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { cashTieOut } from "#lib/ledger/tie-out/cash-tie-out.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { decimal } from "#lib/money.ts";
import type { StandIn } from "./stand-in.ts";
import { printedTrialBalance } from "./xero-report.ts";

/** What is compared on each of some days, where there was anything to compare. */
export async function cashTieOuts(standIn: StandIn, tenantId: string, days: readonly Day[]) {
  for (const asAt of days) {
    const rows = await printedTrialBalance(standIn, tenantId, asAt, "cash");
    await transaction({ tenantId }, (tx) => storeTrialBalance(tx, { asAt, basis: "cash", fetchedAt: new Date(), rows }));
  }
  const found = await Promise.all(days.map((day) => read({ tenantId }, (q) => cashTieOut(q, { from: day, to: day }))));
  return found.flatMap((one) => one ?? []);
}

/** What is unexplained, in words that name the account. */
export async function cashFaults(tenantId: string, found: Awaited<ReturnType<typeof cashTieOuts>>): Promise<string[]> {
  const names = new Map((await read({ tenantId }, chartOfAccounts)).map(({ id, name }) => [id, name]));
  const unexplained = found.flatMap(({ residuals }) => residuals).filter((residual) => residual.unexplained !== 0n);
  return unexplained.map(({ accountId, end, ledger, xero }) => `${names.get(accountId)} at ${end}: ${decimal(ledger)} is ${decimal(xero)} in Xero`);
}
