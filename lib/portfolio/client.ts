// A client as the portfolio knows it: figures of today, from the books as they were last synced.
import type { connectionStatuses } from "#db/vocabulary.ts";
import type { TieOutSummary } from "#lib/jobs/tie-out-summary.ts";
import type { Money } from "#lib/money.ts";
import type { LowPoint } from "#lib/cash-ahead/cash-ahead.ts";

export type Heap = { count: number; amount: Money };
/** What is owed, how much of it is beyond its day, and how much for more than thirty days; in base currency. */
export type Owed = { amount: Money; overdue: Money; longOverdue: Money };

export type Client = {
  id: string;
  name: string;
  currency: string | null;
  timeZone: string;
  /** It has no books of its own. */
  isPractice: boolean;
  isActive: boolean;
  connection: (typeof connectionStatuses)[number];
  lastSyncedAt: Date | null;
  /** Of the sync that was asked for last. */
  sync: "underWay" | "failed" | "ended" | "none";
  tieOut: TieOutSummary;
  /** Xero's own balance of the bank accounts at the last reading; null before the first. */
  cash: Money | null;
  low: LowPoint | null;
  receivables: Owed;
  payables: Owed;
  /** `old` are those of more than two weeks ago. */
  unreconciled: Heap & { old: number };
  drafts: Heap;
};
