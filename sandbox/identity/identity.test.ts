import { createHash, createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readOrganisation } from "../books/read.ts";
import { ask, at, consent, listAt, REDIRECT, type Running, run, signIn, textAt, token, tokensIn } from "../testing/running.ts";
import { SMALL_ACCOUNTS, SMALL_ID, SMALL_ORGANISATION, smallBooks } from "../testing/small-books.ts";

const OTHER_ID = "22222222-2222-4333-8444-555555555555";
let running: Running;

beforeAll(async () => {
  const other = { Organisation: { ...SMALL_ORGANISATION, OrganisationID: OTHER_ID, Name: "Other books" }, Accounts: SMALL_ACCOUNTS };
  running = await run([smallBooks({}), readOrganisation(other)]);
});
beforeEach(() => running.standIn.reset());
afterAll(() => running.stop());

const codeOf = (location: URL) => location.searchParams.get("code") ?? "";
const exchange = (code: string, more: Readonly<Record<string, string>> = {}) =>
  token(running.url, { grant_type: "authorization_code", code, redirect_uri: REDIRECT, ...more });
const refresh = (refresh_token: string) => token(running.url, { grant_type: "refresh_token", refresh_token });
const connections = (access: string, path = "connections") =>
  ask(`${running.url}/${path}`, { headers: { authorization: `Bearer ${access}` } });

test("the consent page lists the organisations and carries the request along", async () => {
  const query = new URLSearchParams({ response_type: "code", client_id: "demo", redirect_uri: REDIRECT, scope: "openid", state: 'a"b' });
  const { status, text } = await ask(`${running.url}/identity/connect/authorize?${query}`);
  expect(status).toBe(200);
  expect(text).toContain("Small books");
  expect(text).toContain(`value="${OTHER_ID}"`);
  expect(text).toContain('name="state" value="a&quot;b"');
});

test("allowing answers with a code and the state; the code works once", async () => {
  const location = await consent(running.url, { organisation: SMALL_ID, state: "xyz" });
  expect(location.origin + location.pathname).toBe(REDIRECT);
  expect(location.searchParams.get("state")).toBe("xyz");
  expect((await exchange(codeOf(location))).status).toBe(200);
  expect(at((await exchange(codeOf(location))).body, "error")).toBe("invalid_grant");
});

test("denying goes back with access_denied and connects nothing", async () => {
  const location = await consent(running.url, { organisation: SMALL_ID, decision: "deny" });
  expect(location.searchParams.get("error")).toBe("access_denied");
  expect(running.standIn.identity.connections.size).toBe(0);
});

test.each(["accounting.transactions", "accounting.reports.read openid", "nonsense"])("the scope %s is refused", async (scope) => {
  const location = await consent(running.url, { organisation: SMALL_ID, scope });
  expect(location.searchParams.get("error")).toBe("invalid_scope");
});

test.each(["https://example.com/callback", "ftp://localhost/x", "not a url"])(
  "no answer is ever redirected to %s",
  async (redirect_uri) => {
    await expect(consent(running.url, { organisation: SMALL_ID, redirect_uri })).rejects.toThrow("400");
  },
);

test("an unknown client is shown an error and not redirected", async () => {
  await expect(consent(running.url, { organisation: SMALL_ID, client_id: "somebody" })).rejects.toThrow("400 <!doctype html>");
});

test("a code is good for five minutes and for its own redirect address only", async () => {
  const late = codeOf(await consent(running.url, { organisation: SMALL_ID }));
  running.standIn.advance(5 * 60_000 + 1);
  expect((await exchange(late)).status).toBe(400);
  const elsewhere = codeOf(await consent(running.url, { organisation: SMALL_ID }));
  expect((await exchange(elsewhere, { redirect_uri: `${REDIRECT}/x` })).status).toBe(400);
});

test("with PKCE the code needs its verifier", async () => {
  const code_challenge = createHash("sha256").update("the verifier").digest("base64url");
  const asked = { organisation: SMALL_ID, code_challenge, code_challenge_method: "S256" };
  expect((await exchange(codeOf(await consent(running.url, asked)))).status).toBe(400);
  expect((await exchange(codeOf(await consent(running.url, asked)), { code_verifier: "another" })).status).toBe(400);
  expect((await exchange(codeOf(await consent(running.url, asked)), { code_verifier: "the verifier" })).status).toBe(200);
});

test("a client with a wrong secret is refused", async () => {
  const answer = await token(running.url, { grant_type: "refresh_token", refresh_token: "x" }, "demo:wrong");
  expect([answer.status, at(answer.body, "error")]).toEqual([401, "invalid_client"]);
});

test("tokens are signed with the published key and say who, what and for how long", async () => {
  const { access } = await signIn(running.url, SMALL_ID);
  const [head = "", claims = "", signature = ""] = access.split(".");
  const { body } = await ask(`${running.url}/.well-known/openid-configuration/jwks`);
  const jwk = JSON.parse(JSON.stringify(at(body, "keys", 0)));
  expect(
    verify(
      "RSA-SHA256",
      Buffer.from(`${head}.${claims}`),
      createPublicKey({ key: jwk, format: "jwk" }),
      Buffer.from(signature, "base64url"),
    ),
  ).toBe(true);
  const said = JSON.parse(Buffer.from(claims, "base64url").toString());
  expect(said.exp - said.iat).toBe(1800);
  expect(said.scope).toContain("accounting.invoices.read");
  expect(said.authentication_event_id).toBe(at((await connections(access)).body, 0, "authEventId"));
});

test("refresh tokens rotate, and the old one works for thirty minutes more", async () => {
  const first = await signIn(running.url, SMALL_ID);
  const second = tokensIn(await refresh(first.refresh));
  expect(second.refresh).not.toBe(first.refresh);
  running.standIn.advance(29 * 60_000);
  expect((await refresh(first.refresh)).status).toBe(200);
  running.standIn.advance(2 * 60_000);
  expect(at((await refresh(first.refresh)).body, "error")).toBe("invalid_grant");
  expect((await refresh(second.refresh)).status).toBe(200);
});

test("a refresh token left alone dies after sixty days", async () => {
  const { refresh: kept } = await signIn(running.url, SMALL_ID);
  running.standIn.advance(60 * 24 * 3_600_000 + 1);
  expect((await refresh(kept)).status).toBe(400);
});

test("without offline_access there is no refresh token", async () => {
  const { refresh: none } = await signIn(running.url, SMALL_ID, { scope: "openid accounting.settings.read" });
  expect(none).toBe("");
});

test("one consent connects one organisation; a second adds to the same user's connections", async () => {
  const first = await signIn(running.url, SMALL_ID);
  expect(listAt((await connections(first.access)).body)).toHaveLength(1);
  const second = await signIn(running.url, OTHER_ID);
  const both = await connections(first.access, "Connections");
  expect(listAt(both.body).map((one) => textAt(one, "tenantName"))).toEqual(["Small books", "Other books"]);
  expect(textAt(at(both.body, 0), "createdDateUtc")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}$/);
  const event = textAt(at(both.body, 1), "authEventId");
  expect(listAt((await connections(second.access, `connections?authEventId=${event}`)).body)).toHaveLength(1);
});

test("two Xero users see only their own connections", async () => {
  const mine = await signIn(running.url, SMALL_ID, { user: "ada" });
  const theirs = await signIn(running.url, OTHER_ID, { user: "ben" });
  expect(listAt((await connections(mine.access)).body).map((one) => textAt(one, "tenantId"))).toEqual([SMALL_ID]);
  expect(listAt((await connections(theirs.access)).body).map((one) => textAt(one, "tenantId"))).toEqual([OTHER_ID]);
});

test("a deleted connection is gone, and deleting it again is 404", async () => {
  const { access } = await signIn(running.url, SMALL_ID);
  const id = textAt(at((await connections(access)).body, 0), "id");
  const remove = () => ask(`${running.url}/connections/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${access}` } });
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
});

test("revoking a refresh token takes the tokens and connections of its user", async () => {
  const { access, refresh: kept } = await signIn(running.url, SMALL_ID);
  const authorization = `Basic ${Buffer.from("demo:demo").toString("base64")}`;
  const body = new URLSearchParams({ token: kept });
  expect((await ask(`${running.url}/connect/revocation`, { method: "POST", headers: { authorization }, body })).status).toBe(200);
  expect((await refresh(kept)).status).toBe(400);
  expect((await connections(access)).status).toBe(401);
  expect(running.standIn.identity.connections.size).toBe(0);
});

test("the discovery document points at the doors that answer", async () => {
  const { body } = await ask(`${running.url}/.well-known/openid-configuration`);
  expect(textAt(body, "token_endpoint")).toBe(`${running.url}/connect/token`);
  expect(textAt(body, "issuer")).toBe(running.url);
});
