// Fetches what a statement is computed from: whole months from the balances kept while posting, and lines only of the months that a column,
// a financial year or today cuts in pieces.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { headInWords } from "#lib/audit/chain.ts";
import { findHead } from "#lib/audit/queries.ts";
import { addDays, type Day, firstDayOf, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { movementsByMonth, movementsWithin } from "#lib/ledger/queries.ts";
import { lockedTo } from "#lib/organisations/locked-to.ts";
import { refuse } from "#lib/refusal.ts";
import type { Movement, Span } from "#lib/reports/books.ts";
import type { OptionOf } from "#lib/reports/tracking/option-of-set.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { findBooksOf } from "#lib/reports/queries.ts";

/** Refusal "conflict" while nothing at all is known about the organisation. */
export async function readOrganisation(q: Query): Promise<Organisation> {
  const books = await findBooksOf(q);
  if (!books) return refuse("notFound", "There is no such organisation, or it is not yours.");
  const { baseCurrency, financialYearEndDay: day, financialYearEndMonth: month } = books;
  if (baseCurrency === null || day === null || month === null) {
    return refuse("conflict", "Nothing has been fetched from Xero for this organisation yet. Sync it, then make the report.");
  }
  const timeZone = books.timezone ?? "UTC";
  const head = await findHead(q);
  return {
    id: books.id,
    name: books.tenantName,
    currency: baseCurrency,
    timeZone,
    country: books.countryCode,
    yearEnd: { day, month },
    today: todayIn(timeZone),
    lastSyncedAt: books.lastSyncedAt,
    dataVersion: books.dataVersion,
    ledgerSequence: books.ledgerSequence,
    lockedTo: lockedTo(books),
    auditHead: head ? headInWords(head) : null,
  };
}

/** `upToSequence` for the ledger as it was once; `optionOf` where movements are told apart by the option that their tracking set, or none, has: null leaves them out. */
type Reading = { upToSequence?: number | undefined; optionOf?: OptionOf | undefined };

/** `yearEnd` only for balances, which cut profit at the year's start. */
export async function readMovements(q: Query, basis: Basis, columns: readonly Span[], yearEnd: YearEnd | null, { upToSequence, optionOf }: Reading = {}): Promise<Movement[]> {
  const asAt = { basis, upToSequence, byTracking: optionOf !== undefined };
  const cuts = cutsOf(columns, yearEnd);
  const cutMonths = new Set(cuts.map(monthOf));
  const ends = columns.map(({ end }) => end).toSorted();
  const starts = columns.map(({ start }) => start).toSorted();
  const to = monthOf(ends.at(-1) ?? "");
  const months = await movementsByMonth(q, { ...asAt, from: starts.includes(null) ? null : monthOf(starts[0] ?? to), to });
  const whole = months.filter(({ month }) => !cutMonths.has(month));
  const parts: Movement[] = [];
  for (const { from, to: end } of piecesOf(cuts)) {
    const piece = await movementsWithin(q, { ...asAt, from, to: end });
    parts.push(...piece.flatMap(({ accountId, trackingSetId, amount }) => placed({ accountId, start: from, end, net: amount }, trackingSetId, optionOf)));
  }
  return [...whole.flatMap(({ accountId, month, trackingSetId, amount }) => placed({ accountId, start: firstDayOf(month), end: lastDayOf(month), net: amount }, trackingSetId, optionOf)), ...parts];
}

function placed(movement: Movement, set: string | null | undefined, optionOf: OptionOf | undefined): Movement[] {
  if (!optionOf) return [movement];
  const tracking = optionOf(set ?? null);
  return tracking === null ? [] : [{ ...movement, tracking }];
}

/** The days within a month after which some stretch ends, or before which one begins. */
function cutsOf(columns: readonly Span[], yearEnd: YearEnd | null): Day[] {
  const years = yearEnd ? columns.map(({ end }) => yearStartOf(end, yearEnd)) : [];
  const starts = [...columns.flatMap(({ start }) => start ?? []), ...years];
  const ends = [...columns.map(({ end }) => end), ...starts.map((start) => addDays(start, -1))];
  return [...new Set(ends)].filter((day) => day !== lastDayOf(monthOf(day))).toSorted();
}

/** The months that are cut, each in the pieces that its cuts make of it. */
function piecesOf(cuts: readonly Day[]): { from: Day; to: Day }[] {
  return [...Map.groupBy(cuts, monthOf)].flatMap(([month, days]) => {
    const starts = [firstDayOf(month), ...days.map((day) => addDays(day, 1))];
    return [...days, lastDayOf(month)].map((to, index) => ({ from: starts[index] ?? to, to }));
  });
}
