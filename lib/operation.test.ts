import { expect, test } from "vitest";
import { z } from "zod";
import { money } from "#lib/money.ts";
import { operation } from "#lib/operation.ts";
import { type Caller, many, one, type Scope } from "#lib/scope.ts";

const kauri: Scope = { userId: "mere", tenantId: "kauri", permissions: ["reports:read", "reports:write"], via: "session" };
const rimu: Scope = { userId: "mere", tenantId: "rimu", permissions: [], via: "session" };
const caller: Caller = { id: "session", userId: "mere", permissions: [], scopes: [kauri, rimu] };
const nobody: Caller = { id: "session", userId: "hemi", permissions: [], scopes: [] };

const amount = z.codec(z.string(), z.bigint(), { decode: money, encode: (value) => `${value / 10_000n}.00` });

const readTotal = operation({
  name: "test.total",
  describe: "A total of one organisation.",
  needs: "reports:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.string(), options: z.strictObject({ top: z.coerce.number().int().max(10) }).default({ top: 5 }) }),
  output: z.object({ total: amount, top: z.number() }),
  http: { method: "GET", path: "/total" },
  run: async (_scope, { tenantId, options }) => ({ total: tenantId === "kauri" ? 1_230_000n : 0n, top: options.top, secret: "never sent" }),
});

const listNames = operation({
  name: "test.names",
  describe: "Organisations by name.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.string()).optional() }),
  output: z.array(z.string()),
  http: { method: "GET", path: "/names" },
  run: async (scopes) => scopes.map(({ tenantId }) => tenantId),
});

const breakPromise = operation({ ...readTotal, name: "test.broken", run: async () => ({ total: 1n, top: Number.NaN }) });

test("a door sends what it was given and gets values that JSON can hold, and only those promised", async () => {
  expect(await readTotal.call(caller, { tenantId: "kauri" })).toEqual({ total: "123.00", top: 5 });
});

test("a page gets the values themselves", async () => {
  expect(await readTotal.run(kauri, { tenantId: "kauri", options: { top: "3" } })).toMatchObject({ total: 1_230_000n, top: 3 });
});

test.each([
  ["an unknown key", { tenantId: "kauri", tenant: "rimu" }, [{ pointer: "/tenant", detail: "tenant is not known here." }]],
  ["an unknown key further in", { tenantId: "kauri", options: { top: 1, "a/b~c": 2 } }, [{ pointer: "/options/a~1b~0c", detail: "a/b~c is not known here." }]],
  ["a wrong value", { tenantId: "kauri", options: { top: 11 } }, [{ pointer: "/options/top", detail: expect.any(String) }]],
  ["nothing at all", undefined, [{ pointer: "", detail: expect.any(String) }]],
  ["every fault at once", { options: { top: "x" } }, [{ pointer: "/tenantId" }, { pointer: "/options/top" }]],
])("%s is invalid, with a pointer to it", async (_what, input, faults) => {
  await expect(readTotal.call(caller, input)).rejects.toMatchObject({ reason: "invalid", faults });
});

test("a caller without the permission anywhere is refused naming it, before their input is read", async () => {
  await expect(readTotal.call(nobody, { nonsense: true })).rejects.toMatchObject({ reason: "forbidden", message: "This needs the permission reports:read." });
});

test("another's organisation is not found, and one's own without the permission is forbidden", async () => {
  await expect(readTotal.call(caller, { tenantId: "totara" })).rejects.toMatchObject({ reason: "notFound" });
  await expect(readTotal.call(caller, { tenantId: "rimu" })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(listNames.call(caller, { tenantId: ["kauri", "totara"] })).rejects.toMatchObject({ reason: "notFound" });
});

test("a page's scope is checked as a caller's is", async () => {
  await expect(readTotal.run(rimu, { tenantId: "rimu" })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(listNames.run([kauri, rimu], {})).rejects.toMatchObject({ reason: "forbidden" });
});

test("an answer that breaks its schema does not leave the house, and is a bug, not a refusal", async () => {
  const error: unknown = await breakPromise.call(caller, { tenantId: "kauri" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toHaveProperty("reason");
});
