// What every report says besides its figures, for a reader to know whether to trust it: whose books, which days, how complete, how well they
// agree with Xero, and which state of the data they were computed from.
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { decimal, type Money } from "#lib/money.ts";
import type { Span } from "#lib/reports/books.ts";
import { definitionsVersion, type Report, schemaVersion } from "#lib/reports/report.ts";

export type Organisation = {
  id: string;
  name: string;
  currency: string;
  timeZone: string;
  /** ISO 3166, as Xero has it. */
  country: string | null;
  yearEnd: YearEnd;
  today: Day;
  lastSyncedAt: Date | null;
  dataVersion: number;
  ledgerSequence: number;
  lockedTo: Day | null;
  /** Where the audit's chain stood, as `12:9f86d0…`; null before its first row. */
  auditHead: string | null;
};

/** `unexplained` is part of `amount`; `current` is false when documents changed since. */
export type TieOutSummary = { asAt: Day; checkedAt: Date; accounts: number; differing: number; amount: Money; unexplained: Money; isGreen: boolean; current: boolean };
type Heap = { count: number; amount: Money };

export type Circumstances = { organisation: Organisation; drafts: Heap; unreconciled: Heap; tieOut: TieOutSummary | null };
type Remarks = Pick<Report["quality"], "hiddenAccounts" | "notes">;

export function commonParts(facts: Circumstances, { start, end }: Span, remarks: Remarks) {
  const { organisation } = facts;
  return {
    schemaVersion,
    tenant: { id: organisation.id, name: organisation.name },
    currency: organisation.currency,
    period: { start, end, complete: end < organisation.today },
    quality: { ...quality(facts), ...remarks },
    tieOut: tieOutBlock(facts.tieOut),
    source: source(organisation),
  } as const;
}

function quality({ organisation, drafts, unreconciled, tieOut }: Circumstances) {
  return {
    final: organisation.lastSyncedAt !== null,
    drafts: written(drafts),
    unreconciled: written(unreconciled),
    unexplained: decimal(tieOut?.unexplained ?? 0n),
    tiesToXero: tieOut?.isGreen ?? false,
    checkedSinceChange: tieOut?.current ?? false,
    lockedTo: organisation.lockedTo,
  };
}

function written({ count, amount }: Heap) {
  return { count, amount: decimal(amount) };
}

function tieOutBlock(tieOut: TieOutSummary | null): Report["tieOut"] {
  if (!tieOut) return { asAt: null, checkedAt: null, accounts: 0, differing: 0, amount: decimal(0n) };
  const { asAt, checkedAt, accounts, differing, amount } = tieOut;
  return { asAt, checkedAt: checkedAt.toISOString(), accounts, differing, amount: decimal(amount) };
}

function source({ lastSyncedAt, dataVersion, ledgerSequence, auditHead }: Organisation): Report["source"] {
  return { lastSyncedAt: lastSyncedAt?.toISOString() ?? null, dataVersion, ledgerSequence, definitionsVersion, auditHead };
}
