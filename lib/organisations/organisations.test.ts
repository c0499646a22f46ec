import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { Accounts, Jobs, OAuthFlows, UserTenants, XeroConnections, XeroTenants, XeroTokens } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { failureOf } from "#lib/failure.ts";
import { accessTokenFor } from "#lib/organisations/access-token.ts";
import { activateOrganisation } from "#lib/organisations/activate.ts";
import { type Answered, beginConnect, finishConnect, requireApp } from "#lib/organisations/connect.ts";
import { disconnectOrganisation } from "#lib/organisations/disconnect.ts";
import { eraseOrganisation } from "#lib/organisations/erase.ts";
import { giveUpConnection } from "#lib/organisations/give-up-connection.ts";
import { listOrganisations } from "#lib/organisations/list-organisations.ts";
import { liveTokenFor } from "#lib/organisations/queries.ts";
import { beginRemoval } from "#lib/organisations/remove-organisation.ts";
import { removeMembership } from "#lib/people/membership-queries.ts";
import { callerFor, elsewhere, home, makePerson, refusalOf } from "#lib/people/testing.ts";
import type { Scope } from "#lib/scope.ts";
import { startSync } from "#lib/sync/start-sync.ts";
import { type Answering, tokenAnswer, type XeroServer, xeroServer } from "#lib/xero/testing/server.ts";

let database: TestDatabase;
let xero: XeroServer;
let granted = 0;

beforeAll(async () => {
  database = await freshDatabase();
  xero = await xeroServer();
  await makePerson("owner@example.com", "Admin");
  await makePerson("other@example.com", "Admin");
  await makePerson("practice@example.com", "Admin");
  await makePerson("reader@example.com", "ReadOnly");
});
afterEach(() => {
  xero.asked.length = 0;
});
afterAll(async () => {
  await xero.close();
  await database.close();
});

test("a consent asks Xero for the scopes, with a state and a challenge that are not kept readable", async () => {
  const address = new URL(await beginConnect(await callerFor("owner@example.com")));
  const { state, code_challenge: challenge, ...rest } = Object.fromEntries(address.searchParams);
  expect(rest).toMatchObject({ response_type: "code", client_id: "client", redirect_uri: "http://localhost:3000/api/xero/callback", code_challenge_method: "S256" });
  expect([state, challenge]).toEqual([expect.stringMatching(/^[\w-]{43}$/), expect.stringMatching(/^[\w-]{43}$/)]);
  const flows = await systemRead((q) => q.select().from(OAuthFlows));
  expect(JSON.stringify(flows)).not.toContain(state);
});

test("connecting keeps one encrypted token set, every organisation it reaches, and asks for their first sync", async () => {
  const tenantIds = await connect("owner@example.com", ["kiwi", "brit"]);
  const tokens = await systemRead((q) => q.select().from(XeroTokens));
  expect(tokens).toHaveLength(1);
  expect(tokens[0]?.accessToken).toMatch(/^v1\.k1\./);
  expect(JSON.stringify(tokens)).not.toContain("refresh-");
  const connections = await systemRead((q) => q.select().from(XeroConnections));
  expect(connections.map(({ tokenId, status }) => ({ tokenId, status }))).toEqual(tenantIds.map(() => ({ tokenId: tokens[0]?.id, status: "connected" })));
  const jobs = await systemRead((q) => q.select({ tenantId: Jobs.tenantId, status: Jobs.status }).from(Jobs));
  expect(jobs.toSorted(byTenant)).toEqual(tenantIds.map((tenantId) => ({ tenantId, status: "queued" })).toSorted(byTenant));
  expect(await activeOf("owner@example.com")).toEqual([tenantIds[1]]);
  for (const [tenantId, switched] of [[tenantIds[0], []], [tenantIds[1], ["tenant.switchedTo"]]] as const) {
    expect((await chainOf(tenantId ?? "")).map(({ action, actorType, ipAddress }) => [action, actorType, ipAddress])).toEqual(["tenant.connected", "sync.requested", ...switched].map((action) => [action, "user", home.ipAddress]));
  }
  const exchange = xero.asked.find(({ path }) => path === "/connect/token");
  expect(new URLSearchParams(exchange?.body).get("code_verifier")).toMatch(/^[\w-]{43}$/);
});

test("connecting again renews what is there and doubles nothing", async () => {
  const before = await connect("owner@example.com", ["kiwi", "brit"]);
  const after = await connect("owner@example.com", ["kiwi", "brit"]);
  expect(after).toEqual(before);
  const counts = await systemRead(async (q) => [(await q.select().from(XeroTokens)).length, (await q.select().from(XeroConnections)).length, (await q.select().from(XeroTenants)).length, (await q.select().from(Jobs)).length]);
  expect(counts).toEqual([1, 2, 2, 2]);
});

test("an answer works once, for the session that began it, while it is fresh", async () => {
  xero.answer(xeroSays(["kiwi"]));
  const owner = await callerFor("owner@example.com");
  const state = await begun(owner);
  const answered = { code: "code", state, error: null };
  await refused(finishConnect(await callerFor("other@example.com"), answered));
  await refused(finishConnect(await callerFor("owner@example.com", elsewhere), answered));
  for (const wrong of [null, "", "x", `${state}x`, state.slice(1)]) await refused(finishConnect(owner, { ...answered, state: wrong }));
  expect(await finishConnect(owner, answered)).toHaveLength(1);
  await refused(finishConnect(owner, answered));
  const late = { ...answered, state: await begun(owner) };
  await systemTransaction((tx) => tx.update(OAuthFlows).set({ expiresAt: new Date(Date.now() - 1) }).then(() => undefined));
  await refused(finishConnect(owner, late));
});

test("one answer that comes twice at once connects once", async () => {
  xero.answer(xeroSays(["kiwi"]));
  const owner = await callerFor("owner@example.com");
  const answered = { code: "code", state: await begun(owner), error: null };
  const outcomes = await Promise.allSettled([finishConnect(owner, answered), finishConnect(owner, answered), finishConnect(owner, answered)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(xero.asked.filter(({ path }) => path === "/connect/token")).toHaveLength(1);
});

const unhappy: [string, Partial<Answered>, Answering, string][] = [
  ["consent refused", { code: null, error: "access_denied" }, () => ({ status: 500 }), "You did not give Daybook access"],
  ["another error of Xero's", { code: null, error: "server_error" }, () => ({ status: 500 }), "Xero did not give access (server_error)"],
  ["no code", { code: null }, () => ({ status: 500 }), "Xero did not give access (no code)"],
  ["a code used already", {}, () => ({ status: 400, body: '{"error":"invalid_grant"}' }), "Begin again"],
  ["an app that Xero does not know", {}, () => ({ status: 401, body: '{"error":"invalid_client"}' }), "XERO_CLIENT_ID"],
  ["Xero down", {}, () => ({ status: 503, body: "<html>" }), "try again in a minute"],
  ["HTML for tokens", {}, () => ({ body: "<html>" }), "cannot read"],
  ["a token that is no token", {}, () => ({ body: '{"access_token":"x","refresh_token":"y","expires_in":1800}' }), "organisation"],
  ["an answer that breaks off", {}, () => "cut", "broke off"],
  ["no organisation", {}, (asked) => xeroSays([])(asked), "reaches no organisation"],
];

test.each(unhappy)("%s connects nothing and says what to do", async (_label, answer, answering, sentence) => {
  const before = await everything();
  xero.answer((asked) => (asked.path === "/connections" && sentence === "organisation" ? { body: "[]" } : answering(asked)));
  const owner = await callerFor("owner@example.com");
  const refusal = await refusalOf(finishConnect(owner, { code: "code", state: await begun(owner), error: null, ...answer }));
  expect(refusal).toMatchObject({ name: "Refusal", message: expect.stringContaining(sentence) });
  expect(await everything()).toEqual(before);
});

test("a practice is listed as one and never synced, and what is neither is refused with a sentence", async () => {
  const says = (tenantType: string): Answering => ({ path }) => (path === "/connections" ? { body: JSON.stringify([{ id: "c", tenantId: `xero-${tenantType}`, tenantType, tenantName: "A firm" }]) } : tokenAnswer(nextName()));
  const owner = await callerFor("practice@example.com");
  xero.answer(says("PRACTICE"));
  const [tenantId = ""] = await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  const connected = await callerFor("practice@example.com");
  expect((await listOrganisations.run(connected, {})).data).toMatchObject([{ id: tenantId, name: "A firm", tenantType: "Practice" }]);
  expect(await systemRead((q) => q.select().from(Jobs).where(eq(Jobs.tenantId, tenantId)))).toEqual([]);
  expect(await refusalOf(startSync.call(connected, { tenantId }))).toMatchObject({ reason: "conflict", message: expect.stringContaining("practice") });
  const before = await everything();
  xero.answer(says("COMPANY"));
  expect(await refusalOf(finishConnect(owner, { code: "code", state: await begun(owner), error: null }))).toMatchObject({ reason: "invalid", message: expect.stringContaining("A firm a COMPANY") });
  expect(await everything()).toEqual(before);
});

test("the organisation one lands on is that of the consent just given, wherever Xero lists it", async () => {
  const tenantIds = await connect("owner@example.com", ["kiwi", "brit"]);
  const kiwi = await systemRead((q) => q.select({ id: XeroTenants.id }).from(XeroTenants).where(eq(XeroTenants.tenantId, "xero-kiwi")));
  xero.answer(consentOf("kiwi", ["kiwi", "brit"]));
  const owner = await callerFor("owner@example.com");
  expect((await finishConnect(owner, { code: "code", state: await begun(owner), error: null })).at(-1)).toBe(kiwi[0]?.id);
  expect(tenantIds).toContain(kiwi[0]?.id);
  expect(await activeOf("owner@example.com")).toEqual([kiwi[0]?.id]);
});

test("one that was disconnected here comes back by a consent of its own, not by another's", async () => {
  await connect("owner@example.com", ["kiwi", "brit"]);
  const [brit] = await systemRead((q) => q.select({ id: XeroTenants.id }).from(XeroTenants).where(eq(XeroTenants.tenantId, "xero-brit")));
  xero.answer(() => ({ status: 503 }));
  await disconnectOrganisation(await scopeOf("owner@example.com", brit?.id ?? ""));
  const owner = await callerFor("owner@example.com");
  xero.answer(consentOf("kiwi", ["kiwi", "brit"]));
  await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  expect(await statusOf(brit?.id ?? "")).toBe("disconnected");
  xero.answer(consentOf("brit", ["kiwi", "brit"]));
  await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  expect(await statusOf(brit?.id ?? "")).toBe("connected");
});

test("one whose membership was taken away comes back by a consent of its own, not by another's", async () => {
  await connect("owner@example.com", ["kiwi", "brit"]);
  const brit = await idOf("xero-brit");
  const owner = await callerFor("owner@example.com");
  await systemTransaction((tx) => removeMembership(tx, owner.userId, brit));
  xero.answer(consentOf("kiwi", ["kiwi", "brit"]));
  await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  expect((await callerFor("owner@example.com")).scopes.map(({ tenantId }) => tenantId)).not.toContain(brit);
  xero.answer(consentOf("brit", ["kiwi", "brit"]));
  await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  expect((await callerFor("owner@example.com")).scopes.map(({ tenantId }) => tenantId)).toContain(brit);
});

test("one that is being erased is not connected meanwhile, nor brought back by another's consent", async () => {
  await connect("owner@example.com", ["kiwi", "brit"]);
  const brit = await idOf("xero-brit");
  await beginRemoval(brit);
  const owner = await callerFor("owner@example.com");
  xero.answer(consentOf("brit", ["kiwi", "brit"]));
  const refused = { reason: "conflict", message: "brit was removed a moment ago and is still being erased. Nothing was connected; try again in a minute." };
  expect(await refusalOf(finishConnect(owner, { code: "code", state: await begun(owner), error: null }))).toMatchObject(refused);
  xero.answer(consentOf("kiwi", ["kiwi", "brit"]));
  await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
  expect((await callerFor("owner@example.com")).scopes.map(({ tenantId }) => tenantId)).not.toContain(brit);
  await eraseOrganisation(brit);
  await connect("owner@example.com", ["kiwi", "brit"]);
  expect(await idOf("xero-brit")).not.toBe(brit);
});

test("a job that fails late neither undoes a disconnection nor a connection renewed since", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  const used = await systemRead((q) => liveTokenFor(q, tenantId));
  if (!used) throw new Error("It is not connected.");
  const before = await lossesOf(tenantId);
  await connect("owner@example.com", ["kiwi"]);
  expect(await giveUpConnection(tenantId, used, "reauthRequired")).toBe(true);
  expect(await statusOf(tenantId)).toBe("connected");
  const renewed = (await systemRead((q) => liveTokenFor(q, tenantId))) ?? used;
  xero.answer(() => ({ status: 204, body: "" }));
  await disconnectOrganisation(await scopeOf("owner@example.com", tenantId));
  expect(await giveUpConnection(tenantId, renewed, "reauthRequired")).toBe(false);
  expect(await statusOf(tenantId)).toBe("disconnected");
  await connect("owner@example.com", ["kiwi"]);
  const now = (await systemRead((q) => liveTokenFor(q, tenantId))) ?? used;
  expect(await lossesOf(tenantId)).toEqual(before);
  expect(await giveUpConnection(tenantId, now, "disconnected")).toBe(false);
  expect(await statusOf(tenantId)).toBe("disconnected");
  expect(await lossesOf(tenantId)).toEqual([...before, ["system", { status: "disconnected" }]]);
});

test.each([
  [{ XERO_CLIENT_ID: "" }, "XERO_CLIENT_ID is not set"],
  [{ XERO_CLIENT_SECRET: "" }, "XERO_CLIENT_SECRET is not set"],
  [{ XERO_CLIENT_ID: "", XERO_CLIENT_SECRET: "" }, "XERO_CLIENT_ID and XERO_CLIENT_SECRET are not set"],
])("without an app (%o) nobody is sent to Xero, and the variable is named", (missing, sentence) => {
  expect(() => requireApp({ XERO_CLIENT_ID: "client", XERO_CLIENT_SECRET: "secret", ...missing })).toThrow(sentence);
});

test("who may not connect is told which permission it needs", async () => {
  const reader = await callerFor("reader@example.com");
  expect(await refusalOf(beginConnect(reader))).toMatchObject({ reason: "forbidden", message: "This needs the permission organisations:manage." });
  expect(await refusalOf(finishConnect(reader, { code: "code", state: "x", error: null }))).toMatchObject({ reason: "forbidden" });
});

test("twenty who need a new token at once cause one refresh, and all get it", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi", "brit"]);
  await expire();
  const refreshes = refreshing();
  const tokens = await Promise.all(Array.from({ length: 20 }, () => accessTokenFor(tenantId)));
  expect(new Set(tokens).size).toBe(1);
  expect(refreshes()).toBe(1);
});

test("twenty whose token Xero turned away cause one refresh", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  const before = await accessTokenFor(tenantId);
  const refreshes = refreshing();
  const tokens = await Promise.all(Array.from({ length: 20 }, () => accessTokenFor(tenantId, before)));
  expect([new Set(tokens).size, tokens[0] === before, refreshes()]).toEqual([1, false, 1]);
});

test("a token that is good is used as it is", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  const refreshes = refreshing();
  expect(await accessTokenFor(tenantId)).toBe(await accessTokenFor(tenantId));
  expect(refreshes()).toBe(0);
});

test("tokens that live too short to be kept do not make an endless loop", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  await expire();
  xero.answer(() => tokenAnswer(nextName(), { expiresIn: 30 }));
  xero.asked.length = 0;
  expect(await accessTokenFor(tenantId)).toMatch(/^e\./);
  expect(xero.asked).toHaveLength(1);
});

test("the lease of a process that died is waited for and then taken over, with the old refresh token", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  await expire();
  await systemTransaction((tx) => tx.update(XeroTokens).set({ leaseUntil: new Date(Date.now() + 500) }).then(() => undefined));
  const refreshes = refreshing();
  const startedAt = performance.now();
  await accessTokenFor(tenantId);
  expect(performance.now() - startedAt).toBeGreaterThan(400);
  expect(refreshes()).toBe(1);
});

test("a refresh that fails for a moment keeps the old token and frees the lease", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  await expire();
  xero.answer(() => ({ status: 503 }));
  expect(failureOf(await refusalOf(accessTokenFor(tenantId)))).toMatchObject({ code: "unavailable", retryable: true });
  const refreshes = refreshing();
  await accessTokenFor(tenantId);
  expect(refreshes()).toBe(1);
});

test("a login that Xero ended asks for a new connection in all its organisations, and connecting again heals them", async () => {
  const tenantIds = await connect("owner@example.com", ["kiwi", "brit"]);
  const before = await Promise.all(tenantIds.map(lossesOf));
  await expire();
  xero.answer(() => ({ status: 400, body: '{"error":"invalid_grant"}' }));
  expect(failureOf(await refusalOf(accessTokenFor(tenantIds[0] ?? "")))).toMatchObject({ code: "reauthRequired", retryable: false });
  expect(await statuses()).toEqual(["reauthRequired", "reauthRequired"]);
  expect(failureOf(await refusalOf(accessTokenFor(tenantIds[1] ?? "")))).toMatchObject({ code: "reauthRequired" });
  expect(await Promise.all(tenantIds.map(lossesOf))).toEqual(before.map((losses) => [...losses, ["system", { status: "reauthRequired" }]]));
  await connect("owner@example.com", ["kiwi", "brit"]);
  expect(await statuses()).toEqual(["connected", "connected"]);
  expect(await accessTokenFor(tenantIds[1] ?? "")).toMatch(/^e\./);
});

test("who connects again while an old token is being refused is not thrown out by it", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["kiwi"]);
  await expire();
  const says = xeroSays(["kiwi"]);
  const owner = await callerFor("owner@example.com");
  xero.answer(async (asked) => {
    if (!asked.body.includes("grant_type=refresh_token")) return says(asked);
    await finishConnect(owner, { code: "code", state: await begun(owner), error: null });
    return { status: 400, body: '{"error":"invalid_grant"}' };
  });
  expect(await accessTokenFor(tenantId)).toMatch(/^e\./);
  expect(await statuses()).toEqual(["connected", "connected"]);
});

test("an organisation of somebody else's is not found, and nothing is switched", async () => {
  const [mine = ""] = await connect("owner@example.com", ["kiwi"]);
  const [theirs = ""] = await connect("other@example.com", ["theirs"]);
  const owner = await callerFor("owner@example.com");
  for (const tenantId of [theirs, "0192f000-0000-7000-8000-00000000dead", ""]) expect(await refusalOf(activateOrganisation(owner, tenantId))).toMatchObject({ reason: "notFound" });
  expect(await activeOf("owner@example.com")).toEqual([mine]);
});

test("switching leaves one organisation active, also when two switch at once", async () => {
  const tenantIds = await connect("owner@example.com", ["kiwi", "brit"]);
  const owner = await callerFor("owner@example.com");
  await Promise.allSettled(Array.from({ length: 10 }, (_, turn) => activateOrganisation(owner, tenantIds[turn % 2] ?? "")));
  expect(await activeOf("owner@example.com")).toHaveLength(1);
  await activateOrganisation(owner, tenantIds[0] ?? "");
  expect(await activeOf("owner@example.com")).toEqual([tenantIds[0]]);
});

test("disconnecting ends every connection at Xero by its own login, and keeps the books", async () => {
  const [shared = ""] = await connect("owner@example.com", ["shared"]);
  await connect("other@example.com", ["shared"]);
  await transaction({ tenantId: shared }, (tx) => tx.insert(Accounts).values({ tenantId: shared, xeroId: "a1", name: "Bank", type: "BANK", class: "ASSET", status: "ACTIVE", contentHash: "" }).then(() => undefined));
  const removed: [string, string | undefined][] = [];
  xero.answer((asked) => {
    removed.push([asked.path, asked.headers.authorization]);
    return { status: 204, body: "" };
  });
  await disconnectOrganisation(await scopeOf("owner@example.com", shared));
  expect(removed.map(([path]) => path)).toEqual(["/connections/connection-shared", "/connections/connection-shared"]);
  expect(new Set(removed.map(([, authorization]) => authorization)).size).toBe(2);
  expect(await systemRead((q) => q.select({ status: XeroTenants.connectionStatus }).from(XeroTenants).where(eq(XeroTenants.id, shared)))).toEqual([{ status: "disconnected" }]);
  expect(await read({ tenantId: shared }, (q) => q.select({ name: Accounts.name }).from(Accounts))).toEqual([{ name: "Bank" }]);
  expect(failureOf(await refusalOf(accessTokenFor(shared)))).toMatchObject({ code: "reauthRequired" });
  expect((await chainOf(shared, "tenant.disconnected")).map(({ actorType, ...row }) => [actorType, row.ipAddress])).toEqual([["user", home.ipAddress]]);
});

test("disconnecting works while Xero is away", async () => {
  const [tenantId = ""] = await connect("owner@example.com", ["away"]);
  xero.answer(() => ({ status: 503 }));
  await disconnectOrganisation(await scopeOf("owner@example.com", tenantId));
  expect(await systemRead((q) => q.select({ status: XeroConnections.status }).from(XeroConnections).where(eq(XeroConnections.tenantId, tenantId)))).toEqual([{ status: "disconnected" }]);
});

/** Goes through a consent in which Xero connects these organisations. */
/** Who lost this organisation's connection, and to what. */
async function lossesOf(tenantId: string): Promise<[string, unknown][]> {
  return (await chainOf(tenantId, "tenant.connectionLost")).map(({ actorType, details }) => [actorType, details]);
}

async function connect(email: string, names: string[]): Promise<string[]> {
  xero.answer(xeroSays(names));
  const caller = await callerFor(email);
  return finishConnect(caller, { code: "code", state: await begun(caller), error: null });
}

async function idOf(xeroTenantId: string): Promise<string> {
  const [row] = await systemRead((q) => q.select({ id: XeroTenants.id }).from(XeroTenants).where(eq(XeroTenants.tenantId, xeroTenantId)));
  return row?.id ?? "";
}

async function begun(caller: Awaited<ReturnType<typeof callerFor>>): Promise<string> {
  return new URL(await beginConnect(caller)).searchParams.get("state") ?? "";
}

/** What Xero answers after a consent for one of these, the first of which it lists last. */
function consentOf(meant: string, names: string[]): Answering {
  const connections = names.toReversed().map((name) => ({ id: `connection-${name}`, tenantId: `xero-${name}`, tenantType: "ORGANISATION", tenantName: name, authEventId: name === meant ? "this" : "before", updatedDateUtc: name === "kiwi" ? "2026-01-01T00:00:00.0000000" : "2026-02-01T00:00:00.0000000" }));
  return ({ path }) => (path === "/connections" ? { body: JSON.stringify(connections.toSorted((one) => (one.authEventId === "this" ? -1 : 1))) } : tokenAnswer(nextName(), { authEventId: "this" }));
}

async function statusOf(tenantId: string): Promise<string | undefined> {
  const [row] = await systemRead((q) => q.select({ status: XeroTenants.connectionStatus }).from(XeroTenants).where(eq(XeroTenants.id, tenantId)));
  return row?.status;
}

function nextName(): string {
  granted += 1;
  return String(granted);
}

function xeroSays(names: string[]): Answering {
  const connections = names.map((name) => ({ id: `connection-${name}`, tenantId: `xero-${name}`, tenantType: "ORGANISATION", tenantName: name }));
  return ({ path }) => (path === "/connections" ? { body: JSON.stringify(connections) } : tokenAnswer(nextName()));
}

/** Answers refreshes, slowly, and counts them. */
function refreshing(): () => number {
  let count = 0;
  xero.answer(async ({ body }) => {
    if (body.includes("grant_type=refresh_token")) count += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return tokenAnswer(nextName());
  });
  return () => count;
}

function expire(): Promise<void> {
  return systemTransaction((tx) => tx.update(XeroTokens).set({ expiresAt: new Date(Date.now() + 60_000) }).then(() => undefined));
}

async function refused(work: Promise<unknown>): Promise<void> {
  expect(await refusalOf(work)).toMatchObject({ name: "Refusal", reason: "invalid", message: expect.stringContaining("belongs to no connection begun here") });
}

function everything() {
  return systemRead(async (q) => [await q.select().from(XeroTokens), await q.select().from(XeroConnections), await q.select().from(XeroTenants), await q.select().from(Jobs), await q.select().from(UserTenants)]);
}

async function statuses(): Promise<string[]> {
  const rows = await systemRead((q) => q.select({ name: XeroTenants.tenantName, status: XeroTenants.connectionStatus }).from(XeroTenants));
  return rows.filter(({ name }) => ["kiwi", "brit"].includes(name)).map(({ status }) => status);
}

async function activeOf(email: string): Promise<string[]> {
  const { userId } = await callerFor(email);
  const rows = await systemRead((q) => q.select().from(UserTenants).where(eq(UserTenants.userId, userId)));
  return rows.filter(({ isActive }) => isActive).map(({ tenantId }) => tenantId);
}

async function scopeOf(email: string, tenantId: string): Promise<Scope> {
  const scope = (await callerFor(email)).scopes.find((one) => one.tenantId === tenantId);
  if (!scope) throw new Error("This organisation is not theirs.");
  return scope;
}

function byTenant(one: { tenantId: string }, other: { tenantId: string }): number {
  return one.tenantId < other.tenantId ? -1 : 1;
}

