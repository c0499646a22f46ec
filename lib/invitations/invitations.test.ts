import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AuditLogs, Invitations, RateLimits, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Role } from "#db/vocabulary.ts";
import { sha256 } from "#lib/crypto.ts";
import { acceptAsNewPerson, acceptWithAccount } from "#lib/invitations/accept-invitation.ts";
import { createInvitation, listInvitations, withdrawInvitation } from "#lib/invitations/manage-invitations.ts";
import { lookAtInvitation } from "#lib/invitations/open-invitation.ts";
import { callerOfSession, type SignedIn } from "#lib/people/caller.ts";
import { addMembership, removeMembership } from "#lib/people/membership-queries.ts";
import { updateUser } from "#lib/people/queries.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { goodPassword, home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let ada: SignedIn;
let kauri: string;
let rimu: string;
let totara: string;

const dead = { reason: "notFound", message: "This invitation has been used or withdrawn, or has expired. Ask whoever sent it for a new one." };
const mere = { email: "mere@example.com", firstName: "Mere", lastName: "Kingi", password: "nine slow harbour ferries" };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
beforeEach(async () => {
  await systemTransaction(async (tx) => {
    for (const table of [Users, XeroTenants, RateLimits]) await tx.delete(table);
  });
  const id = await makePerson("ada@example.com", "Admin");
  [kauri, rimu] = [await organisation("Kauri", id), await organisation("Rimu", id)];
  totara = await organisation("Totara", await makePerson("other@example.com", "Admin"));
  ada = await enter("ada@example.com");
});
afterAll(() => database.close());

test("somebody new gets the role and exactly the organisations they were invited to, and is signed in, though registration is closed", async () => {
  const token = await invite({ role: "Accountant", tenantIds: [kauri] });
  const session = await callerOfSession(await acceptAsNewPerson({ ...mere, token }, home));
  expect(session?.person).toEqual({ name: "Mere Kingi", email: "mere@example.com" });
  expect(session?.scopes.map(({ tenantId }) => tenantId)).toEqual([kauri]);
  expect(await personCalled("mere@example.com")).toMatchObject({ role: "Accountant", status: "active" });
  expect(await membershipsOf("mere@example.com")).toEqual([{ tenantId: kauri, role: null, isActive: true }]);
  expect(await signIn({ email: mere.email, password: mere.password }, home)).toBeDefined();
});

test("who has an account keeps their role and what they see already, and gets what they did not see", async () => {
  const id = await makePerson("mere@example.com", "ReadOnly");
  await systemTransaction(async (tx) => {
    await tx.insert(UserTenants).values({ userId: id, tenantId: kauri, role: "Executive", isActive: true });
  });
  await acceptWithAccount(await enter("mere@example.com"), { token: await invite({ role: "Admin", tenantIds: [kauri, rimu] }) });
  expect(await personCalled("mere@example.com")).toMatchObject({ role: "ReadOnly" });
  expect(await membershipsOf("mere@example.com")).toEqual([
    { tenantId: kauri, role: "Executive", isActive: true },
    { tenantId: rimu, role: null, isActive: false },
  ]);
});

test("an invitation that was used, was withdrawn, has expired or never was gets one answer, signed in or not", async () => {
  const [used, withdrawn, expired] = [await invite({}), await invite({}), await invite({})];
  await acceptAsNewPerson({ ...mere, token: used }, home);
  await withdrawInvitation.call(ada, { id: await idOf(withdrawn) });
  await expire(expired);
  const caller = await enter("other@example.com");
  for (const token of [used, withdrawn, expired, "x".repeat(43)]) {
    expect(await lookAtInvitation(token)).toBeUndefined();
    expect(await refusalOf(acceptAsNewPerson({ ...mere, email: "new@example.com", token }, home))).toMatchObject(dead);
    expect(await refusalOf(acceptWithAccount(caller, { token }))).toMatchObject(dead);
  }
  expect(await personCalled("new@example.com")).toBeUndefined();
});

test("of many who come with one link at once, one is let in and the others leave nothing behind", async () => {
  const token = await invite({ tenantIds: [kauri] });
  const answers = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => acceptAsNewPerson({ ...mere, email: `mere${index}@example.com`, token }, home)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await systemRead((q) => q.select().from(Users))).filter(({ email }) => email.startsWith("mere"))).toHaveLength(1);
});

test("an invitation for an e-mail is for nobody else, and says neither whose it is nor that it is used up", async () => {
  const token = await invite({ email: "Mere@Example.com" });
  const refusal = await refusalOf(acceptAsNewPerson({ ...mere, email: "eve@example.com", token }, home));
  expect(refusal).toMatchObject({ reason: "invalid", faults: [{ pointer: "/email" }] });
  expect(JSON.stringify(refusal)).not.toContain("mere@");
  expect(await refusalOf(acceptWithAccount(await enter("other@example.com"), { token }))).toMatchObject({ reason: "invalid" });
  expect(await acceptAsNewPerson({ ...mere, token }, home)).toBeDefined();
});

test("a taken e-mail makes no second account, changes nothing of the first, and leaves the invitation open", async () => {
  await makePerson("mere@example.com", "ReadOnly");
  const token = await invite({ role: "Admin", tenantIds: [kauri] });
  expect(await refusalOf(acceptAsNewPerson({ ...mere, token }, home))).toMatchObject({ faults: [{ pointer: "/email" }] });
  expect(await personCalled("mere@example.com")).toMatchObject({ role: "ReadOnly", firstName: null });
  expect(await signIn({ email: "mere@example.com", password: goodPassword }, home)).toBeDefined();
  expect(await lookAtInvitation(token)).toBeDefined();
});

test("a password that is too weak is refused at its field, by the rule for everybody", async () => {
  const token = await invite({});
  for (const password of ["short", "passwordpassword", "mere@example.com"]) {
    expect(await refusalOf(acceptAsNewPerson({ ...mere, password, token }, home))).toMatchObject({ faults: [{ pointer: "/password" }] });
  }
  expect(await personCalled("mere@example.com")).toBeUndefined();
});

test.each([
  { what: "deactivated", change: { status: "deactivated" } },
  { what: "no Admin any more", change: { role: "Accountant" } },
] as const)("an invitation ends when who made it is $what", async ({ change }) => {
  const token = await invite({ tenantIds: [kauri] });
  await systemTransaction((tx) => updateUser(tx, ada.userId, change));
  expect(await refusalOf(acceptAsNewPerson({ ...mere, token }, home))).toMatchObject(dead);
  const { data } = await listInvitations.run(await enter("other@example.com"), {});
  expect(data).toMatchObject([{ state: "withdrawn" }]);
});

test("an organisation that its maker has lost is not given away by an invitation, and one that gives nothing else does not hold", async () => {
  const [both, only] = [await invite({ tenantIds: [kauri, rimu] }), await invite({ tenantIds: [kauri] })];
  await systemTransaction((tx) => removeMembership(tx, ada.userId, kauri));
  expect(await refusalOf(acceptAsNewPerson({ ...mere, token: only }, home))).toMatchObject(dead);
  await acceptAsNewPerson({ ...mere, token: both }, home);
  expect((await membershipsOf("mere@example.com")).map(({ tenantId }) => tenantId)).toEqual([rimu]);
});

test("nobody is invited to an organisation that is not the Admin's own", async () => {
  expect(await refusalOf(createInvitation.call(ada, { role: "Standard", tenantIds: [kauri, totara] }))).toMatchObject({ reason: "notFound", message: "There is no such organisation, or it is not yours." });
  expect(await systemRead((q) => q.select().from(Invitations))).toEqual([]);
});

test.each(["Accountant", "Standard", "Executive", "ReadOnly"] as const)("%s neither sees, makes nor withdraws invitations", async (role) => {
  await makePerson("mere@example.com", role);
  const caller = await enter("mere@example.com");
  const id = await idOf(await invite({}));
  const forbidden = { reason: "forbidden", message: "This needs the permission members:manage." };
  expect(await refusalOf(listInvitations.call(caller, {}))).toMatchObject(forbidden);
  expect(await refusalOf(createInvitation.call(caller, { role: "Admin" }))).toMatchObject(forbidden);
  expect(await refusalOf(withdrawInvitation.call(caller, { id }))).toMatchObject(forbidden);
});

test.each([
  { wrong: "a role nobody knows", input: { role: "Owner" }, at: "/role" },
  { wrong: "an e-mail that is none", input: { email: "mere" }, at: "/email" },
  { wrong: "no day", input: { days: 0 }, at: "/days" },
  { wrong: "for ever", input: { days: 31 }, at: "/days" },
  { wrong: "an organisation that is no id", input: { tenantIds: ["' or 1=1"] }, at: "/tenantIds/0" },
])("$wrong is a fault at its field", async ({ input, at }) => {
  expect(await refusalOf(createInvitation.call(ada, { role: "Standard", ...input }))).toMatchObject({ reason: "invalid", faults: [{ pointer: at }] });
});

test("hostile tokens and members nobody knows are refused as what they are", async () => {
  expect(await refusalOf(acceptAsNewPerson({ ...mere, token: "' or '1'='1" }, home))).toMatchObject(dead);
  for (const token of ["", "x".repeat(300), "a\0b", 7, null]) expect(await refusalOf(acceptAsNewPerson({ ...mere, token }, home))).toMatchObject({ reason: "invalid" });
  expect(await refusalOf(acceptAsNewPerson({ ...mere, token: await invite({}), role: "Admin" }, home))).toMatchObject({ reason: "invalid" });
});

test("the list says what became of each and who came by it, and names no organisation that is not the reader's", async () => {
  const token = await invite({ role: "Executive", tenantIds: [kauri, rimu], email: "mere@example.com" });
  await acceptAsNewPerson({ ...mere, token }, home);
  const mine = await listInvitations.run(ada, {});
  expect(mine.data).toMatchObject([{ state: "accepted", role: "Executive", organisations: ["Kauri", "Rimu"], otherOrganisations: 0, email: "mere@example.com", invitedBy: "ada@example.com", acceptedBy: "Mere Kingi" }]);
  const others = await listInvitations.run(await enter("other@example.com"), {});
  expect(others.data).toMatchObject([{ organisations: [], otherOrganisations: 2 }]);
});

test("it holds for seven days unless something else is said, and the database does not hold what would open the door", async () => {
  const token = await invite({});
  const [row] = await systemRead((q) => q.select().from(Invitations));
  expect(Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000)).toBe(7 * 24);
  expect(JSON.stringify([row, await listInvitations.call(ada, {})])).not.toContain(token);
});

test("one that is used cannot be withdrawn any more, and one that never was is not found", async () => {
  const token = await invite({});
  await acceptAsNewPerson({ ...mere, token }, home);
  expect(await refusalOf(withdrawInvitation.call(ada, { id: await idOf(token) }))).toMatchObject({ reason: "conflict", message: "This invitation is accepted already. Nothing was changed." });
  expect(await refusalOf(withdrawInvitation.call(ada, { id: kauri }))).toMatchObject({ reason: "notFound" });
});

test("somebody who comes with invitations again and again has to wait", async () => {
  const tries = Array.from({ length: 31 }, () => "y".repeat(43));
  const answers: unknown[] = [];
  for (const token of tries) answers.push(await refusalOf(acceptAsNewPerson({ ...mere, token }, home)));
  expect(answers[29]).toMatchObject(dead);
  expect(answers[30]).toMatchObject({ reason: "tooMany" });
});

test("making, accepting, withdrawing and being refused are on record, memberships in the chains of their organisations, and no token anywhere", async () => {
  const from = (await systemRead((q) => q.select().from(AuditLogs))).length;
  const [token, other] = [await invite({ role: "Accountant", tenantIds: [kauri, rimu] }), await invite({})];
  await acceptAsNewPerson({ ...mere, token }, home);
  await withdrawInvitation.call(ada, { id: await idOf(other) });
  await refusalOf(acceptAsNewPerson({ ...mere, email: "eve@example.com", token: other }, home));
  await refusalOf(acceptAsNewPerson({ ...mere, email: "eve@example.com", token: "z".repeat(43) }, home));
  const rows = (await systemRead((q) => q.select().from(AuditLogs).orderBy(AuditLogs.createdAt, AuditLogs.id))).slice(from);
  const person = await personCalled("mere@example.com");
  const said = rows.map(({ action, status, organisationId, actorId, details }) => ({ action, status, organisationId, by: actorId === ada.userId ? "ada" : actorId === person?.id ? "mere" : actorId, details }));
  const [first, second] = [kauri, rimu].toSorted();
  expect(said).toEqual([
    { action: "invitation.made", status: "success", organisationId: null, by: "ada", details: { role: "Accountant", organisations: 2 } },
    { action: "invitation.made", status: "success", organisationId: null, by: "ada", details: { role: "Standard", organisations: 0 } },
    { action: "member.added", status: "success", organisationId: first, by: "mere", details: { by: "invitation" } },
    { action: "member.added", status: "success", organisationId: second, by: "mere", details: { by: "invitation" } },
    { action: "invitation.accepted", status: "success", organisationId: null, by: "mere", details: { organisations: 2 } },
    { action: "person.registered", status: "success", organisationId: null, by: "mere", details: { by: "invitation", role: "Accountant" } },
    { action: "auth.signedIn", status: "success", organisationId: null, by: "mere", details: { by: "invitation" } },
    { action: "invitation.withdrawn", status: "success", organisationId: null, by: "ada", details: null },
    { action: "invitation.refused", status: "denied", organisationId: null, by: null, details: { reason: "It was withdrawn." } },
  ]);
  expect(JSON.stringify(rows)).not.toContain(token);
});

type Wish = { role?: Role; tenantIds?: string[]; email?: string };

async function invite(wish: Wish): Promise<string> {
  const { url } = await createInvitation.run(ada, { role: "Standard", ...wish });
  expect(url).toMatch(/^http:\/\/localhost:3000\/invitation\?token=[\w-]{43}$/);
  return new URL(url).searchParams.get("token") ?? "";
}

async function idOf(token: string): Promise<string> {
  const rows = await systemRead((q) => q.select().from(Invitations).where(eq(Invitations.tokenHash, sha256(token))));
  return rows[0]?.id ?? "";
}

async function expire(token: string): Promise<void> {
  const id = await idOf(token);
  const expiresAt = new Date(Date.now() - 1_000);
  await systemTransaction(async (tx) => {
    await tx.update(Invitations).set({ expiresAt }).where(eq(Invitations.id, id));
  });
}

async function organisation(name: string, member: string): Promise<string> {
  return systemTransaction(async (tx) => {
    const [made] = await tx.insert(XeroTenants).values({ tenantId: name, tenantName: name, tenantType: "Organization" }).returning({ id: XeroTenants.id });
    await addMembership(tx, member, made?.id ?? "");
    return made?.id ?? "";
  });
}

async function enter(email: string): Promise<SignedIn> {
  const caller = await callerOfSession(await signIn({ email, password: goodPassword }, home), new Date(), home);
  if (!caller) throw new Error(`${email} was not let in.`);
  return caller;
}

async function personCalled(email: string) {
  return (await systemRead((q) => q.select().from(Users))).find((user) => user.email === email);
}

async function membershipsOf(email: string) {
  const person = await personCalled(email);
  const rows = await systemRead((q) => q.select().from(UserTenants));
  const mine = rows.filter(({ userId }) => userId === person?.id).map(({ tenantId, role, isActive }) => ({ tenantId, role, isActive }));
  return mine.toSorted((one, other) => [kauri, rimu, totara].indexOf(one.tenantId) - [kauri, rimu, totara].indexOf(other.tenantId));
}
