// One object type, page after page, each page and the cursor behind it in one transaction. After a restart, or when the list moved between
// two pages, paging begins again at page 1 of the same "modified since"; the high-water mark moves only after the last page. Pages come in
// the order of their last change, so what changes meanwhile comes later, never earlier: the list has moved when Xero counts otherwise than
// before, or when somebody comes a second time. What could not be resolved yet holds the mark back.
import { z } from "zod";
import { read } from "#db/index.ts";
import { env } from "#lib/env.ts";
import { fail } from "#lib/failure.ts";
import { type Cursor, findCursor } from "#lib/sync/cursor-queries.ts";
import { accountFinder } from "#lib/sync/settings-queries.ts";
import type { Page, Source } from "#lib/sync/sources.ts";
import { commitPage, type SyncContext } from "#lib/sync/sync-context.ts";

/** Xero's clock and the order of its commits are not ours: a minute is read again. */
const overlap = 60_000;
/** Books that change faster than they can be read are left alone for a while. */
const mostRestarts = 10;
const aDay = 24 * 60 * 60_000;

/** `again` asks for changes once more, whatever this job has completed already. */
export async function syncObject(context: SyncContext, source: Source, again = false): Promise<void> {
  const cursor = await read(context.scope, (q) => findCursor(q, source.object));
  if (!again && isSettled(context, source, cursor)) return;
  const since = sinceOf(context, source, cursor);
  let position = beginning;
  for (let restarts = 0; restarts <= mostRestarts; ) {
    context.signal.throwIfAborted();
    const next = await syncPage(context, source, since, position, cursor);
    if (next === "done") return;
    position = next;
    if (next.page === 1) restarts += 1;
  }
  fail("unavailable", `Xero's ${source.object} kept changing while they were read. What was read is kept; the sync tries again by itself.`);
}

/** `seen` are Xero's ids of everybody on the pages before, `heldAt` is when the first of those changed that have to be asked for again. */
type Position = { page: number; itemCount: number | null; highWater: Date | null; seen: ReadonlySet<string>; heldAt: Date | null };
const beginning: Position = { page: 1, itemCount: null, highWater: null, seen: new Set(), heldAt: null };

/** Completed by this very job before it was interrupted, or asked too recently to be worth a call. */
export function isSettled({ startedAt, mode, progress }: SyncContext, { cadence, soonerAfter }: Pick<Source, "cadence" | "soonerAfter">, { completedAt, page }: Cursor): boolean {
  if (completedAt === null || page !== 0) return false;
  if (completedAt >= startedAt) return true;
  if (soonerAfter !== null && (progress.objects[soonerAfter]?.written ?? 0) > 0) return false;
  return cadence === "daily" && mode === "incremental" && startedAt.getTime() - completedAt.getTime() < aDay;
}

function sinceOf({ mode }: SyncContext, { sinceLast }: Source, cursor: Cursor): Date | null {
  if (!sinceLast) return null;
  // A paging that was interrupted goes on with its own "since": of a full read that is null.
  return mode === "full" ? null : cursor.since;
}

async function syncPage(context: SyncContext, source: Source, since: Date | null, at: Position, before: Cursor): Promise<Position | "done"> {
  const query = source.paged ? { ...source.query, page: String(at.page), pageSize: String(env().XERO_PAGE_SIZE), order: "UpdatedDateUTC ASC" } : source.query;
  const answer = await context.client.get({ path: source.path, query, since });
  const page = source.read(answer);
  const { itemCount, pageCount } = paginationOf(answer, source.paged ? at.page + (page.count > 0 ? 1 : 0) : 1);
  if (hasMoved(at, itemCount, page.ids)) return beginning;
  const highWater = laterOf(at.highWater, page.latest);
  const heldAt = await holdBack(context, source, page, at.heldAt);
  const last = !source.paged || at.page >= pageCount;
  const cursor = last ? completed(source, since, firstOf(highWater, heldAt), before) : { since, page: at.page + 1, itemCount, highWater, completedAt: before.completedAt };
  await commitPage(context, source.object, cursor, { page: at.page, fetched: page.count, total: itemCount ?? (source.paged ? null : page.count) }, page.keep);
  context.warnings.push(...page.remarks);
  return last ? "done" : { page: at.page + 1, itemCount, highWater, seen: new Set([...at.seen, ...page.ids]), heldAt };
}

/** Somebody who went to the end of the list moved everybody behind up by one, and one of them from a page to come onto one that was read. */
function hasMoved(at: Position, itemCount: number | null, ids: readonly string[]): boolean {
  const isRecounted = at.itemCount !== null && itemCount !== null && itemCount !== at.itemCount;
  return isRecounted || ids.some((id) => at.seen.has(id));
}

/** A document on an account that is not in the chart yet is kept and asked for again: the mark stays before it until the account is known. */
async function holdBack(context: SyncContext, { object, phase }: Source, page: Page, heldAt: Date | null): Promise<Date | null> {
  const unresolved = phase === "documents" ? page.unresolved(await read(context.scope, accountFinder)) : [];
  if (unresolved.length > 0) context.warnings.push(`${object}: some name an account that the chart of accounts does not have yet. They are left out of the ledger and asked for again by the next sync.`);
  return unresolved.reduce(firstOf, heldAt);
}

function completed(source: Source, since: Date | null, readUpTo: Date | null, before: Cursor): Cursor {
  const mark = readUpTo === null ? (since ?? before.since) : new Date(Math.max(0, readUpTo.getTime() - overlap));
  return { since: source.sinceLast ? mark : null, page: 0, itemCount: null, highWater: null, completedAt: new Date() };
}

const pagination = z.object({ pagination: z.object({ itemCount: z.coerce.number(), pageCount: z.coerce.number() }) });

/** Without a pagination block a page that holds something may have a page after it. */
function paginationOf(answer: Record<string, unknown> | null, pageCountIfUnsaid: number): { itemCount: number | null; pageCount: number } {
  const said = pagination.safeParse(answer);
  return said.success ? said.data.pagination : { itemCount: null, pageCount: pageCountIfUnsaid };
}

function firstOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
