// Xero's own trial balances on accrual basis, read to hold the ledger against: at every month-end (and year end within a month) the first time and in a full
// sync; otherwise at the current and the previous month-end, from the earliest month that this sync posted anything in, and wherever one is
// missing. Five are asked for at once; they are kept in the order of their days, and the cursor is the last day kept: what is to be read
// depends on what was, so a place in the list would mean another day after a restart.
import { type Query, read } from "#db/index.ts";
import { type Day, dayAtGreenwich, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import type { SyncResult } from "#lib/jobs/job.ts";
import { findEarliestPostedSince } from "#lib/ledger/tie-out/queries.ts";
import { tieOut, trialBalanceFacts } from "#lib/ledger/tie-out/tie-out.ts";
import { allTrialBalanceDays, recentTrialBalanceDays } from "#lib/ledger/tie-out/trial-balance-days.ts";
import { decimal } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { type Cursor, findCursor, readingDays } from "#lib/sync/cursor-queries.ts";
import { commitPage, type SyncContext } from "#lib/sync/sync-context.ts";
import { askForTrialBalance, keepTrialBalance, type Reading } from "#lib/sync/trial-balance-reading.ts";

const atOnce = 5;

export async function syncTrialBalances(context: SyncContext): Promise<void> {
  const { cursor, days } = await read(context.scope, async (q) => ({ cursor: await findCursor(q, "TrialBalance"), days: await daysToRead(q, context) }));
  if (cursor.completedAt !== null && cursor.completedAt >= context.startedAt) return;
  const done = keptSoFar(context, cursor);
  const left = days.filter((day) => done.last === null || day > done.last);
  const total = done.count + left.length;
  for (let from = 0; from < left.length; from += atOnce) {
    context.signal.throwIfAborted();
    const some = left.slice(from, from + atOnce);
    const readings = await Promise.all(some.map((day) => askForTrialBalance(context, "accrual", day)));
    for (const [index, reading] of readings.entries()) await keep(context, reading, done.count + from + index + 1, total);
  }
}

/** A run that was interrupted goes on behind the last day it kept; another one's place means nothing to us. */
function keptSoFar({ startedAt }: SyncContext, { since, page, highWater }: Cursor): { count: number; last: Day | null } {
  const isOurs = since?.getTime() === startedAt.getTime() && highWater !== null;
  return isOurs ? { count: page, last: dayAtGreenwich(highWater.getTime()) } : { count: 0, last: null };
}

/** How the books stand against Xero's, for the job's receipt; null when no trial balance was read. */
export async function tieOutOf(q: Query): Promise<SyncResult["tieOut"]> {
  const found = await tieOut(q, { to: lastDayOf(monthOf(await todayOf(q))) });
  return found && { asAt: found.asAt, accounts: found.accounts, differing: found.differing, amount: decimal(found.amount), ties: found.ties };
}

async function todayOf(q: Query): Promise<Day> {
  return todayIn((await findOrganisation(q))?.timezone ?? "UTC");
}

async function daysToRead(q: Query, { mode, startedAt }: SyncContext): Promise<Day[]> {
  const facts = await trialBalanceFacts(q, await todayOf(q));
  const read = new Set(await readingDays(q));
  const all = allTrialBalanceDays(facts);
  const [earliest] = read;
  if (mode === "full" || !earliest) return all;
  const recent = new Set(recentTrialBalanceDays(facts));
  // What was posted in an earlier month moved every balance from there on.
  const posted = await findEarliestPostedSince(q, startedAt);
  // A document before all others brings month-ends that were never read; so does a long pause, or a sync that was interrupted for good.
  const reachesBack = facts.firstDay !== null && monthOf(facts.firstDay) < monthOf(earliest);
  return all.filter((day) => recent.has(day) || (posted !== null && day >= posted) || (!read.has(day) && (day > earliest || reachesBack)));
}

async function keep(context: SyncContext, reading: Reading, position: number, total: number): Promise<void> {
  const cursor: Cursor = { since: context.startedAt, page: position, itemCount: total, highWater: new Date(reading.asAt), completedAt: position === total ? new Date() : null };
  await commitPage(context, "TrialBalance", cursor, { page: position, fetched: 1, total }, (tx) => keepTrialBalance(tx, context, reading));
}
