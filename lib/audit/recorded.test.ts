// Everything that has to be on record is: each thing once, with who did it and from where, in the right chain, and only when it happened.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { ApiKeys, Jobs } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { mailJobs } from "#lib/alerts/testing/queries.ts";
import { admit } from "#lib/api-keys/admit.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { recordDeadKey } from "#lib/api-keys/dead-key.ts";
import { once } from "#lib/api-keys/once.ts";
import { createKey, ownKeys, revokeKey } from "#lib/api-keys/own-keys.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { chainOf, makeOrganisation } from "#lib/audit/testing/queries.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { fail } from "#lib/failure.ts";
import { exampleDoneJob } from "#lib/jobs/examples.ts";
import { queueJob } from "#lib/jobs/queries.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { type Perform, work } from "#lib/jobs/work.ts";
import { httpDoor } from "#lib/http-door.ts";
import { operations } from "#lib/operations.ts";
import { activateOrganisation } from "#lib/organisations/activate.ts";
import { changeRole, deactivateMember, reactivateMember } from "#lib/people/members.ts";
import { changePassword } from "#lib/people/own-account.ts";
import { register } from "#lib/people/register.ts";
import { resetPassword } from "#lib/people/reset-password.ts";
import { endSession, signOut } from "#lib/people/sessions.ts";
import { createFirstAdmin } from "#lib/people/set-up.ts";
import { createSignInLink, redeemSignInLink } from "#lib/people/sign-in-links.ts";
import { signIn } from "#lib/people/sign-in.ts";
import { callerFor, elsewhere, goodPassword, home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Caller, Scope } from "#lib/scope.ts";
import { startSync } from "#lib/sync/start-sync.ts";
import { forgetAllEvents } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;
let ada: string;
let ben: string;
let kauri: string;
const secrets = [goodPassword];

beforeAll(async () => {
  stubSettings({ REGISTRATION: "open" });
  database = await freshDatabase();
});
afterAll(() => database.close());

test("setting an installation up is its first row", async () => {
  ada = await createFirstAdmin({ email: "ada@example.com", password: goodPassword }, home);
  expect(await refusalOf(createFirstAdmin({ email: "late@example.com", password: goodPassword }, home))).toBeDefined();
  expect(await chainOf(null)).toMatchObject([{ sequence: 1, action: "installation.setUp", actorId: ada, resourceId: ada, ...home }]);
  ben = await makePerson("ben@example.com", "Standard");
  kauri = await makeOrganisation("Kauri", [ada, ben]);
});

test("signing in by password, and failing to", async () => {
  expect(await added(null, () => signIn({ email: "ben@example.com", password: goodPassword }, home))).toMatchObject([
    { action: "auth.signedIn", status: "success", actorType: "user", actorId: ben, userId: ben, details: { by: "password" }, ...home },
  ]);
  expect(await added(null, () => refusalOf(signIn({ email: "ben@example.com", password: "not the one" }, elsewhere)))).toMatchObject([
    { action: "auth.signInFailed", status: "denied", actorId: ben, details: { reason: "The password was wrong." }, ...elsewhere },
  ]);
});

test("a failed sign-in of nobody we know does not keep what was typed", async () => {
  const [row, ...rest] = await added(null, () => refusalOf(signIn({ email: "my secret in the wrong field", password: "x" }, home)));
  expect(rest).toEqual([]);
  expect(row).toMatchObject({ action: "auth.signInFailed", status: "denied", actorId: null, details: { reason: "Nobody has this e-mail." } });
  expect(JSON.stringify(row)).not.toContain("secret");
});

test("a link that is made, signs in, and is tried once more", async () => {
  let token = "";
  const made = await added(null, async () => {
    token = new URL((await createSignInLink("ben@example.com")).url).searchParams.get("token") ?? "";
  });
  secrets.push(token);
  expect(made).toMatchObject([{ action: "auth.linkMade", actorType: "system", resourceId: ben }]);
  expect(await added(null, () => redeemSignInLink(token, home))).toMatchObject([{ action: "auth.signedIn", actorId: ben, details: { by: "link" } }]);
  expect(await added(null, () => refusalOf(redeemSignInLink(token, elsewhere)))).toMatchObject([{ action: "auth.signInFailed", status: "denied", actorId: ben, ...elsewhere }]);
  expect(await added(null, () => refusalOf(redeemSignInLink("never one", elsewhere)))).toEqual([]);
});

test("signing out, once however often it is asked for, and ending another session", async () => {
  const [here, there] = [await callerFor("ben@example.com"), await callerFor("ben@example.com", elsewhere)];
  expect(await added(null, () => endSession(here, there.id))).toMatchObject([{ action: "auth.sessionEnded", actorId: ben, resourceId: there.id, ...home }]);
  expect(await added(null, () => refusalOf(endSession(here, there.id)))).toEqual([]);
  expect(await added(null, () => signOut(here))).toMatchObject([{ action: "auth.signedOut", actorId: ben, ...home }]);
  expect(await added(null, () => signOut(here))).toEqual([]);
});

test("a password that is changed, and one that is reset on the machine", async () => {
  const caller = await callerFor("ben@example.com");
  secrets.push("grey barge under bridges");
  const change = (currentPassword: string) => changePassword(caller, { currentPassword, newPassword: "grey barge under bridges" }, home);
  expect(await added(null, () => refusalOf(change("not the current one")))).toEqual([]);
  expect(await added(null, () => change(goodPassword))).toMatchObject([{ action: "person.passwordChanged", actorId: ben, resourceId: ben, ...home }]);
  expect(await added(null, () => resetPassword("ben@example.com", goodPassword))).toMatchObject([{ action: "person.passwordReset", actorType: "system", actorId: null, resourceId: ben }]);
});

test("registering, and registering an e-mail that somebody has", async () => {
  const input = { email: "cleo@example.com", password: goodPassword };
  expect(await added(null, () => register(input, home))).toMatchObject([{ action: "person.registered", status: "success", ...home }]);
  expect(await added(null, () => register(input, elsewhere))).toMatchObject([{ action: "person.registrationRefused", status: "denied", actorId: null, ...elsewhere }]);
});

test("roles and access of members, but not a change that was refused", async () => {
  const admin = await callerFor("ada@example.com");
  expect(await added(null, () => changeRole.call(admin, { userId: ben, role: "Accountant" }))).toMatchObject([
    { action: "member.roleChanged", actorId: ada, resourceId: ben, details: { from: "Standard", to: "Accountant" }, ...home },
  ]);
  expect(await added(null, () => deactivateMember.call(admin, { userId: ben }))).toMatchObject([{ action: "member.deactivated", actorId: ada, resourceId: ben }]);
  expect(await added(null, () => refusalOf(signIn({ email: "ben@example.com", password: goodPassword }, home)))).toMatchObject([
    { action: "auth.signInFailed", status: "denied", actorId: ben, details: { reason: "The person is deactivated." } },
  ]);
  expect(await added(null, () => reactivateMember.call(admin, { userId: ben }))).toMatchObject([{ action: "member.reactivated", resourceId: ben }]);
  expect(await added(null, () => refusalOf(deactivateMember.call(admin, { userId: ada })))).toEqual([]);
});

test("switching to an organisation stands in its chain; switching to another's stands nowhere", async () => {
  const rimu = await makeOrganisation("Rimu");
  const caller = await callerFor("ben@example.com");
  expect(await added(kauri, () => activateOrganisation(caller, kauri))).toMatchObject([{ action: "tenant.switchedTo", actorId: ben, tenantId: kauri, ...home }]);
  expect(await added(rimu, () => refusalOf(activateOrganisation(caller, rimu)))).toEqual([]);
});

test("a sync that is asked for, asked for again, and cancelled before it began", async () => {
  const scope = await scopeOf("ada@example.com");
  const sync = () => startSync.run(scope, { tenantId: kauri, mode: "full" });
  const [asked, ...more] = await added(kauri, async () => {
    await sync();
    await sync();
  });
  expect(more).toEqual([]);
  expect(asked).toMatchObject({ action: "sync.requested", actorId: ada, resourceType: "Job", details: { mode: "full" }, ...home });
  const cancelled = await added(kauri, () => cancelJob.run([scope], { id: asked?.resourceId ?? "" }));
  expect(cancelled).toMatchObject([{ action: "sync.cancelled", actorId: ada, resourceId: asked?.resourceId, correlationId: asked?.correlationId }]);
  expect(await added(kauri, () => refusalOf(cancelJob.run([scope], { id: asked?.resourceId ?? "" })))).toEqual([]);
});

const performed: [string, Perform, object][] = [
  ["succeeds", async () => exampleDoneJob.result, { action: "sync.succeeded", status: "success" }],
  ["fails", async () => fail("notPermitted", "Xero does not permit this."), { action: "sync.failed", status: "error", details: { code: "notPermitted", message: "Xero does not permit this." } }],
];

test.each(performed)("a sync that %s", async (_how, perform, expected) => {
  const scope = await scopeOf("ada@example.com");
  const { id } = await startSync.run(scope, { tenantId: kauri });
  expect(await added(kauri, () => worked(perform, id))).toMatchObject([{ actorType: "system", resourceId: id, ...expected }]);
});

test("what is sent is no sync: neither its success nor its failure is written down as one's", async () => {
  const performers: Perform[] = [async () => ({ sent: true }), async () => fail("refused", "There is no such mailbox.")];
  for (const perform of performers) {
    await transaction({ tenantId: kauri }, (tx) => queueJob(tx, { tenantId: kauri, type: "mail", parameters: {} }));
    const [job] = await mailJobs(kauri);
    expect(await added(kauri, () => worked(perform, job?.id ?? ""))).toEqual([]);
    await forgetAllEvents();
  }
});

test("a sync that a person ends under way says who asked, and that it ended", async () => {
  const scope = await scopeOf("ada@example.com");
  const { id } = await startSync.run(scope, { tenantId: kauri });
  const perform: Perform = async (_job, signal) => {
    await cancelJob.run([scope], { id });
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  };
  expect(await added(kauri, () => worked(perform, id))).toMatchObject([
    { action: "sync.cancelRequested", actorId: ada, resourceId: id },
    { action: "sync.cancelled", actorType: "system", resourceId: id },
  ]);
});

test("a sync that goes back to the queue has not ended, and a worker that lost its job ends nothing", async () => {
  const scope = await scopeOf("ada@example.com");
  const { id } = await startSync.run(scope, { tenantId: kauri });
  expect(await added(kauri, () => worked(async () => fail("unavailable", "Xero is away."), id, "queued"))).toEqual([]);
  await systemTransaction((tx) => tx.update(Jobs).set({ runAfter: null }).where(eq(Jobs.id, id)).then(() => undefined));
  const robbed: Perform = async () => systemTransaction((tx) => tx.update(Jobs).set({ leaseOwner: "other", status: "cancelled" }).where(eq(Jobs.id, id)).then(() => undefined));
  expect(await added(kauri, () => worked(robbed, id))).toEqual([]);
});

test("a key that is made in place of another, and what its owner does by it", async () => {
  await changeRole.call(await callerFor("ada@example.com"), { userId: ben, role: "Accountant" });
  const make = () => replaceKey({ userId: ben, name: "n8n", permissions: permissionsOf("Accountant"), tenantIds: null });
  const [first, second] = [await make(), ""];
  let key = second;
  const rows = await added(null, async () => {
    key = await make();
  });
  secrets.push(first.slice(-43), key.slice(-43));
  expect(rows).toMatchObject([
    { action: "apiKey.revoked", userId: ben, resourceId: first.slice(4, 12), details: { name: "n8n" } },
    { action: "apiKey.created", userId: ben, resourceId: key.slice(4, 12), details: { name: "n8n" } },
  ]);
  const caller = await callerOfKey(key, new Date(), elsewhere);
  expect(await added(kauri, () => startSync.call(caller ?? nobody, { tenantId: kauri }))).toMatchObject([
    { action: "sync.requested", actorType: "key", actorId: ben, details: { mode: "incremental", key: key.slice(4, 12) }, ...elsewhere },
  ]);
  const dead = await added(null, () => recordDeadKey(first, elsewhere));
  expect(dead).toMatchObject([{ action: "access.denied", status: "denied", actorType: "key", actorId: ben, resourceId: first.slice(4, 12), details: { reason: "The key was revoked." } }]);
  const wrong = `${first.slice(0, -1)}${first.endsWith("A") ? "B" : "A"}`;
  for (const unknown of [wrong, "", "dbk_", "x"]) expect(await added(null, () => recordDeadKey(unknown, elsewhere))).toEqual([]);
});

test("each 403 over HTTP stands once in the chain of the organisation it names, or else the installation's", async () => {
  const key = await replaceKey({ userId: ben, name: "narrow", permissions: ["jobs:read"], tenantIds: null });
  const denied = { action: "access.denied", status: "denied", actorType: "key", actorId: ben, ipAddress: "127.0.0.1", userAgent: "a program" };
  expect(await added(kauri, async () => expect(await asked(key, "POST", `/tenants/${kauri}/sync`)).toBe(403))).toMatchObject([
    { ...denied, details: { what: "sync.start", answer: "This needs the permission sync:write.", key: key.slice(4, 12) } },
  ]);
  expect(await added(null, async () => expect(await asked(key, "GET", "/accounts")).toBe(403))).toMatchObject([{ ...denied, details: { what: "accounts.list" } }]);
  const before = await everyRow();
  for (const path of ["/jobs", "/tenants/nonsense/nothing", `/accounts/${ben}?colour=red`]) expect(await asked(key, "GET", path)).not.toBe(401);
  expect(await everyRow()).toBe(before + 1);
});

test("a dead key is told no more often than a live one would be let in, and each time is on record", async () => {
  const key = await replaceKey({ userId: ben, name: "short", permissions: ["jobs:read"], tenantIds: null });
  await systemTransaction((tx) => tx.update(ApiKeys).set({ expiresAt: new Date(0), rateLimit: 1 }).where(eq(ApiKeys.name, "short")).then(() => undefined));
  const answers: number[] = [];
  const rows = await added(null, async () => {
    for (let turn = 0; turn < 8; turn += 1) answers.push(await asked(key, "GET", "/jobs"));
  });
  const told = answers.filter((status) => status === 401).length;
  expect([answers[0], answers.at(-1)]).toEqual([401, 429]);
  expect(rows.map(({ action, actorId, details }) => [action, actorId, details])).toEqual(Array.from({ length: told }, () => ["access.denied", ben, { reason: "The key has expired, or its owner may not sign in.", key: key.slice(4, 12) }]));
});

test("a key that a person makes on their page and revokes there", async () => {
  const caller = await callerFor("ben@example.com");
  const wish = { name: "by hand", permissions: ["jobs:read", "reports:read"], tenantIds: null, lastDay: null };
  let key = "";
  const made = await added(null, async () => {
    key = (await createKey(caller, wish, new Date())).key;
  });
  secrets.push(key.slice(-43));
  expect(made).toMatchObject([{ action: "apiKey.created", actorType: "user", actorId: ben, resourceId: key.slice(4, 12), details: { name: "by hand", permissions: "jobs:read reports:read" }, ...home }]);
  expect(await added(null, () => refusalOf(createKey(caller, wish, new Date())))).toEqual([]);
  const id = (await ownKeys(caller, new Date())).keys.find(({ name }) => name === "by hand")?.id ?? "";
  expect(await added(null, () => revokeKey(caller, id, new Date()))).toMatchObject([{ action: "apiKey.revoked", actorType: "user", actorId: ben, resourceId: key.slice(4, 12), details: { name: "by hand" }, ...home }]);
  expect(await added(null, () => refusalOf(revokeKey(caller, id, new Date())))).toEqual([]);
});

test("nothing on record is a secret, and every chain is whole", async () => {
  const rows = JSON.stringify([await chainOf(null), await chainOf(kauri)]);
  const hashes = await systemRead((q) => q.select({ key: ApiKeys.key }).from(ApiKeys));
  for (const secret of [...secrets, ...hashes.map(({ key }) => key)]) expect(rows).not.toContain(secret);
  await verifyAudit();
});

const handle = httpDoor({ base: () => "http://localhost/api/v1", operations, admit, refused: recordDenial, once, bodyLimit: 1000 });

/** The status that a program with this key is answered. */
async function asked(key: string, method: string, path: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, "user-agent": "a program" };
  return (await handle(new Request(`http://localhost/api/v1${path}`, { method, headers }))).status;
}

const nobody: Caller = { id: "", userId: "", permissions: [], scopes: [] };

/** What a chain has more after some work. */
async function added(organisationId: string | null, work: () => Promise<unknown>) {
  const before = await chainOf(organisationId);
  await work();
  return (await chainOf(organisationId)).slice(before.length);
}

async function everyRow(): Promise<number> {
  return (await chainOf(null)).length + (await chainOf(kauri)).length;
}

async function scopeOf(email: string): Promise<Scope> {
  const scope = (await callerFor(email)).scopes.find(({ tenantId }) => tenantId === kauri);
  if (!scope) throw new Error("This organisation is not theirs.");
  return scope;
}

/** Runs a worker until it has let go of the job. */
async function worked(perform: Perform, id: string, status?: string): Promise<void> {
  const stop = new AbortController();
  let begun = false;
  const noting: Perform = (job, signal) => {
    begun = true;
    return perform(job, signal);
  };
  const working = work({ mode: "separate", perform: noting, signal: stop.signal, leaseSeconds: 1 });
  const isDone = async () => {
    const [job] = await systemRead((q) => q.select().from(Jobs).where(eq(Jobs.id, id)));
    return begun && job?.status !== "running" && (status === undefined || job?.status === status);
  };
  await expect.poll(isDone, { interval: 20, timeout: 8_000 }).toBe(true);
  stop.abort();
  await working;
}
