// A session is a row: the cookie only names it, so taking the row back ends it at the next request. It lasts eight hours from its last
// use and seven days in all, and nobody has more than five: the oldest makes room.
import { systemTransaction, type SystemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { forgetSessionsBefore, insertSession, liveSessionsOf, type Origin, revokeSession, updateUser } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

const hour = 60 * 60 * 1000;
const idleLife = 8 * hour;
const memory = 90 * 24 * hour;
const mostSessions = 5;

/** In milliseconds: however much it is used, a session ends then. */
export const longestLife = 7 * 24 * hour;

/** Signs this person in and says which session they got. The caller has made sure that it is them. */
export async function beginSession(tx: SystemTransaction, userId: string, { ipAddress, userAgent }: Origin): Promise<string> {
  const now = new Date();
  // Written first, so that two sign-ins of one person wait for each other and the limit holds.
  await updateUser(tx, userId, { lastLoginAt: now, failedLoginAttempts: 0, lockedUntil: null });
  const session = { userId, expiresAt: endOf(now, now), lastSeenAt: now, ipAddress: ipAddress?.slice(0, 45) ?? null, userAgent: userAgent?.slice(0, 255) ?? null };
  const id = await insertSession(tx, session);
  const live = await liveSessionsOf(tx, userId, now);
  for (const old of live.filter((other) => other.id !== id).slice(mostSessions - 1)) await revokeSession(tx, userId, old.id, now);
  await forgetSessionsBefore(tx, userId, new Date(now.getTime() - memory));
  return id;
}

/** When a session ends that is used now. */
export function endOf(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleLife, createdAt.getTime() + longestLife));
}

export async function signOut(caller: Caller): Promise<void> {
  await systemTransaction(async (tx) => {
    const ended = await revokeSession(tx, caller.userId, caller.id, new Date());
    if (ended) await record(tx, "auth.signedOut", { actor: actorOf(caller) });
  });
}

/** Ends another session of the caller. */
export async function endSession(caller: Caller, sessionId: string): Promise<void> {
  await systemTransaction(async (tx) => {
    if (!(await revokeSession(tx, caller.userId, sessionId, new Date()))) refuse("notFound", "This session has ended already.");
    await record(tx, "auth.sessionEnded", { actor: actorOf(caller), resource: { type: "Session", id: sessionId } });
  });
}
