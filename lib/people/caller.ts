// Who asks, read from the database at each request: a session taken back, a person deactivated or a role changed takes effect at once.
import { systemRead, systemTransaction } from "#db/system.ts";
import type { Role } from "#db/vocabulary.ts";
import { findLiveSession, membershipsOf, type Origin, prolongSession } from "#lib/people/queries.ts";
import { endOf } from "#lib/people/sessions.ts";
import { type Permission, permissionsOf } from "#lib/permissions.ts";
import type { Caller, Trace } from "#lib/scope.ts";

/** What can be asked for without naming an organisation. */
const atLarge: readonly Permission[] = ["tenants:read", "jobs:read", "mcp:use", "organisations:manage", "keys:manage", "members:manage"];
/** A session is written to at most this often. In milliseconds. */
const renewalInterval = 5 * 60 * 1000;

/** Of what no request asks for. */
export const nowhere: Origin = { ipAddress: null, userAgent: null };

/** `name` is their address where they gave none. */
export type SignedIn = Caller & { person: { name: string; email: string } };

/** Two queries. Nothing when the session has ended, was taken back, or its person is deactivated. */
export async function callerOfSession(sessionId: string, now: Date = new Date(), origin: Origin = nowhere): Promise<SignedIn | undefined> {
  const found = await systemRead(async (q) => {
    const session = await findLiveSession(q, sessionId, now);
    return session && { session, memberships: await membershipsOf(q, session.userId) };
  });
  if (!found) return undefined;
  const { session, memberships } = found;
  if (now.getTime() - session.lastSeenAt.getTime() > renewalInterval) await renew(session, now);
  return { id: session.id, person: personOf(session), ...traced(reachOf(session.userId, session.role, memberships), { keyId: null, ...origin }) };
}

type Memberships = readonly { tenantId: string; role: Role | null }[];

/** What a person, or their key, may do at large and in each of their organisations, where a membership's own role goes before theirs. */
export function reachOf(userId: string, role: Role, memberships: Memberships, may = permissionsOf): Omit<Caller, "id"> {
  const via = "session" as const;
  const scopes = memberships.map((membership) => ({ userId, tenantId: membership.tenantId, permissions: insideOrganisation(may(membership.role ?? role)), via }));
  return { userId, permissions: may(role).filter((permission) => atLarge.includes(permission)), scopes };
}

/** Of what is done with it, the audit knows that it came this way. */
export function traced(reach: Omit<Caller, "id">, trace: Trace): Omit<Caller, "id"> {
  return { ...reach, trace, scopes: reach.scopes.map((scope) => ({ ...scope, trace })) };
}

/** Members belong to the installation: being Admin in one organisation only does not reach them. */
function insideOrganisation(permissions: readonly Permission[]): readonly Permission[] {
  return permissions.filter((permission) => permission !== "members:manage");
}

function personOf({ firstName, lastName, email }: { firstName: string | null; lastName: string | null; email: string }) {
  return { name: [firstName, lastName].filter(Boolean).join(" ") || email, email };
}

async function renew({ id, createdAt }: { id: string; createdAt: Date }, now: Date): Promise<void> {
  await systemTransaction((tx) => prolongSession(tx, id, now, endOf(createdAt, now)));
}
