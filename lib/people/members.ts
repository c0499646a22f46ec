// Members of the installation: an Admin sees them, gives them roles, and lets them in or not. One Admin always remains.
import { z } from "zod";
import { systemRead, systemTransaction, type SystemTransaction } from "#db/system.ts";
import { roles, userStatuses } from "#db/vocabulary.ts";
import type { Action } from "#lib/audit/actions.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { allUsers, countActiveAdmins, findUser, revokeSessions, takeTurn, updateUser, withdrawSignInLinks } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { type Caller, none } from "#lib/scope.ts";

const instant = z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() });
const member = z
  .object({
    id: z.uuid(),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    role: z.enum(roles),
    status: z.enum(userStatuses),
    lastLoginAt: instant.nullable(),
  })
  .meta({ id: "Member" });
const userId = z.uuid({ error: "This is not the id of a member." });

const exampleMember = {
  id: "01990000-0000-7000-8000-0000000000c2",
  email: "mere@example.com",
  firstName: "Mere",
  lastName: "Kingi",
  role: "Accountant",
  status: "active",
  lastLoginAt: "2026-11-21T06:58:00.000Z",
} as const;

export type Member = z.output<typeof member>;

export const listMembers = operation({
  name: "members.list",
  describe: "Everybody who has an account here, with their role and whether they may sign in.",
  needs: "members:manage",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.object({ data: z.array(member) }),
  http: { method: "GET", path: "/members" },
  example: { input: {}, output: { data: [exampleMember] } },
  run: async () => ({ data: await systemRead(allUsers) }),
});

export const changeRole = operation({
  name: "members.changeRole",
  describe: "Gives a member another role; it holds from their next request. The last active Admin keeps theirs.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({ userId, role: z.enum(roles, { error: `Choose one of ${roles.join(", ")}.` }) }),
  output: member,
  http: { method: "PATCH", path: "/members/{userId}" },
  example: { input: { userId: exampleMember.id, role: "Accountant" }, output: exampleMember },
  run: (caller, { userId: id, role }) => change(caller, "member.roleChanged", id, { role }),
});

export const deactivateMember = operation({
  name: "members.deactivate",
  describe: "Ends a member's sessions and lets them sign in no more. What they did stays. The last active Admin cannot be deactivated.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({ userId }),
  output: member,
  http: { method: "POST", path: "/members/{userId}/deactivate" },
  example: { input: { userId: exampleMember.id }, output: { ...exampleMember, status: "deactivated" } },
  run: (caller, { userId: id }) =>
    change(caller, "member.deactivated", id, { status: "deactivated" }, async (tx) => {
      await revokeSessions(tx, id, new Date());
      await withdrawSignInLinks(tx, id);
    }),
});

export const reactivateMember = operation({
  name: "members.reactivate",
  describe: "Lets a deactivated member sign in again, with the role they had.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({ userId }),
  output: member,
  http: { method: "POST", path: "/members/{userId}/reactivate" },
  example: { input: { userId: exampleMember.id }, output: exampleMember },
  run: (caller, { userId: id }) => change(caller, "member.reactivated", id, { status: "active" }),
});

/** Who changes an Admin takes turns, so that two who demote each other do not leave nobody. */
async function change(caller: Caller, action: Action, id: string, changes: Partial<Pick<Member, "role" | "status">>, also?: (tx: SystemTransaction) => Promise<void>): Promise<Member> {
  return systemTransaction(async (tx) => {
    await takeTurn(tx, "admins");
    const before = (await findUser(tx, id)) ?? refuse("notFound", "There is no such member.");
    await updateUser(tx, id, changes);
    await also?.(tx);
    if ((await countActiveAdmins(tx)) === 0) refuse("conflict", "This is the last active Admin. Make somebody else Admin first.");
    const after = (await findUser(tx, id)) ?? refuse("notFound", "There is no such member.");
    await record(tx, action, { actor: actorOf(caller), resource: { type: "User", id }, details: changes.role ? { from: before.role, to: after.role } : {} });
    return after;
  });
}
