// By what a stored report turned stale: the documents that were posted, changed or taken back since it was made, on its days and accounts, and
// the cells that have moved with them. The ledger's sequence tells since when. What moved nothing here is not named, and then that is what is said.
import type { Query } from "#db/index.ts";
import type { AccountClass, Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import { accountsWithoutRow, type MovedCell, movedCells } from "#lib/reports/changes/moved-cells.ts";
import { postedSince } from "#lib/reports/changes/queries.ts";
import type { Report } from "#lib/reports/report.ts";
import { optionOfToday } from "#lib/reports/tracking/chosen-tracking.ts";
import type { OptionOf } from "#lib/reports/tracking/option-of-set.ts";

export type DocumentChange = {
  /** Our id of the document; null where it has no page here. */
  id: string | null;
  type: string | null;
  number: string | null;
  contactName: string | null;
  what: "added" | "changed" | "voided" | "deleted" | "takenBack";
  date: Day;
  /** Where it was before, if that was another day. */
  dateBefore: Day | null;
  isLocked: boolean;
};
/** `cells` is null for types of report whose cells cannot be followed without making it again. */
export type Changes = { documents: DocumentChange[]; cells: MovedCell[] | null; newAccounts: number };

type Row = Awaited<ReturnType<typeof postedSince>>[number];

export async function changesSince(q: Query, report: Report): Promise<Changes> {
  const { basis, source } = report;
  const rows = await postedSince(q, { basis, sequence: source.ledgerSequence, ...daysOf(report) }, classesOf(report));
  return changesBy(q, report, rows);
}

/** Of several reports at once, in their order: one question for each basis, and one for each that is by tracking. */
export async function changesOfEach(q: Query, reports: readonly Report[]): Promise<Changes[]> {
  const posted = new Map<Basis, Row[]>();
  for (const [basis, own] of Map.groupBy(reports, (report) => report.basis)) posted.set(basis, await postedSince(q, { basis, ...asFarAsAny(own) }, null));
  const changes: Changes[] = [];
  for (const report of reports) changes.push(await changesBy(q, report, rowsFor(report, posted.get(report.basis) ?? [])));
  return changes;
}

/** From the oldest of them on, and every day of any. */
function asFarAsAny(reports: readonly Report[]) {
  const days = reports.map(daysOf);
  const starts = days.flatMap(({ from }) => from ?? []).toSorted();
  const ends = days.map(({ to }) => to).toSorted();
  return { sequence: Math.min(...reports.map(({ source }) => source.ledgerSequence)), from: starts.length < days.length ? null : (starts.at(0) ?? null), to: ends.at(-1) ?? "" };
}

/** What the question about this report alone would have brought. */
function rowsFor(report: Report, rows: readonly Row[]): Row[] {
  const [{ from, to }, classes] = [daysOf(report), classesOf(report)];
  return rows.filter(({ entry, accountClass }) => (entry.sequence ?? 0) > report.source.ledgerSequence && entry.date <= to && (from === null || entry.date >= from) && (classes === null || classes.includes(accountClass)));
}

async function changesBy(q: Query, report: Report, posted: readonly Row[]): Promise<Changes> {
  const { period } = report;
  const optionOf = await optionOfToday(q, report);
  const rows = posted.filter(({ accountId, trackingSetId }) => touches(report, accountId) && optionOf?.(trackingSetId) !== null);
  // What was posted and taken back again, or posted anew as it was, has moved nothing.
  const bySource = [...Map.groupBy(rows, ({ entry }) => `${entry.sourceType} ${entry.sourceXeroId}`).values()].filter((own) => hasMoved(own, optionOf));
  const movements = rows.map(({ accountId, trackingSetId, entry, debit, credit }) => ({ accountId, date: entry.date, amount: debit - credit, tracking: optionOf?.(trackingSetId) ?? undefined }));
  const isStatement = followed.includes(report.type);
  return {
    documents: bySource.map((own) => changeOf(own, report.quality.lockedTo)),
    cells: isStatement ? movedCells(report, movements) : null,
    newAccounts: isStatement ? accountsWithoutRow(report, movements.filter(({ date }) => date <= period.end)) : 0,
  };
}

/** What is owed stands on one account; other reports may rest on any. */
function touches(report: Report, accountId: string): boolean {
  return !("control" in report) || report.control === null || report.control.accountId === accountId;
}

/** Whose cells are lines, and sums of them. */
const followed: readonly Report["type"][] = ["PROFIT_LOSS", "BALANCE_SHEET", "CASH_FLOW", "BUDGET_VARIANCE"];

/** Of what was earned and spent within its days. */
function isOfMovements({ type }: Pick<Report, "type">): boolean {
  return type === "PROFIT_LOSS" || type === "BUDGET_VARIANCE";
}

/** The earliest and the latest day of any column; a balance rests on everything before its day. */
function daysOf({ type, columns, period }: Report): { from: Day | null; to: Day } {
  const ends = columns.map(({ end }) => end).toSorted();
  const starts = columns.map(({ start }) => start);
  const from = isOfMovements({ type }) && !starts.includes(null) ? (starts.toSorted().at(0) ?? null) : null;
  return { from, to: ends.at(-1) ?? period.end };
}

function classesOf(report: Report): AccountClass[] | null {
  return isOfMovements(report) ? ["REVENUE", "EXPENSE"] : null;
}

/** On some account and day something is left of it; told apart by tracking, of some option there. */
function hasMoved(rows: readonly Row[], optionOf: OptionOf | undefined): boolean {
  const sums = new Map<string, Money>();
  for (const { accountId, trackingSetId, entry, debit, credit } of rows) {
    const place = `${accountId} ${entry.date} ${optionOf?.(trackingSetId)}`;
    sums.set(place, (sums.get(place) ?? 0n) + debit - credit);
  }
  return [...sums.values()].some((amount) => amount !== 0n);
}

function changeOf(rows: readonly Row[], lockedTo: Day | null): DocumentChange {
  const entries = [...new Map(rows.map(({ entry }) => [entry.id, entry])).values()];
  const [back, anew] = [entries.findLast(({ reversal }) => reversal), entries.findLast(({ reversal }) => !reversal)];
  const { document, entry } = rows[0] ?? { document: null, entry: undefined };
  const date = (anew ?? back)?.date ?? "";
  const days = [date, ...(back ? [back.date] : [])];
  return {
    id: document?.id ?? null,
    type: document?.type ?? entry?.sourceType ?? null,
    number: document?.number ?? entry?.narration ?? null,
    contactName: document?.contactName ?? null,
    what: whatHappened(back !== undefined, anew !== undefined, document?.status),
    date,
    dateBefore: back && anew && back.date !== anew.date ? back.date : null,
    isLocked: lockedTo !== null && days.some((day) => day <= lockedTo),
  };
}

function whatHappened(wasTakenBack: boolean, isPosted: boolean, status: string | undefined): DocumentChange["what"] {
  if (isPosted) return wasTakenBack ? "changed" : "added";
  if (status === "VOIDED") return "voided";
  return status === "DELETED" ? "deleted" : "takenBack";
}
