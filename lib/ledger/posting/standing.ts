// Which statuses are in the ledger: drafts are not yet, voided and deleted ones no more.

export const standingStatuses = ["AUTHORISED", "PAID", "POSTED"] as const;
export const goneStatuses = ["DELETED", "VOIDED"] as const;

export function stands(status: string): boolean {
  return standingStatuses.some((word) => word === status);
}

/** A payment or allocation has no draft; Xero gives allocations no status at all. */
export function settles(status: string): boolean {
  return !goneStatuses.some((word) => word === status);
}
