// Every operation there is, with everything that can be wrong about a request: made from the list of operations, so that one which is added is
// tried as well. Whatever comes, it is refused in words, never by a crash, and nothing is written; but that somebody was denied is on record.
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { countRows, exampleInput, handle, type Ids, keyWith, requestFor, setStage, type Stage } from "#lib/openapi/testing/queries.ts";
import type { Operation } from "#lib/operation.ts";
import { operations } from "#lib/operations.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { permissions, type Permission } from "#lib/permissions.ts";

let database: TestDatabase;
let stage: Stage;
let before: Record<string, number>;
const keysWithout = new Map<Permission, string>();

beforeAll(async () => {
  stubSettings();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T00:00:00Z") });
  database = await freshDatabase();
  stage = await setStage();
  for (const permission of permissions) keysWithout.set(permission, await keyWith(stage.owner, permissions.filter((other) => other !== permission)));
  before = await countRows(stage);
});
afterEach(async () => {
  expect(await countRows(stage)).toEqual(before);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const cursors = ['{"date":"2026-10-03","sequence":9007199254740991,"lineNumber":1}', '{"date":"9999-12-31","sequence":1,"lineNumber":9007199254740991}', '{"createdAt":"0000-01-01T00:00:00Z","id":"00000000-0000-0000-0000-000000000000"}', '{"createdAt":"9999-12-31T23:59:59.999999999Z","id":"ffffffff-ffff-ffff-ffff-ffffffffffff"}', "[]", "\u0000"];
const texts = ["many", "-1", "0", "1.5", "1e999", "9007199254740993", "null", "true", "[]", "{}", "\u0000", "a\u0000b", "\ud800", "' or 1=1 --", "../../me", "%", "0000-01-01", "9999-12-31", "2026-02-30", "00000000-0000-0000-0000-000000000000", "x".repeat(5000), ...cursors.map((cursor) => Buffer.from(cursor).toString("base64url"))];
const values: readonly unknown[] = [...texts, null, 7, -1.5, 1e300, Number.MAX_SAFE_INTEGER, true, "", [], {}, [[]], [null], ["a", "b"], { a: { b: [] } }];

test.each(operations)("$name refuses what is of a wrong type or form, and breaks on nothing", async (operation) => {
  const input = exampleInput(operation, stage.mine);
  for (const place of placesIn(operation, input)) {
    for (const value of operation.http.method === "GET" ? texts : values) {
      if (isTaken(operation, changed(input, place, value), place, value)) {
        if (operation.effect === "write") continue;
        expect(await outcome(operation, changed(input, place, value)), said(place, value)).toBeOneOf([200, 404, 422]);
      } else expect(await outcome(operation, changed(input, place, value)), said(place, value)).toBeOneOf([404, 422]);
    }
  }
});

test.each(operations)("$name refuses a member that it does not know, and names it", async (operation) => {
  const input = exampleInput(operation, stage.mine);
  for (const [name, value] of [["colour", "red"], ["__proto__x", {}], ["constructor", "x"], ["tenantid", "x"]] as const) {
    const response = await handle(requestFor(operation, { ...input, [name]: value }, stage.key));
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual([{ pointer: `/${name}`, detail: `${name} is not known here.` }]);
  }
});

test.each(operations)("$name answers for another's and for what is not there alike: 404", async (operation) => {
  const input = exampleInput(operation, stage.mine);
  for (const ids of [stage.theirs, stage.absent]) {
    for (const asked of withForeignIds(operation, input, ids)) {
      const response = await handle(requestFor(operation, asked, stage.key));
      expect([response.status, asked]).toEqual([404, asked]);
      expect((await response.json()).code).toBe("notFound");
    }
  }
});

test.each(operations.flatMap(({ needs, ...operation }) => (needs ? [{ ...operation, needs }] : [])))("$name without the permission $needs is 403, and says so", async (operation) => {
  const response = await handle(requestFor(operation, exampleInput(operation, stage.mine), keysWithout.get(operation.needs)));
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: "forbidden", detail: `This needs the permission ${operation.needs}.` });
  before = { ...before, AuditLogs: (before.AuditLogs ?? 0) + 1 };
});

test.each(operations)("$name does nothing for a key that is none", async (operation) => {
  for (const key of [undefined, "dbk", `${stage.key}x`, stage.key.toLowerCase()]) {
    const response = await handle(requestFor(operation, exampleInput(operation, stage.mine), key));
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  }
});

const withBodies = operations.filter(({ http }) => http.method !== "GET");

test.each(withBodies)("$name takes no body that is not a JSON object, and none that is too long", async (operation) => {
  const { url, method } = requestFor(operation, exampleInput(operation, stage.mine), stage.key);
  const send = async (body: string, type = "application/json") => (await handle(new Request(url, { method, body, headers: { authorization: `Bearer ${stage.key}`, "content-type": type } }))).status;
  for (const body of ["{", "[]", "null", '"text"', "7", "{}{}", "\u0000"]) expect(await send(body)).toBe(400);
  expect(await send("{}", "text/plain")).toBe(415);
  expect(await send(JSON.stringify({ name: "x".repeat(200_000) }))).toBe(413);
});

async function outcome(operation: Operation, input: Record<string, unknown>): Promise<number> {
  return (await handle(requestFor(operation, input, stage.key))).status;
}

type Place = readonly string[];

/** Every member of an input, those of its objects among them; those that the example leaves out as well. */
function placesIn({ input }: Operation, example: Record<string, unknown>): Place[] {
  const names = [...new Set([...Object.keys(input.shape), ...Object.keys(example)])];
  const inner = Object.entries(example).flatMap(([name, value]) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value).map((member) => [name, member]) : []));
  return [...names.map((name) => [name]), ...inner];
}

function changed(input: Record<string, unknown>, [name = "", member]: Place, value: unknown): Record<string, unknown> {
  return { ...input, [name]: member === undefined ? value : { ...Object(input[name]), [member]: value } };
}

/** Whether its schema takes it: as it stands or, in an address, in any way that a text can be read. Empty there is absent. */
function isTaken({ input, http }: Operation, asked: Record<string, unknown>, [name = ""]: Place, value: unknown): boolean {
  const read = http.method === "GET" ? [value, [value], Number(value), value === "true"] : [asked[name]];
  return !JSON.stringify(value).includes("\\u0000") && read.some((one) => input.safeParse({ ...asked, [name]: one }).success);
}

/** Each id of the example exchanged, one at a time; where it has none, an organisation to ask within. */
function withForeignIds({ input }: Operation, example: Record<string, unknown>, foreign: Ids): Record<string, unknown>[] {
  const exchanges = [...stage.mine].flatMap(([name, id]): [string, string][] => (foreign.get(name) === id ? [] : [[id, foreign.get(name) ?? ""]]));
  const exchanged = exchanges.map(([from, to]) => JSON.stringify(example).replaceAll(from, to)).filter((text) => text !== JSON.stringify(example));
  if (exchanged.length > 0) return exchanged.map((text) => JSON.parse(text));
  return "tenantId" in input.shape ? [{ ...example, tenantId: [exchanges[0]?.[1]] }] : [];
}

function said(place: Place, value: unknown): string {
  return `${place.join(".")} = ${JSON.stringify(value).slice(0, 100)}`;
}
