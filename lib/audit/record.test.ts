import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { Users } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { daybook, visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { chainOf, makeOrganisation } from "#lib/audit/testing/queries.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { home, makePerson, stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let person: string;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  person = await makePerson("mere@example.com");
});
afterAll(() => database.close());

test("what happened is written once, with who and from where, in the chain of its organisation", async () => {
  const tenantId = await makeOrganisation("Kauri");
  await transaction({ tenantId }, (tx) => record(tx, "report.created", { actor: visitor(person, home), resource: { type: "Report", id: "r" }, details: { name: "March" } }));
  await systemTransaction((tx) => record(tx, "sync.succeeded", { actor: daybook, organisationId: tenantId }));
  const [first, second, ...rest] = await chainOf(tenantId);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ sequence: 1, prevHash: null, action: "report.created", category: "reports", status: "success", actorType: "user", actorId: person, userId: person, tenantId, organisationId: tenantId, ...home });
  expect(first).toMatchObject({ resourceType: "Report", resourceId: "r", details: { name: "March" } });
  expect(second).toMatchObject({ sequence: 2, prevHash: first?.hash, actorType: "system", actorId: null, details: null, ipAddress: null });
});

test("what was rolled back was never written, and leaves no gap", async () => {
  const tenantId = await makeOrganisation("Rimu");
  const write = (then: () => void) =>
    transaction({ tenantId }, async (tx) => {
      await record(tx, "report.created", { actor: daybook });
      then();
    });
  await write(() => {});
  const failing = write(() => {
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  await write(() => {});
  expect((await chainOf(tenantId)).map(({ sequence }) => sequence)).toEqual([1, 2]);
  await verifyAudit();
});

test("many who write at once, through both doors and for several chains, leave each chain unbroken", async () => {
  const [tenantId, another] = [await makeOrganisation("Tōtara"), await makeOrganisation("Mataī")];
  const before = (await chainOf(null)).length;
  const writers = Array.from({ length: 20 }, (_, turn) => [
    transaction({ tenantId }, (tx) => record(tx, "report.created", { actor: daybook, details: { turn } })),
    systemTransaction((tx) => record(tx, "sync.requested", { actor: daybook, organisationId: tenantId })),
    systemTransaction((tx) => record(tx, "auth.signedIn", { actor: visitor(person, home) })),
    transaction({ tenantId: another }, (tx) => record(tx, "report.created", { actor: daybook })),
  ]);
  await Promise.all(writers.flat());
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  expect((await chainOf(tenantId)).map(({ sequence }) => sequence)).toEqual(upTo(40));
  expect((await chainOf(another)).map(({ sequence }) => sequence)).toEqual(upTo(20));
  expect((await chainOf(null)).map(({ sequence }) => sequence)).toEqual(upTo(before + 20));
  await verifyAudit();
});

test("text that a database would give back otherwise is written as it will be read", async () => {
  const tenantId = await makeOrganisation("Miro");
  const odd = { ...home, userAgent: `x\u0000\uD800${"y".repeat(300)}` };
  await transaction({ tenantId }, (tx) => record(tx, "report.created", { actor: visitor(person, odd), details: { name: "half\uD83D nul\u0000 Hāpuku €" } }));
  expect((await chainOf(tenantId))[0]).toMatchObject({ details: { name: "half\uFFFD nul Hāpuku €" } });
  await verifyAudit();
});

test("deleting a person leaves what they did, and the chain as it was", async () => {
  const [tenantId, leaver] = [await makeOrganisation("Rātā"), await makePerson("leaver@example.com")];
  await transaction({ tenantId }, (tx) => record(tx, "report.created", { actor: visitor(leaver, home) }));
  await systemTransaction((tx) => record(tx, "auth.signedIn", { actor: visitor(leaver, home) }));
  await systemTransaction((tx) => tx.delete(Users).where(eq(Users.id, leaver)).then(() => undefined));
  expect(await chainOf(tenantId)).toMatchObject([{ userId: null, actorId: leaver }]);
  await verifyAudit();
});
