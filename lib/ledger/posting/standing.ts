// Which statuses are in the ledger: drafts are not yet, voided and deleted ones no more.

const standing = new Set(["AUTHORISED", "PAID", "POSTED"]);
const gone = new Set(["DELETED", "VOIDED"]);

export function stands(status: string): boolean {
  return standing.has(status);
}

/** A payment or allocation has no draft; Xero gives allocations no status at all. */
export function settles(status: string): boolean {
  return !gone.has(status);
}
