import { and, asc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { Erasures, OAuthFlows, Users, UserTenants, XeroConnections, XeroTenants, XeroTokens } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";
import type { Query } from "#db/index.ts";

export type Organisation = typeof XeroTenants.$inferSelect;
export type TokenRow = typeof XeroTokens.$inferSelect;

/** The organisation a door is open for. */
export async function findOrganisation(q: Query): Promise<Organisation | undefined> {
  const [row] = await q.select().from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  return row;
}

/** The organisation of the door with somebody's membership in it. */
export async function findMembership(q: Query, userId: string) {
  const [row] = await q
    .select({ organisation: XeroTenants, isActive: UserTenants.isActive })
    .from(UserTenants)
    .innerJoin(XeroTenants, eq(XeroTenants.id, UserTenants.tenantId))
    .where(and(eq(UserTenants.tenantId, q.tenantId), eq(UserTenants.userId, userId)));
  return row;
}

export async function findOrganisationById(q: SystemQuery, tenantId: string): Promise<Organisation | undefined> {
  const [row] = await q.select().from(XeroTenants).where(eq(XeroTenants.id, tenantId));
  return row;
}

export function allOrganisations(q: SystemQuery): Promise<{ id: string; name: string }[]> {
  return q.select({ id: XeroTenants.id, name: XeroTenants.tenantName }).from(XeroTenants).orderBy(asc(XeroTenants.tenantName), asc(XeroTenants.id));
}

/** A user's organisations by name, each with whether it is the active one. */
export async function organisationsOf(q: SystemQuery, userId: string) {
  return q
    .select({ organisation: XeroTenants, isActive: UserTenants.isActive, role: UserTenants.role })
    .from(UserTenants)
    .innerJoin(XeroTenants, eq(XeroTenants.id, UserTenants.tenantId))
    .where(eq(UserTenants.userId, userId))
    .orderBy(asc(XeroTenants.tenantName), asc(XeroTenants.id));
}

export async function saveFlow(tx: SystemTransaction, flow: typeof OAuthFlows.$inferInsert): Promise<void> {
  await tx.insert(OAuthFlows).values(flow);
}

/** Takes a consent in progress, once: the second caller gets nothing. */
export async function takeFlow(tx: SystemTransaction, stateHash: string, sessionId: string, now: Date) {
  const [flow] = await tx
    .update(OAuthFlows)
    .set({ usedAt: now })
    .where(and(eq(OAuthFlows.stateHash, stateHash), eq(OAuthFlows.sessionId, sessionId), isNull(OAuthFlows.usedAt), gt(OAuthFlows.expiresAt, now)))
    .returning();
  return flow;
}

export async function allFlows(q: SystemQuery) {
  return q.select({ id: OAuthFlows.id, verifier: OAuthFlows.verifier }).from(OAuthFlows);
}

export async function saveVerifier(tx: SystemTransaction, id: string, verifier: string): Promise<void> {
  await tx.update(OAuthFlows).set({ verifier }).where(eq(OAuthFlows.id, id));
}

export async function forgetFlowsBefore(tx: SystemTransaction, day: Date): Promise<void> {
  await tx.delete(OAuthFlows).where(lt(OAuthFlows.expiresAt, day));
}

export async function findTokenOfLogin(q: SystemQuery, userId: string, xeroUserId: string): Promise<TokenRow | undefined> {
  const [row] = await q.select().from(XeroTokens).where(and(eq(XeroTokens.userId, userId), eq(XeroTokens.xeroUserId, xeroUserId)));
  return row;
}

export async function findToken(q: SystemQuery, tokenId: string): Promise<TokenRow | undefined> {
  const [row] = await q.select().from(XeroTokens).where(eq(XeroTokens.id, tokenId));
  return row;
}

export async function allTokens(q: SystemQuery): Promise<TokenRow[]> {
  return q.select().from(XeroTokens);
}

export async function insertToken(tx: SystemTransaction, token: typeof XeroTokens.$inferInsert): Promise<void> {
  await tx.insert(XeroTokens).values(token);
}

export async function updateToken(tx: SystemTransaction, tokenId: string, change: Partial<typeof XeroTokens.$inferInsert>): Promise<void> {
  await tx.update(XeroTokens).set(change).where(eq(XeroTokens.id, tokenId));
}

/** Changes a token set unless another one has taken its place since the version seen. */
export async function swapToken(tx: SystemTransaction, tokenId: string, version: number, change: Partial<typeof XeroTokens.$inferInsert>): Promise<boolean> {
  const rows = await tx.update(XeroTokens).set(change).where(and(eq(XeroTokens.id, tokenId), eq(XeroTokens.version, version))).returning({ id: XeroTokens.id });
  return rows.length === 1;
}

/** True for the one who may refresh now: the version is still the one seen, and nobody else holds the lease. */
export async function leaseToken(tx: SystemTransaction, tokenId: string, version: number, now: Date, until: Date): Promise<boolean> {
  const free = or(isNull(XeroTokens.leaseUntil), lt(XeroTokens.leaseUntil, now));
  const rows = await tx.update(XeroTokens).set({ leaseUntil: until }).where(and(eq(XeroTokens.id, tokenId), eq(XeroTokens.version, version), free)).returning({ id: XeroTokens.id });
  return rows.length === 1;
}

/** A token set that can reach an organisation: any live connection serves. */
export async function liveTokenFor(q: SystemQuery, tenantId: string) {
  const [row] = await q
    .select({ tokenId: XeroTokens.id, version: XeroTokens.version, connectionId: XeroConnections.connectionId })
    .from(XeroConnections)
    .innerJoin(XeroTokens, eq(XeroTokens.id, XeroConnections.tokenId))
    .where(and(eq(XeroConnections.tenantId, tenantId), eq(XeroConnections.status, "connected"), eq(XeroTokens.status, "live")))
    .orderBy(asc(XeroConnections.createdAt))
    .limit(1);
  return row;
}

export async function connectionsOfToken(q: SystemQuery, tokenId: string) {
  return q.select().from(XeroConnections).where(eq(XeroConnections.tokenId, tokenId));
}

/** Xero's ids of the organisations that somebody had connected and disconnected again, or is no member of any more, and those that are being erased. */
export async function leftBy(q: SystemQuery, userId: string): Promise<string[]> {
  const rows = await q
    .select({ xeroTenantId: XeroTenants.tenantId })
    .from(XeroConnections)
    .innerJoin(XeroTenants, eq(XeroTenants.id, XeroConnections.tenantId))
    .leftJoin(UserTenants, and(eq(UserTenants.tenantId, XeroConnections.tenantId), eq(UserTenants.userId, XeroConnections.userId)))
    .where(and(eq(XeroConnections.userId, userId), or(eq(XeroConnections.status, "disconnected"), isNull(UserTenants.id))));
  const erased = await q.select({ xeroTenantId: XeroTenants.tenantId }).from(XeroTenants).innerJoin(Erasures, eq(Erasures.id, XeroTenants.id));
  return [...rows, ...erased].map(({ xeroTenantId }) => xeroTenantId);
}

export async function connectionsOfOrganisation(q: SystemQuery, tenantId: string) {
  return q.select().from(XeroConnections).where(eq(XeroConnections.tenantId, tenantId));
}

/** Who connected an organisation, when, and what Xero lets us do. */
export async function connectionDetails(q: SystemQuery, tenantId: string) {
  return q
    .select({
      id: XeroConnections.id,
      status: XeroConnections.status,
      connectedAt: XeroConnections.createdAt,
      scopes: XeroTokens.scopes,
      email: Users.email,
      firstName: Users.firstName,
      lastName: Users.lastName,
    })
    .from(XeroConnections)
    .innerJoin(XeroTokens, eq(XeroTokens.id, XeroConnections.tokenId))
    .innerJoin(Users, eq(Users.id, XeroConnections.userId))
    .where(eq(XeroConnections.tenantId, tenantId))
    .orderBy(asc(XeroConnections.createdAt), asc(XeroConnections.id));
}

export async function setConnectionStatus(tx: SystemTransaction, id: string, status: "connected" | "reauthRequired" | "disconnected"): Promise<void> {
  await tx.update(XeroConnections).set({ status }).where(eq(XeroConnections.id, id));
}

/** The same for one that is still connected: what somebody disconnected meanwhile stays so. Whether there was one to lose. */
export async function loseConnection(tx: SystemTransaction, id: string, status: "reauthRequired" | "disconnected"): Promise<boolean> {
  const lost = await tx.update(XeroConnections).set({ status }).where(and(eq(XeroConnections.id, id), eq(XeroConnections.status, "connected"))).returning({ id: XeroConnections.id });
  return lost.length > 0;
}

/** An organisation is as well connected as the best of its connections. */
export async function settleConnectionStatus(tx: SystemTransaction, tenantId: string): Promise<void> {
  const statuses = (await connectionsOfOrganisation(tx, tenantId)).map(({ status }) => status);
  const connectionStatus = statuses.includes("connected") ? "connected" : statuses.includes("reauthRequired") ? "reauthRequired" : "disconnected";
  await tx.update(XeroTenants).set({ connectionStatus }).where(eq(XeroTenants.id, tenantId));
}

type NamedInXero = Pick<typeof XeroTenants.$inferInsert, "tenantId" | "tenantName" | "tenantType" | "isDemo">;

export async function saveOrganisation(tx: SystemTransaction, named: NamedInXero): Promise<string> {
  const [row] = await tx
    .insert(XeroTenants)
    .values(named)
    .onConflictDoUpdate({ target: XeroTenants.tenantId, set: { tenantName: named.tenantName, isDemo: named.isDemo, connectionStatus: "connected" } })
    .returning({ id: XeroTenants.id });
  if (!row) throw new Error("The organisation was not written.");
  return row.id;
}

export async function saveConnection(tx: SystemTransaction, connection: typeof XeroConnections.$inferInsert): Promise<void> {
  const { tokenId, connectionId } = connection;
  await tx
    .insert(XeroConnections)
    .values(connection)
    .onConflictDoUpdate({ target: [XeroConnections.userId, XeroConnections.tenantId], set: { tokenId, connectionId, status: "connected", updatedAt: new Date() } });
}

export async function saveMembership(tx: SystemTransaction, userId: string, tenantId: string): Promise<void> {
  await tx.insert(UserTenants).values({ userId, tenantId }).onConflictDoNothing();
}

/** One active organisation at most; the unique index holds it even against ourselves. */
export async function setActive(tx: SystemTransaction, userId: string, tenantId: string): Promise<void> {
  await tx.update(UserTenants).set({ isActive: false }).where(and(eq(UserTenants.userId, userId), eq(UserTenants.isActive, true)));
  await tx.update(UserTenants).set({ isActive: true }).where(and(eq(UserTenants.userId, userId), eq(UserTenants.tenantId, tenantId)));
}

/** The scopes that the login in use was granted, as OAuth writes them; empty when there is none. */
export async function grantedScopes(q: SystemQuery, tenantId: string): Promise<string> {
  const live = await liveTokenFor(q, tenantId);
  const token = live && (await findToken(q, live.tokenId));
  return token?.scopes ?? "";
}
