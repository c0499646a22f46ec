import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import { Invitations, Users } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

export type InvitationRow = Awaited<ReturnType<typeof latestInvitations>>[number];

/** Without the hash of its token, and with who invites as the database knows them now. */
const columns = {
  id: Invitations.id,
  role: Invitations.role,
  tenantIds: Invitations.tenantIds,
  email: Invitations.email,
  createdAt: Invitations.createdAt,
  expiresAt: Invitations.expiresAt,
  withdrawnAt: Invitations.withdrawnAt,
  acceptedAt: Invitations.acceptedAt,
  acceptedById: Invitations.acceptedById,
  inviter: { id: Users.id, email: Users.email, firstName: Users.firstName, lastName: Users.lastName, role: Users.role, status: Users.status },
};

export function latestInvitations(q: SystemQuery, limit: number) {
  return q
    .select(columns)
    .from(Invitations)
    .innerJoin(Users, eq(Users.id, Invitations.userId))
    .orderBy(desc(Invitations.createdAt), desc(Invitations.id))
    .limit(limit);
}

export async function findInvitation(q: SystemQuery, which: { id: string } | { tokenHash: string }): Promise<InvitationRow | undefined> {
  const sought = "id" in which ? eq(Invitations.id, which.id) : eq(Invitations.tokenHash, which.tokenHash);
  const [row] = await q.select(columns).from(Invitations).innerJoin(Users, eq(Users.id, Invitations.userId)).where(sought);
  return row;
}

export async function insertInvitation(tx: SystemTransaction, invitation: typeof Invitations.$inferInsert): Promise<string> {
  const [made] = await tx.insert(Invitations).values(invitation).returning({ id: Invitations.id });
  if (!made) throw new Error("The database did not return the invitation it was given.");
  return made.id;
}

/** One statement, so that of two who come at once only one is let in. */
export async function markAccepted(tx: SystemTransaction, id: string, acceptedById: string, now: Date): Promise<boolean> {
  const used = await tx.update(Invitations).set({ acceptedAt: now, acceptedById }).where(isUnused(id, now)).returning({ id: Invitations.id });
  return used.length > 0;
}

/** Whether there was one to withdraw. */
export async function withdrawUnused(tx: SystemTransaction, id: string, now: Date): Promise<boolean> {
  const withdrawn = await tx.update(Invitations).set({ withdrawnAt: now }).where(isUnused(id, now)).returning({ id: Invitations.id });
  return withdrawn.length > 0;
}

export async function forgetInvitationsBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  await tx.delete(Invitations).where(lt(Invitations.expiresAt, instant));
}

function isUnused(id: string, now: Date) {
  return and(eq(Invitations.id, id), isNull(Invitations.acceptedAt), isNull(Invitations.withdrawnAt), gt(Invitations.expiresAt, now));
}
