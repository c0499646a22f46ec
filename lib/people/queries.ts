// The tables of people: who they are, which organisations they belong to, their sessions and sign-in links, and the counters that slow
// guessing down. All of them belong to no organisation, so every function takes a builder of the system doors.
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, like, ne, or, sql } from "drizzle-orm";
import { RateLimits, Sessions, SignInLinks, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";
import type { Role } from "#db/vocabulary.ts";

export type NewUser = { email: string; passwordHash: string; firstName: string | null; lastName: string | null; role: Role };
/** Where a request comes from, as far as it says. */
export type Origin = { ipAddress: string | null; userAgent: string | null };

const publicColumns = {
  id: Users.id,
  email: Users.email,
  firstName: Users.firstName,
  lastName: Users.lastName,
  role: Users.role,
  status: Users.status,
  lastLoginAt: Users.lastLoginAt,
};
const signInColumns = { passwordHash: Users.passwordHash, failedLoginAttempts: Users.failedLoginAttempts, lockedUntil: Users.lockedUntil };

export async function findUser(q: SystemQuery, id: string) {
  const [user] = await q.select(publicColumns).from(Users).where(eq(Users.id, id));
  return user;
}

export async function findUserByEmail(q: SystemQuery, email: string) {
  const [user] = await q.select(publicColumns).from(Users).where(eq(Users.email, email));
  return user;
}

/** With the hash of their password, for those who check one. */
export async function findCredentials(q: SystemQuery, whose: { id: string } | { email: string }) {
  const sought = "id" in whose ? eq(Users.id, whose.id) : eq(Users.email, whose.email);
  const [user] = await q.select({ ...publicColumns, ...signInColumns }).from(Users).where(sought);
  return user;
}

export async function findFirstAdmin(q: SystemQuery) {
  const [admin] = await q.select(publicColumns).from(Users).where(isActiveAdmin).orderBy(asc(Users.createdAt), asc(Users.id)).limit(1);
  return admin;
}

export function allUsers(q: SystemQuery) {
  return q.select(publicColumns).from(Users).orderBy(asc(Users.email));
}

export async function hasUsers(q: SystemQuery): Promise<boolean> {
  const [anybody] = await q.select({ id: Users.id }).from(Users).limit(1);
  return anybody !== undefined;
}

export async function countActiveAdmins(q: SystemQuery): Promise<number> {
  const [counted] = await q.select({ admins: count() }).from(Users).where(isActiveAdmin);
  return Number(counted?.admins ?? 0);
}

const isActiveAdmin = and(eq(Users.role, "Admin"), eq(Users.status, "active"));

export async function insertUser(tx: SystemTransaction, user: NewUser): Promise<string | undefined> {
  const [made] = await tx.insert(Users).values(user).onConflictDoNothing({ target: Users.email }).returning({ id: Users.id });
  return made?.id;
}

export async function updateUser(tx: SystemTransaction, id: string, changes: Partial<Omit<typeof Users.$inferInsert, "id">>): Promise<void> {
  await tx.update(Users).set(changes).where(eq(Users.id, id));
}

/** By e-mail, so that an unknown one costs the same statement as a known one. */
export async function noteFailedSignIn(tx: SystemTransaction, email: string, lockedUntil: Date | null): Promise<void> {
  await tx.update(Users).set({ failedLoginAttempts: sql`${Users.failedLoginAttempts} + 1`, lockedUntil }).where(eq(Users.email, email));
}

export function membershipsOf(q: SystemQuery, userId: string) {
  return q
    .select({ tenantId: UserTenants.tenantId, role: UserTenants.role, isActive: UserTenants.isActive, name: XeroTenants.tenantName })
    .from(UserTenants)
    .innerJoin(XeroTenants, eq(XeroTenants.id, UserTenants.tenantId))
    .where(eq(UserTenants.userId, userId))
    .orderBy(asc(XeroTenants.tenantName), asc(XeroTenants.id));
}

/** With the name of the organisation; undefined for who was deactivated or is let in no more. */
export async function findMember(q: SystemQuery, tenantId: string, userId: string): Promise<{ id: string; email: string; organisation: string } | undefined> {
  const [member] = await q
    .select({ id: Users.id, email: Users.email, organisation: XeroTenants.tenantName })
    .from(UserTenants)
    .innerJoin(Users, and(eq(Users.id, UserTenants.userId), eq(Users.status, "active")))
    .innerJoin(XeroTenants, eq(XeroTenants.id, UserTenants.tenantId))
    .where(and(eq(UserTenants.tenantId, tenantId), eq(UserTenants.userId, userId)));
  return member;
}

/** A session that still holds, with the person as the database knows them now. */
export async function findLiveSession(q: SystemQuery, sessionId: string, now: Date) {
  const [session] = await q
    .select({
      id: Sessions.id,
      userId: Sessions.userId,
      role: Users.role,
      createdAt: Sessions.createdAt,
      lastSeenAt: Sessions.lastSeenAt,
      email: Users.email,
      firstName: Users.firstName,
      lastName: Users.lastName,
    })
    .from(Sessions)
    .innerJoin(Users, eq(Users.id, Sessions.userId))
    .where(and(eq(Sessions.id, sessionId), isLive(now), eq(Users.status, "active")));
  return session;
}

export function liveSessionsOf(q: SystemQuery, userId: string, now: Date) {
  return q
    .select({ id: Sessions.id, createdAt: Sessions.createdAt, lastSeenAt: Sessions.lastSeenAt, ipAddress: Sessions.ipAddress, userAgent: Sessions.userAgent })
    .from(Sessions)
    .where(and(eq(Sessions.userId, userId), isLive(now)))
    .orderBy(desc(Sessions.createdAt), desc(Sessions.id));
}

/** Whether this person has been let in from this address before. */
export async function hasComeFrom(q: SystemQuery, userId: string, ipAddress: string): Promise<boolean> {
  const [before] = await q
    .select({ id: Sessions.id })
    .from(Sessions)
    .where(and(eq(Sessions.userId, userId), eq(Sessions.ipAddress, ipAddress)))
    .limit(1);
  return before !== undefined;
}

export async function insertSession(tx: SystemTransaction, session: typeof Sessions.$inferInsert): Promise<string> {
  const [made] = await tx.insert(Sessions).values(session).returning({ id: Sessions.id });
  if (!made) throw new Error("The database did not return the session it was given.");
  return made.id;
}

export async function prolongSession(tx: SystemTransaction, id: string, lastSeenAt: Date, expiresAt: Date): Promise<void> {
  await tx.update(Sessions).set({ lastSeenAt, expiresAt }).where(and(eq(Sessions.id, id), isLive(lastSeenAt)));
}

/** Revokes one session of this person; whether there was one to revoke. */
export async function revokeSession(tx: SystemTransaction, userId: string, id: string, now: Date): Promise<boolean> {
  const mine = and(eq(Sessions.id, id), eq(Sessions.userId, userId), isNull(Sessions.revokedAt));
  const revoked = await tx.update(Sessions).set({ revokedAt: now }).where(mine).returning({ id: Sessions.id });
  return revoked.length > 0;
}

/** Revokes every session of this person, save one. */
export async function revokeSessions(tx: SystemTransaction, userId: string, now: Date, save?: string): Promise<void> {
  const others = and(eq(Sessions.userId, userId), isNull(Sessions.revokedAt), save ? ne(Sessions.id, save) : undefined);
  await tx.update(Sessions).set({ revokedAt: now }).where(others);
}

export async function forgetSessionsBefore(tx: SystemTransaction, userId: string, day: Date): Promise<void> {
  await tx.delete(Sessions).where(and(eq(Sessions.userId, userId), lt(Sessions.expiresAt, day)));
}

function isLive(now: Date) {
  return and(isNull(Sessions.revokedAt), gt(Sessions.expiresAt, now));
}

export async function insertSignInLink(tx: SystemTransaction, link: typeof SignInLinks.$inferInsert): Promise<void> {
  await tx.insert(SignInLinks).values(link);
}

/** One statement, so that of two who come at once only one is let in. */
export async function useUpSignInLink(tx: SystemTransaction, tokenHash: string, now: Date): Promise<string | undefined> {
  const unused = and(eq(SignInLinks.tokenHash, tokenHash), isNull(SignInLinks.usedAt), gt(SignInLinks.expiresAt, now));
  const [used] = await tx.update(SignInLinks).set({ usedAt: now }).where(unused).returning({ userId: SignInLinks.userId });
  return used?.userId;
}

/** Whose link this is or was. */
export async function findOwnerOfLink(q: SystemQuery, tokenHash: string): Promise<string | undefined> {
  const [link] = await q.select({ userId: SignInLinks.userId }).from(SignInLinks).where(eq(SignInLinks.tokenHash, tokenHash));
  return link?.userId;
}

export async function forgetSignInLinksBefore(tx: SystemTransaction, day: Date): Promise<void> {
  await tx.delete(SignInLinks).where(lt(SignInLinks.expiresAt, day));
}

export async function withdrawSignInLinks(tx: SystemTransaction, userId: string): Promise<void> {
  await tx.delete(SignInLinks).where(eq(SignInLinks.userId, userId));
}

/**
 * Whoever wants to change something that only holds when one does it at a time waits here until the other has committed. The two
 * databases share no statement for a lock; the row that both write is one.
 */
export async function takeTurn(tx: SystemTransaction, what: string): Promise<void> {
  await tx.insert(RateLimits).values({ key: `turn:${what}`, points: 0 }).onConflictDoUpdate({ target: RateLimits.key, set: { points: 0 } });
}

/** Adds points to a counter, or begins it anew when it has run out or `anew` is set. */
export async function addPoints(tx: SystemTransaction, counter: { key: string; points: number; expiresAt: Date | null; anew: boolean }, now: Date) {
  const { key, points, expiresAt, anew } = counter;
  const hasRunOut = sql`${RateLimits.expiresAt} <= ${sql.param(now, RateLimits.expiresAt)}`;
  const added = sql.param(points, RateLimits.points);
  const next = {
    points: sql`case when ${hasRunOut} then ${added} else ${RateLimits.points} + ${added} end`,
    expiresAt: sql`case when ${hasRunOut} then ${sql.param(expiresAt, RateLimits.expiresAt)} else ${RateLimits.expiresAt} end`,
  };
  const [counted] = await tx
    .insert(RateLimits)
    .values({ key, points, expiresAt })
    .onConflictDoUpdate({ target: RateLimits.key, set: anew ? { points, expiresAt } : next })
    .returning();
  return counted;
}

export async function findPoints(q: SystemQuery, key: string, now: Date) {
  const stillCounts = or(isNull(RateLimits.expiresAt), gt(RateLimits.expiresAt, now));
  const [counted] = await q.select().from(RateLimits).where(and(eq(RateLimits.key, key), stillCounts));
  return counted;
}

export async function forgetPoints(tx: SystemTransaction, key: string): Promise<boolean> {
  const forgotten = await tx.delete(RateLimits).where(eq(RateLimits.key, key)).returning({ key: RateLimits.key });
  return forgotten.length > 0;
}

/** Every counter whose key begins so. */
export async function forgetPointsUnder(tx: SystemTransaction, beginning: string): Promise<void> {
  await tx.delete(RateLimits).where(like(RateLimits.key, `${beginning}%`));
}

export async function forgetPointsBefore(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(RateLimits).where(and(isNotNull(RateLimits.expiresAt), lt(RateLimits.expiresAt, now)));
}
