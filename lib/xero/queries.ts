import { and, count, eq, gte, lt, min, sql } from "drizzle-orm";
import { XeroApiLogs } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

type Calls = { count: number; oldest: Date | null };

/** How many calls were made since an instant: for one organisation, and for all of them. */
export async function callsSince(q: SystemQuery, tenantId: string, since: Date): Promise<{ own: Calls; all: Calls }> {
  const counted = { count: count(), oldest: min(XeroApiLogs.createdAt) };
  const [own] = await q.select(counted).from(XeroApiLogs).where(and(eq(XeroApiLogs.tenantId, tenantId), gte(XeroApiLogs.createdAt, since)));
  const [all] = await q.select(counted).from(XeroApiLogs).where(gte(XeroApiLogs.createdAt, since));
  return { own: exact(own), all: exact(all) };
}

export async function recordCall(tx: SystemTransaction, call: typeof XeroApiLogs.$inferInsert): Promise<void> {
  await tx.insert(XeroApiLogs).values(call);
}

/** The log is for limits and for looking up what went wrong lately; it does not grow for ever. */
export async function forgetCallsBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  await tx.delete(XeroApiLogs).where(lt(XeroApiLogs.createdAt, instant));
}

/** Calls and bytes of one job. */
export async function callsOfJob(q: SystemQuery, jobId: string): Promise<{ calls: number; bytes: number }> {
  const [sums] = await q
    .select({ calls: count(), bytes: sql<number>`coalesce(sum(${XeroApiLogs.bytes}), 0)`.mapWith(Number) })
    .from(XeroApiLogs)
    .where(eq(XeroApiLogs.jobId, jobId));
  return { calls: Number(sums?.calls ?? 0), bytes: sums?.bytes ?? 0 };
}

function exact(calls: Calls | undefined): Calls {
  return { count: Number(calls?.count ?? 0), oldest: calls?.oldest ?? null };
}
