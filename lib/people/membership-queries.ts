// Who belongs to which organisation. A membership is what opens books, so it is looked at with the system doors, before there is a scope.
import { and, asc, eq } from "drizzle-orm";
import { Users, UserTenants } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

/** Whether they were no member before. What is theirs already stays as it is. */
export async function addMembership(tx: SystemTransaction, userId: string, tenantId: string): Promise<boolean> {
  const added = await tx.insert(UserTenants).values({ userId, tenantId }).onConflictDoNothing().returning({ id: UserTenants.id });
  return added.length > 0;
}

/** Whether they were a member. */
export async function removeMembership(tx: SystemTransaction, userId: string, tenantId: string): Promise<boolean> {
  const removed = await tx.delete(UserTenants).where(and(eq(UserTenants.userId, userId), eq(UserTenants.tenantId, tenantId))).returning({ id: UserTenants.id });
  return removed.length > 0;
}

/** Everybody who belongs to an organisation, deactivated people among them, with the role they have there. */
export function membersOf(q: SystemQuery, tenantId: string) {
  return q
    .select({ id: Users.id, email: Users.email, firstName: Users.firstName, lastName: Users.lastName, role: Users.role, roleHere: UserTenants.role, status: Users.status })
    .from(UserTenants)
    .innerJoin(Users, eq(Users.id, UserTenants.userId))
    .where(eq(UserTenants.tenantId, tenantId))
    .orderBy(asc(Users.email));
}

export async function hasActiveOrganisation(q: SystemQuery, userId: string): Promise<boolean> {
  const [active] = await q.select({ id: UserTenants.id }).from(UserTenants).where(and(eq(UserTenants.userId, userId), eq(UserTenants.isActive, true)));
  return active !== undefined;
}
