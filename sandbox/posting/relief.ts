// What each settlement takes off a document's balance in base currency, at the document's own rate. The settlement that
// leaves nothing owing takes whatever base balance is left, so that a settled document never leaves a cent behind.

import { toBase } from "../exact/money.ts";

export type Part = { readonly id: string; readonly amount: bigint };

export function reliefs(total: bigint, rate: bigint, parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  let [owing, balance] = [total, toBase(total, rate)];
  for (const { id, amount } of parts) {
    owing -= amount;
    const relief = owing === 0n ? balance : toBase(amount, rate);
    balance -= relief;
    found.set(id, relief);
  }
  return found;
}
