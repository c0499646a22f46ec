import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { IdempotencyKeys, OAuthFlows, Webhooks, XeroTokens } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
const sample = sampleRows();
const [old, young] = ["old", "young"].map((name, index) => `${name}:${Buffer.alloc(32, index + 1).toString("base64")}`);
const token = { id: uuidv7(), userId: sample.rows.get("Users")?.id ?? "", xeroUserId: "x", expiresAt: new Date(), scopes: "" };
const webhook = sample.rows.get("Webhooks")?.id ?? "";
const answer = sample.rows.get("IdempotencyKeys")?.id ?? "";
const flow = { id: uuidv7(), userId: token.userId, sessionId: sample.rows.get("Sessions")?.id ?? "", stateHash: "s", expiresAt: new Date() };

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
  const { encrypt } = await withKeys(`${old}`);
  await systemTransaction(async (tx) => {
    await tx.delete(XeroTokens);
    await tx.delete(OAuthFlows);
    const seal = (plain: string, column: string) => encrypt(plain, { table: "Webhooks", column, row: webhook });
    await tx.update(Webhooks).set({ secret: seal("secret", "secret"), previousSecret: seal("before", "secret"), headers: seal("headers", "headers"), removedAt: null }).where(eq(Webhooks.id, webhook));
    await tx.update(IdempotencyKeys).set({ body: encrypt("body", { table: "IdempotencyKeys", column: "body", row: answer }) });
    const [accessToken, refreshToken] = ["accessToken", "refreshToken"].map((column) => encrypt(column, { table: "XeroTokens", column, row: token.id }));
    await tx.insert(XeroTokens).values({ ...token, accessToken: accessToken ?? "", refreshToken: refreshToken ?? "" });
    await tx.insert(OAuthFlows).values({ ...flow, verifier: encrypt("verifier", { table: "OAuthFlows", column: "verifier", row: flow.id }) });
  });
});
afterAll(() => database.close());

test("after a rotation the old key can be dropped, and every secret still opens", async () => {
  const { rotateKeys } = await withKeys(`${young},${old}`);
  expect(await rotateKeys()).toBe(4);
  const { decrypt, rotateKeys: again } = await withKeys(`${young}`);
  const { tokens, flows } = await systemRead(async (q) => ({ tokens: await q.select().from(XeroTokens), flows: await q.select().from(OAuthFlows) }));
  const opened = tokens.flatMap(({ id, accessToken, refreshToken }) => [decrypt(accessToken, { table: "XeroTokens", column: "accessToken", row: id }), decrypt(refreshToken, { table: "XeroTokens", column: "refreshToken", row: id })]);
  expect(opened).toEqual(["accessToken", "refreshToken"]);
  expect(flows.map(({ id, verifier }) => decrypt(verifier, { table: "OAuthFlows", column: "verifier", row: id }))).toEqual(["verifier"]);
  const { webhooks, answers } = await systemRead(async (q) => ({ webhooks: await q.select().from(Webhooks), answers: await q.select().from(IdempotencyKeys) }));
  const ofWebhook = webhooks.flatMap(({ secret, previousSecret, headers }) => [decrypt(secret, placeIn("secret")), decrypt(previousSecret ?? "", placeIn("secret")), decrypt(headers ?? "", placeIn("headers"))]);
  expect(ofWebhook).toEqual(["secret", "before", "headers"]);
  expect(answers.map(({ id, body }) => decrypt(body ?? "", { table: "IdempotencyKeys", column: "body", row: id }))).toEqual(["body"]);
  expect(await again()).toBe(0);
});

test("a secret whose key is gone stops the rotation, and nothing is written", async () => {
  const { rotateKeys } = await withKeys(`${old}`);
  const before = await systemRead((q) => q.select().from(XeroTokens));
  await expect(rotateKeys()).rejects.toThrow('"young", which is not in ENCRYPTION_KEYS');
  expect(await systemRead((q) => q.select().from(XeroTokens))).toEqual(before);
});

function placeIn(column: string) {
  return { table: "Webhooks", column, row: webhook };
}

/** The settings are read once a process; another process has others. */
async function withKeys(keys: string) {
  vi.resetModules();
  stubSettings({ ENCRYPTION_KEYS: keys });
  return { ...(await import("#lib/crypto.ts")), ...(await import("#lib/organisations/rotate-keys.ts")) };
}
