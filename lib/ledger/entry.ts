// What the ledger is made of before it is stored: an entry with its lines, debit positive, in base currency. An entry balances or it is
// none; two entries with the same day and the same lines are the same entry, which is what its hash says.
import { createHash } from "node:crypto";
import type { Day } from "#lib/day.ts";
import { type Money, type Rate, sum } from "#lib/money.ts";

/** What our own entries are made from. Entries made from Xero's journals carry Xero's word, which is in capitals. */
export const documentSources = ["invoice", "creditNote", "payment", "allocation", "bankTransaction", "transfer", "manualJournal"] as const;
export type DocumentSource = (typeof documentSources)[number];

export type EntryLine = {
  accountId: string;
  /** Debit positive, base currency. */
  amount: Money;
  /** Null in base currency. */
  currencyCode: string | null;
  /** Debit positive, in that currency. */
  currencyAmount: Money | null;
  rate: Rate | null;
  taxType: string | null;
  /** The tax that came with this line, with the line's sign, base currency. */
  taxAmount: Money | null;
  trackingSetId: string | null;
  contactId: string | null;
  transactionId: string | null;
  allocationId: string | null;
};

export type Entry = {
  sourceType: string;
  sourceXeroId: string;
  date: Day;
  narration: string | null;
  /** Rests on a rule that no real book has proven yet. */
  unproven: boolean;
  lines: EntryLine[];
};

export function isBalanced(lines: readonly EntryLine[]): boolean {
  return sum(lines.map((line) => line.amount)) === 0n;
}

export function contentHash(date: Day, lines: readonly EntryLine[]): string {
  const told = [date, ...lines.map(contentOf)].join("\n");
  return createHash("sha256").update(told).digest("hex");
}

/** The other way round, line by line. */
export function reversed(lines: readonly EntryLine[]): EntryLine[] {
  return lines.map((line) => ({ ...line, amount: -line.amount, currencyAmount: opposite(line.currencyAmount), taxAmount: opposite(line.taxAmount) }));
}

function opposite(amount: Money | null): Money | null {
  return amount === null ? null : -amount;
}

/** Our own row ids stay out of it: a mirror row written anew is no reason to post again. */
function contentOf(line: EntryLine): string {
  const { accountId, amount, currencyCode, currencyAmount, rate, taxType, taxAmount, trackingSetId, contactId } = line;
  return [accountId, amount, currencyCode, currencyAmount, rate, taxType, taxAmount, trackingSetId, contactId].map((part) => String(part ?? "")).join("|");
}
