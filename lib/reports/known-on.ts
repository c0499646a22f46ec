// A statement as it was known on a day: from what had been posted by its end, and nothing since. What Xero's trial balance said then is not kept, nor which
// documents were drafts: such a statement is not held against Xero, and its head says so.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, beginningOf, type Day } from "#lib/day.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import type { Circumstances, Organisation } from "#lib/reports/common-parts.ts";
import { lastPostedBefore } from "#lib/reports/line-queries.ts";
import { fault } from "#lib/reports/parameters.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";

type Asked = { basis: Basis; knownOn?: Day | undefined };
const nothing = { count: 0, amount: 0n };

/** The organisation with the ledger as it stood at the end of that day, where one is asked for. Refusal "invalid" where nothing had been posted by then. */
export async function asKnownOn(q: Query, organisation: Organisation, { basis, knownOn }: Asked): Promise<Organisation> {
  if (knownOn === undefined) return organisation;
  if (knownOn > organisation.today) fault("knownOn", `${dayLabel(knownOn)} is yet to come: nobody can say what will be known then.`);
  const [last] = await lastPostedBefore(q, basis, endOf(knownOn, organisation));
  if (!last?.sequence) return fault("knownOn", `Nothing was known here on ${dayLabel(knownOn)}: the first sync came later.`);
  return { ...organisation, ledgerSequence: last.sequence };
}

/** The end of that day, where the organisation is. */
export function endOf(knownOn: Day, { timeZone }: Pick<Organisation, "timeZone">): Date {
  return beginningOf(addDays(knownOn, 1), timeZone);
}

/** What a statement is held against, and what is not in it yet: drafts of some of Xero's types, or of all. */
export async function standingOf(q: Query, organisation: Organisation, { basis, knownOn }: Asked, columns: readonly Span[], span: Span, xeroTypes?: readonly string[]): Promise<Circumstances & { residuals: readonly Residual[] }> {
  if (knownOn !== undefined) return { organisation, tieOut: null, residuals: [], drafts: nothing, unreconciled: nothing };
  const { summary: tieOut, residuals } = await readTieOut(q, basis, columns);
  return { organisation, tieOut, residuals, drafts: await countDrafts(q, span, xeroTypes), unreconciled: await countUnreconciled(q, span) };
}

/** For the ledger's queries: nothing, where it is read as it is. */
export function postedBy({ ledgerSequence }: Organisation, { knownOn }: Pick<Asked, "knownOn">): number | undefined {
  return knownOn === undefined ? undefined : ledgerSequence;
}
