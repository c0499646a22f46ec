import { expect, test } from "vitest";
import { z } from "zod";
import { type Door, httpDoor } from "#lib/http-door.ts";
import { operation } from "#lib/operation.ts";
import { refuse, Refusal } from "#lib/refusal.ts";
import { type Caller, many, none, one } from "#lib/scope.ts";

const mine = "0192f000-0000-7000-8000-00000000000a";
const alsoMine = "0192f000-0000-7000-8000-00000000000b";
const theirs = "0192f000-0000-7000-8000-00000000000c";
const scope = (tenantId: string) => ({ userId: "u", tenantId, permissions: ["reports:read", "jobs:read"] as const, via: "key" as const });
const caller: Caller = { id: "k", userId: "u", permissions: ["tenants:read"], scopes: [scope(mine), scope(alsoMine)] };

const showReport = operation({
  name: "test.show",
  describe: "One organisation, by its address.",
  needs: "reports:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.uuid(), limit: z.int().min(1).max(10).default(5), deep: z.boolean().optional() }),
  output: z.strictObject({ tenantId: z.string(), limit: z.int(), deep: z.boolean().nullable() }),
  http: { method: "GET", path: "/tenants/{tenantId}/report" },
  run: async ({ tenantId }, { limit, deep }) => ({ tenantId, limit, deep: deep ?? null }),
});
const saveReport = operation({
  name: "test.save",
  describe: "What only some may do.",
  needs: "reports:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), name: z.string() }),
  output: z.strictObject({ name: z.string() }),
  http: { method: "POST", path: "/tenants/{tenantId}/report", status: 201 },
  run: async (_scope, { name }) => ({ name }),
});
const listJobs = operation({
  name: "test.list",
  describe: "Several organisations, page by page.",
  needs: "jobs:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional(), cursor: z.string().optional(), name: z.string().optional() }),
  output: z.strictObject({ data: z.array(z.string()), nextCursor: z.string().nullable() }),
  http: { method: "GET", path: "/jobs" },
  run: async (scopes, { cursor }) => ({ data: scopes.map(({ tenantId }) => tenantId), nextCursor: cursor ? null : "a b" }),
});
const echo = operation({
  name: "test.echo",
  describe: "No organisation.",
  needs: "tenants:read",
  scope: none,
  effect: "write",
  input: z.strictObject({ name: z.string().min(1), tags: z.array(z.strictObject({ word: z.string() })).optional() }),
  output: z.strictObject({ name: z.string() }),
  http: { method: "POST", path: "/echo", status: 201, location: "/echo/{name}" },
  run: async (_caller, { name }) => {
    if (name === "bug") throw new TypeError("secret detail in /srv/app.ts");
    if (name === "busy") refuse("tooMany", "Too many.", { headers: { "retry-after": "7" } });
    if (name === "wrong output") return JSON.parse('{ "other": 1 }');
    return { name };
  },
});
const listAll = operation({
  name: "test.all",
  describe: "A list without pages.",
  needs: "tenants:read",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(z.int()) }),
  http: { method: "GET", path: "/all" },
  run: async () => ({ data: [1, 2] }),
});
const startWork = operation({
  name: "test.work",
  describe: "Something that goes on.",
  needs: "tenants:read",
  scope: none,
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ id: z.string() }),
  http: { method: "POST", path: "/work", status: 202, location: "/jobs/{id}" },
  run: async () => ({ id: mine }),
});

const base = "https://books.example/api/v1";
const heard: unknown[] = [];
const door: Door = {
  base: () => base,
  operations: [showReport, saveReport, listJobs, echo, listAll, startWork],
  bodyLimit: 100,
  refused: async (_caller, refusal, operation, asked) => {
    heard.push({ reason: refusal.reason, refusedIn: refusal.tenantId, operation, asked: asked.tenantId });
  },
  once: (_errand, work) => work(),
  admit: async (request) => {
    if (request.headers.get("authorization") !== "Bearer key") throw new Refusal("unauthenticated", "Send an API key.", { headers: { "www-authenticate": "Bearer" } });
    return { caller, headers: { "ratelimit-remaining": "59" } };
  },
};
const handle = httpDoor(door);

test("an operation is found by its address, and its query read as the types its schema names", async () => {
  const { status, body } = await ask("GET", `/tenants/${mine}/report?limit=3&deep=true`);
  expect([status, body]).toEqual([200, { tenantId: mine, limit: 3, deep: true }]);
  expect(await ask("HEAD", `/tenants/${mine}/report`)).toMatchObject({ status: 200 });
});

test("without a key nothing is done, and the request's body does not spoil the connection", async () => {
  const response = await handle(new Request(`${base}/echo`, { method: "POST", body: '{"name":"x"}', headers: { "content-type": "application/json" } }));
  expect(response.status).toBe(401);
  expect(Object.fromEntries(response.headers)).toMatchObject({ connection: "close", "www-authenticate": "Bearer", "content-type": "application/problem+json" });
});

test.each(["/nothing", "/", "", "/tenants//report", `/tenants/${mine}/report/`, `/tenants/${mine}/report/more`, "/echo/echo"])("nothing is at %s: 404", async (path) => {
  expect(await ask("GET", path)).toMatchObject({ status: 404, body: { code: "notFound", status: 404 } });
});

test("another method than the address has is 405 and says which there are", async () => {
  const { status, headers } = await ask("DELETE", `/tenants/${mine}/report`);
  expect([status, headers.get("allow")]).toEqual([405, "GET, POST"]);
  expect((await ask("GET", "/echo")).headers.get("allow")).toBe("POST");
});

test("another's organisation and none at all are the same answer", async () => {
  const [foreign, absent] = [await ask("GET", `/tenants/${theirs}/report`), await ask("GET", "/tenants/0192f000-0000-7000-8000-0000000000ff/report")];
  expect(foreign).toMatchObject({ status: 404 });
  expect(withoutId(foreign.body)).toEqual(withoutId(absent.body));
  expect(await ask("GET", `/jobs?tenantId=${mine}&tenantId=${theirs}`)).toMatchObject({ status: 404 });
  expect(await ask("POST", `/tenants/${mine}/report`, { name: "x", tenantId: theirs })).toMatchObject({ status: 403 });
});

test("a permission that is missing is named", async () => {
  expect(await ask("POST", `/tenants/${mine}/report`, { name: "x" })).toMatchObject({ status: 403, body: { code: "forbidden", detail: "This needs the permission reports:write." } });
});

test("what is refused to somebody who was let in is heard of before they are answered, with what they asked for", async () => {
  heard.length = 0;
  await ask("POST", `/tenants/${mine}/report`, { name: "x" });
  await ask("GET", `/jobs?tenantId=${theirs}`);
  await ask("GET", "/jobs");
  await ask("GET", "/nothing");
  await ask("POST", "/echo", { name: "bug" });
  await handle(new Request(`${base}/echo`));
  expect(heard).toEqual([
    { reason: "forbidden", refusedIn: null, operation: "test.save", asked: mine },
    { reason: "notFound", refusedIn: null, operation: "test.list", asked: [theirs] },
  ]);
});

test("a key in the query that repeats is a list where one is wanted and refused where not", async () => {
  expect((await ask("GET", `/jobs?tenantId=${mine}&tenantId=${alsoMine}`)).body).toMatchObject({ data: [mine, alsoMine] });
  expect((await ask("GET", `/jobs?tenantId=${mine}`)).body).toMatchObject({ data: [mine] });
  expect((await ask("GET", "/jobs?tenantId=")).body).toMatchObject({ data: [mine, alsoMine] });
  expect(await ask("GET", "/jobs?name=a&name=b")).toMatchObject({ status: 422, body: { errors: [{ pointer: "/name" }] } });
  expect(await ask("GET", `/tenants/${mine}/report?limit=1&limit=2`)).toMatchObject({ status: 422 });
});

test.each([
  [{ name: "x", colour: "red" }, "/colour"],
  [{}, "/name"],
  [{ name: "" }, "/name"],
  [{ name: 7 }, "/name"],
  [{ name: "x", tags: [{ word: "a" }, { word: 1 }] }, "/tags/1/word"],
  [{ name: "x", tags: [{ word: "a", "a/b~c": 1 }] }, "/tags/0/a~1b~0c"],
])("%j is well-formed but wrong: 422 with a pointer to %s", async (sent, pointer) => {
  const { status, body } = await ask("POST", "/echo", sent);
  expect([status, body.errors]).toEqual([422, [{ pointer, detail: expect.any(String) }]]);
});

test.each(["limit=many", "limit=0", "limit=11", "limit=1.5", "deep=perhaps", "unknown=1"])("?%s is 422", async (query) => {
  expect(await ask("GET", `/tenants/${mine}/report?${query}`)).toMatchObject({ status: 422 });
});

test.each(["{", "[1]", '"text"', "null", "7", "{} {}"])("the body %s is malformed: 400", async (text) => {
  expect(await send("/echo", text)).toMatchObject({ status: 400, body: { code: "malformed" } });
});

test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])("a body that calls itself %s is 415", async (type) => {
  const { status, headers } = await send("/echo", '{"name":"x"}', { "content-type": type });
  expect([status, headers.get("connection")]).toEqual([415, "close"]);
});

test("a body above the limit is 413, whether its length is said, hidden or lied about", async () => {
  const long = JSON.stringify({ name: "x".repeat(200) });
  expect(await send("/echo", long)).toMatchObject({ status: 413 });
  expect(await send("/echo", long, { "content-length": "10" })).toMatchObject({ status: 413 });
  expect((await send("/echo", long)).headers.get("connection")).toBe("close");
  expect(await send("/echo", JSON.stringify({ name: "x".repeat(80) }), { "content-type": "application/json; charset=utf-8" })).toMatchObject({ status: 201 });
});

test("a refusal's own headers are handed on", async () => {
  const { status, headers } = await ask("POST", "/echo", { name: "busy" });
  expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
});

test.each(["bug", "wrong output"])("a %s shows the id of the request and nothing of itself", async (name) => {
  const { status, body, headers } = await ask("POST", "/echo", { name });
  expect([status, body.code]).toEqual([500, "bug"]);
  expect(body.requestId).toBe(headers.get("x-request-id"));
  expect(JSON.stringify(body)).not.toMatch(/secret|TypeError|app\.ts|other/);
});

test("a list links to its next page, absolutely, with everything that was asked", async () => {
  const { body, headers } = await ask("GET", `/jobs?tenantId=${mine}&name=x`);
  expect(body.next).toBe(`${base}/jobs?tenantId=${mine}&name=x&cursor=a+b`);
  expect(headers.get("link")).toBe(`<${base}/jobs?tenantId=${mine}&name=x&cursor=a+b>; rel="next"`);
  const last = await ask("GET", String(body.next).slice(base.length));
  expect([last.body.next, last.headers.get("link")]).toEqual([null, null]);
});

test("what was made says where it is found again", async () => {
  expect((await ask("POST", "/echo", { name: "a b/c" })).headers.get("location")).toBe(`${base}/echo/a%20b%2Fc`);
  expect((await ask("POST", `/tenants/${mine}/report`, { name: "x" })).headers.get("location")).toBeNull();
});

test("what the way in says of a key's limit stands on every answer, refusals included", async () => {
  for (const [path, status] of [["/jobs", 200], ["/nothing", 404], ["/jobs?limit=x", 422]] as const) {
    const answer = await ask("GET", path);
    expect([answer.status, answer.headers.get("ratelimit-remaining")]).toEqual([status, "59"]);
  }
});

test("a request with an Idempotency-Key is an errand of its caller, operation, address, body and organisations; nothing else is", async () => {
  const errands: unknown[] = [];
  const remembering = httpDoor({
    ...door,
    once: async (errand, work) => {
      errands.push(errand);
      const { status, body } = await work();
      return { status, body, headers: { "idempotency-replayed": "true" } };
    },
  });
  const headers = { authorization: "Bearer key", "content-type": "application/json", "idempotency-key": " 7 " };
  const response = await remembering(new Request(`${base}/echo?name=y`, { method: "POST", body: '{"name":"x"}', headers }));
  expect([response.status, response.headers.get("idempotency-replayed"), await response.json()]).toEqual([201, "true", { name: "x" }]);
  expect(errands).toEqual([{ caller, operation: "test.echo", key: "7", request: 'POST /echo?name=y\n{"name":"x"}', tenantIds: [mine, alsoMine] }]);
  await remembering(new Request(`${base}/jobs`, { headers }));
  await remembering(new Request(`${base}/echo`, { method: "POST", body: '{"name":"x"}', headers: { ...headers, "idempotency-key": "" } }));
  await remembering(new Request(`${base}/echo`, { method: "POST", body: '{"name":7}', headers }));
  expect(errands).toHaveLength(1);
  const long = await remembering(new Request(`${base}/echo`, { method: "POST", body: '{"name":"x"}', headers: { ...headers, "idempotency-key": "x".repeat(256) } }));
  expect(long.status).toBe(422);
});

test("a list that is whole says that nothing follows", async () => {
  const { body, headers } = await ask("GET", "/all");
  expect([body, headers.get("link")]).toEqual([{ data: [1, 2], next: null }, null]);
});

test("what is made says where it is found, absolutely", async () => {
  const { status, body, headers } = await ask("POST", "/work", {});
  expect([status, body, headers.get("location")]).toEqual([202, { id: mine }, `${base}/jobs/${mine}`]);
});

test("every answer has an id of its own", async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, async () => (await ask("GET", "/jobs")).headers.get("x-request-id")));
  expect(new Set(ids).size).toBe(5);
});

test("a path that is not decodable harms nobody", async () => {
  expect(await ask("GET", "/tenants/%E0%A4%A/report")).toMatchObject({ status: 422 });
});

type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

function ask(method: string, path: string, sent?: object): Promise<Answer> {
  return sent ? send(path, JSON.stringify(sent), {}, method) : answerOf(new Request(`${base}${path}`, { method, headers: { authorization: "Bearer key" } }));
}

function send(path: string, text: string, headers: Record<string, string> = {}, method = "POST"): Promise<Answer> {
  return answerOf(new Request(`${base}${path}`, { method, body: text, headers: { authorization: "Bearer key", "content-type": "application/json", ...headers } }));
}

async function answerOf(request: Request): Promise<Answer> {
  const response = await handle(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

function withoutId({ requestId: _id, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
