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
  return { id: session.id, person: personOf(session), ...reachOf(session.userId, session.role, memberships, { keyId: null, ...origin }) };
}

/** What a person may do at large and in each of their organisations, where a membership's own role goes before theirs. */
export function reachOf(userId: string, role: Role, memberships: readonly { tenantId: string; role: Role | null }[], trace: Trace): Omit<Caller, "id"> {
  const via = "session" as const;
  const scopes = memberships.map((membership) => ({ userId, tenantId: membership.tenantId, permissions: insideOrganisation(membership.role ?? role), via, trace }));
  return { userId, permissions: permissionsOf(role).filter((permission) => atLarge.includes(permission)), scopes, trace };
}

/** Members belong to the installation: being Admin in one organisation only does not reach them. */
function insideOrganisation(role: Role): readonly Permission[] {
  return permissionsOf(role).filter((permission) => permission !== "members:manage");
}

function personOf({ firstName, lastName, email }: { firstName: string | null; lastName: string | null; email: string }) {
  return { name: [firstName, lastName].filter(Boolean).join(" ") || email, email };
}

async function renew({ id, createdAt }: { id: string; createdAt: Date }, now: Date): Promise<void> {
  await systemTransaction((tx) => prolongSession(tx, id, now, endOf(createdAt, now)));
}
