// From the books to Report JSON: the statement with everything a reader has to know to trust it. Whose books, which days, how complete,
// how well they agree with Xero, and which state of the data they were computed from.
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { decimal, type Money } from "#lib/money.ts";
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books } from "#lib/reports/books.ts";
import type { StatementType } from "#lib/reports/parameters.ts";
import { balanceColumns, comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import { type Column, definitionsVersion, type Parameters, type Report, schemaVersion } from "#lib/reports/report.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";

export type Organisation = {
  id: string;
  name: string;
  currency: string;
  timeZone: string;
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

export type Facts = {
  type: StatementType;
  parameters: Parameters;
  organisation: Organisation;
  books: Books;
  drafts: Heap;
  unreconciled: Heap;
  tieOut: TieOutSummary | null;
};

export const titles: Record<StatementType, string> = { PROFIT_LOSS: "Profit and Loss", BALANCE_SHEET: "Balance Sheet" };

export function columnsOf(type: StatementType, { from, to, columns, compare }: Parameters, today: Day): Column[] {
  const plan = { from: from ?? to, to, columns, compare, today };
  return type === "PROFIT_LOSS" ? movementColumns(plan) : balanceColumns(plan);
}

export function buildReport(facts: Facts): Report {
  const { type, parameters, organisation, books } = facts;
  const columns = columnsOf(type, parameters, organisation.today);
  const { rows, hiddenAccounts } = statement(facts, columns);
  return {
    schemaVersion,
    type,
    tenant: { id: organisation.id, name: organisation.name },
    title: titles[type],
    basis: parameters.basis,
    currency: organisation.currency,
    period: { start: parameters.from, end: parameters.to, complete: parameters.to < organisation.today },
    comparison: comparison(parameters),
    columns,
    rows,
    quality: { ...quality(facts), hiddenAccounts, notes: qualityNotes(facts, books.accounts, rows) },
    tieOut: tieOutBlock(facts.tieOut),
    source: source(organisation),
    parameters,
  };
}

function statement({ type, parameters, organisation, books }: Facts, columns: readonly Column[]) {
  if (type === "PROFIT_LOSS") return profitAndLoss(books, columns, parameters.hideZero);
  return balanceSheet(books, columns, parameters.hideZero, organisation.yearEnd);
}

function comparison({ from, to, compare }: Parameters): Report["comparison"] {
  const stretch = comparedWith({ start: from ?? to, end: to }, compare);
  return stretch && { kind: compare, start: from === null ? null : stretch.start, end: stretch.end };
}

function quality({ organisation, drafts, unreconciled, tieOut }: Facts) {
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
