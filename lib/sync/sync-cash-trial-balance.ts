// Xero's trial balance on cash basis, of one day: the end of the last month. It is asked for when it was never read, in a full sync, and
// where something was posted up to that day since, but then once a day at most: books that are corrected all day cost one call more. Where
// nothing was paid by then there is nothing to hold against it. The call counts among those of the trial balances.
import { type Query, read } from "#db/index.ts";
import { addToMonth, type Day, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { findBooks, wasPostedSince } from "#lib/ledger/tie-out/queries.ts";
import { findCursor, lastLookAt } from "#lib/sync/cursor-queries.ts";
import { commitPage, type SyncContext } from "#lib/sync/sync-context.ts";
import { askForTrialBalance, keepTrialBalance } from "#lib/sync/trial-balance-reading.ts";

const aDay = 24 * 60 * 60_000;

export async function syncCashTrialBalance(context: SyncContext): Promise<void> {
  const { cursor, day } = await read(context.scope, async (q) => ({ cursor: await findCursor(q, "TrialBalance"), day: await dayToAsk(q, context) }));
  if (day === null) return;
  context.signal.throwIfAborted();
  const reading = await askForTrialBalance(context, "cash", day);
  const position = (context.progress.objects.TrialBalance?.fetched ?? 0) + 1;
  await commitPage(context, "TrialBalance", cursor, { page: position, fetched: 1, total: position }, (tx) => keepTrialBalance(tx, context, reading));
}

async function dayToAsk(q: Query, { mode, startedAt }: SyncContext): Promise<Day | null> {
  const books = await findBooks(q);
  const lastPostedAt = books?.lastPostedAt.cash ?? null;
  if (!books || lastPostedAt === null) return null;
  const day = lastDayOf(addToMonth(monthOf(todayIn(books.organisation.timezone ?? "UTC")), -1));
  const last = await lastLookAt(q, "cash", day);
  if (mode === "full" && last !== null) return last < startedAt.getTime() ? day : null;
  const isTooEarly = last !== null && (startedAt.getTime() - last < aDay || lastPostedAt.getTime() <= last);
  return !isTooEarly && (await wasPostedSince(q, "cash", null, day, new Date(last ?? 0))) ? day : null;
}
