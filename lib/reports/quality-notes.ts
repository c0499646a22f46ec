// What a reader has to know before trusting a statement, in sentences.
import type { Day } from "#lib/day.ts";
import type { Basis } from "#db/vocabulary.ts";
import { dayLabel } from "#lib/day-label.ts";
import { type Books, isCut, type Residual } from "#lib/reports/books.ts";
import type { Column, Row } from "#lib/reports/report.ts";
import { type Account, hasUnknownType, sectionLabels, sectionOf } from "#lib/reports/sections.ts";

type Known = { organisation: { lastSyncedAt: Date | null }; basis: Basis; end: Day; knownOn?: Day | undefined; isFiltered?: boolean; tieOut: { asAt: Day; current: boolean; differing: number } | null };

export function qualityNotes(facts: Known, { accounts, residuals }: Pick<Books, "accounts" | "residuals">, columns: readonly Column[], rows: readonly Row[]): string[] {
  return [...incompleteness(facts), ...comparisonWithXero(facts, residuals, columns), ...cutReadings(residuals, columns), ...unknownTypes(accounts), ...imbalance(rows)];
}

function incompleteness({ organisation }: Known): string[] {
  return organisation.lastSyncedAt ? [] : ["Made before the first complete sync: documents may still be missing, so this statement is not final."];
}

/** A statement of some tracking options says by itself that it is not compared. */
function comparisonWithXero(facts: Known, residuals: readonly Residual[], columns: readonly Column[]): string[] {
  const { tieOut, basis, end, knownOn, isFiltered } = facts;
  if (knownOn !== undefined) return [`Of what was known on ${dayLabel(knownOn)}: what was posted since is left out. Xero's trial balance of that day is not kept, so this statement is not compared with it. Accounts are as they are today.`];
  if (isFiltered) return [];
  if (basis === "cash") return onCashBasis(facts, residuals, columns);
  if (!tieOut) return ["Not compared with Xero's trial balance yet."];
  const later = tieOut.asAt < end ? [`Compared with Xero up to ${dayLabel(tieOut.asAt)}; the days after it are not compared yet.`] : [];
  return tieOut.current ? later : [...later, "Documents changed after the last comparison with Xero; it is compared again at the next sync."];
}

/** Xero is asked for one day at a time. */
function onCashBasis({ tieOut, end }: Known, residuals: readonly Residual[], columns: readonly Column[]): string[] {
  if (!tieOut) return [`On cash basis Xero was not asked for its trial balance as at ${dayLabel(end)}, so this is not compared with it. A sync asks for the end of the last month.`];
  const others = columns.some((column) => column.start === null && column.end !== end) ? [`On cash basis only what stands as at ${dayLabel(end)} is compared with Xero.`] : [];
  const hasNoPlace = tieOut.differing > 0 && residuals.length === 0;
  const apart = hasNoPlace ? [`On cash basis Xero is compared as at ${dayLabel(end)} alone. What differs there is not in these figures, for nobody can tell on which days it arose; it stands under the tie-out.`] : [];
  const since = tieOut.current ? [] : ["Documents changed after Xero was asked on cash basis. While this is the end of the last month, it is asked again within a day."];
  return [...others, ...apart, ...since];
}

function cutReadings(residuals: readonly Residual[], columns: readonly Column[]): string[] {
  const starts = new Set(columns.flatMap(({ start }) => start ?? []));
  const cut = [...starts].filter((start) => residuals.some((residual) => isCut(residual, start)));
  return cut.map((start) => `Xero's trial balance is compared by month. It differs in the month that is cut on ${dayLabel(start)}, and that difference is in none of these figures.`);
}

function unknownTypes(accounts: readonly Account[]): string[] {
  const unknown = accounts.filter(hasUnknownType);
  return unknown.map((account) => `${account.name} has the account type ${account.type}, which is not known here; it stands under ${sectionLabels[sectionOf(account)]}.`);
}

/** Our own ledger balances always; Xero's trial balance, as it was read, may not. */
function imbalance(rows: readonly Row[]): string[] {
  const valuesOf = (id: string) => rows.find((row) => row.id === id)?.cells.map(({ value }) => value);
  const equity = valuesOf("total:totalEquity");
  const unequal = valuesOf("total:netAssets")?.some((value, index) => value !== equity?.[index]) ?? false;
  return unequal ? ["Net assets and total equity differ: the differences to Xero's trial balance do not sum to zero."] : [];
}
