// What a reader has to know before trusting a statement, in sentences.
import type { Day } from "#lib/day.ts";
import type { Basis } from "#db/vocabulary.ts";
import { dayLabel } from "#lib/day-label.ts";
import { type Books, isCut, type Residual } from "#lib/reports/books.ts";
import type { Column, Row } from "#lib/reports/report.ts";
import { type Account, hasUnknownType, sectionLabels, sectionOf } from "#lib/reports/sections.ts";

type Known = { organisation: { lastSyncedAt: Date | null }; basis: Basis; end: Day; knownOn?: Day | undefined; isFiltered?: boolean; tieOut: { asAt: Day; current: boolean } | null };

export function qualityNotes(facts: Known, { accounts, residuals }: Pick<Books, "accounts" | "residuals">, columns: readonly Column[], rows: readonly Row[]): string[] {
  return [...incompleteness(facts), ...comparisonWithXero(facts), ...cutReadings(residuals, columns), ...unknownTypes(accounts), ...imbalance(rows)];
}

function incompleteness({ organisation }: Known): string[] {
  return organisation.lastSyncedAt ? [] : ["Made before the first complete sync: documents may still be missing, so this statement is not final."];
}

/** A statement of some tracking options says by itself that it is not compared. */
function comparisonWithXero({ tieOut, basis, end, knownOn, isFiltered }: Known): string[] {
  if (knownOn !== undefined) return [`Of what was known on ${dayLabel(knownOn)}: what was posted since is left out. Xero's trial balance of that day is not kept, so this statement is not compared with it. Accounts are as they are today.`];
  if (isFiltered) return [];
  if (basis === "cash") return ["On cash basis, which Xero's trial balance is not read for: this statement is not compared with it."];
  if (!tieOut) return ["Not compared with Xero's trial balance yet."];
  const later = tieOut.asAt < end ? [`Compared with Xero up to ${dayLabel(tieOut.asAt)}; the days after it are not compared yet.`] : [];
  return tieOut.current ? later : [...later, "Documents changed after the last comparison with Xero; it is compared again at the next sync."];
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
