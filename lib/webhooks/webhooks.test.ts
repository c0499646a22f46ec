// Webhooks as programs manage them: through the door, with a key.
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { IdempotencyKeys } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { base, handle, setStage, type Stage } from "#lib/openapi/testing/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { deliveriesTo, eventsOf, pendingAttempts, webhookRow } from "#lib/webhooks/testing/queries.ts";

const auditRows = z.object({ data: z.array(z.looseObject({ action: z.string(), resourceId: z.string().nullable() })) });
let database: TestDatabase;
let stage: Stage;
let tenantId: string;
const url = "https://receiver.example.com/hook";

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  stage = await setStage();
  ({ tenantId } = stage.ours.scope);
});
afterAll(() => database.close());

test("a webhook is made with its secret in both forms, which nobody is ever shown again", async () => {
  const { body, status, location } = await ask("POST", "/webhooks", { tenantId, url, events: ["report.ready", "sync.failed"], headers: { Authorization: "Bearer n8n" } });
  expect(status).toBe(201);
  expect(body).toMatchObject({ url, events: ["report.ready", "sync.failed"], headerNames: ["Authorization"], isActive: true, lastDeliveryAt: null });
  expect(body.secretText).toMatch(/^[0-9a-f]{48}$/);
  expect(body.secret).toBe(`whsec_${Buffer.from(body.secretText).toString("base64")}`);
  expect(location).toBe(`${base}/webhooks/${body.id}`);
  for (const path of ["/webhooks", `/webhooks/${body.id}`, `/webhooks/${body.id}/deliveries`]) {
    const { text } = await ask("GET", path);
    for (const secret of [body.secret, body.secretText, "Bearer n8n"]) expect(text).not.toContain(secret);
  }
});

test("who makes, changes and removes a webhook, or changes its secret, is on the audit, and no secret is", async () => {
  const { body } = await ask("POST", "/webhooks", { tenantId, url: `${url}?token=hidden`, events: ["report.ready"] });
  await ask("PATCH", `/webhooks/${body.id}`, { isActive: false });
  await ask("POST", `/webhooks/${body.id}/rotate-secret`, {});
  await ask("DELETE", `/webhooks/${body.id}`);
  const { text } = await ask("GET", `/audit-logs?tenantId=${tenantId}`);
  const rows = auditRows.parse(JSON.parse(text)).data.filter(({ resourceId }) => resourceId === body.id).toReversed();
  expect(rows.map(({ action }) => action)).toEqual(["webhook.created", "webhook.changed", "webhook.secretRotated", "webhook.removed"]);
  expect(rows[0]).toMatchObject({ actorType: "key", actorId: stage.owner, resourceType: "Webhook", details: { host: "receiver.example.com", events: "report.ready" } });
  for (const secret of ["hidden", body.secret, body.secretText]) expect(text).not.toContain(secret);
});

test.each([
  ["http://receiver.example.com/", "What we send must not be read on the way: use https."],
  ["https://127.0.0.1/", "This address leads to this machine or into a private network, which is refused."],
  ["https://169.254.169.254/latest/meta-data/", "This address leads to this machine or into a private network, which is refused."],
  ["https://[::ffff:10.0.0.1]/", "This address leads to this machine or into a private network, which is refused."],
  ["https://localhost/", "This name is one of a private network, which is refused."],
  ["https://me:secret@receiver.example.com/", "Leave name and password out of the address; send them as a header."],
  ["https://receiver.example.com:25/", "We write to the ports 443 and 8443 only."],
  ["javascript:alert(1)", "Give an address that begins with https://"],
  [`https://receiver.example.com/${"x".repeat(250)}`, "An address can have 255 characters at most."],
])("%s is refused at its field, when a webhook is made and when one is changed", async (address, detail) => {
  const id = await made();
  for (const answer of [await ask("POST", "/webhooks", { tenantId, url: address, events: ["*"] }), await ask("PATCH", `/webhooks/${id}`, { url: address })]) {
    expect([answer.status, answer.body.errors]).toEqual([422, [{ pointer: "/url", detail }]]);
  }
  expect(await webhookRow(id)).toMatchObject({ url });
});

test.each([{ "webhook-signature": "v1,x" }, { Host: "other" }, { "content-length": "7" }, { "transfer-encoding": "chunked" }, { "x y": "1" }, { x: "a\r\nhost: b" }, { x: "ä" }])("the header %j cannot be a webhook's own", async (headers) => {
  expect((await ask("POST", "/webhooks", { tenantId, url, events: ["*"], headers })).status).toBe(422);
});

test("an unknown event, or none, is refused; * stands for all", async () => {
  for (const events of [[], ["sync.exploded"], ["webhook.test"], "*"]) expect((await ask("POST", "/webhooks", { tenantId, url, events })).status).toBe(422);
  expect((await ask("POST", "/webhooks", { tenantId, url, events: ["report.ready", "*"] })).body.events).toEqual(["*"]);
});

test("what is not named in a change stays, and one that is switched on again begins without failures", async () => {
  const id = await made({ description: "first" });
  expect((await ask("PATCH", `/webhooks/${id}`, { isActive: false })).body).toMatchObject({ isActive: false, description: "first", events: ["*"] });
  expect((await ask("PATCH", `/webhooks/${id}`, { isActive: true, events: ["sync.failed", "report.ready"] })).body).toMatchObject({ isActive: true, failureCount: 0, disabledReason: null, events: ["sync.failed", "report.ready"] });
  expect((await ask("PATCH", `/webhooks/${id}`, { events: ["sync.failed"] })).body.events).toEqual(["sync.failed"]);
});

test("a rotation gives another secret, keeps the one before for a day, and shows neither afterwards", async () => {
  const id = await made();
  const before = (await webhookRow(id))?.secret;
  const { body } = await ask("POST", `/webhooks/${id}/rotate-secret`);
  expect(body.secret).toMatch(/^whsec_/);
  expect(await webhookRow(id)).toMatchObject({ previousSecret: before });
  const hours = (new Date(body.previousSecretExpiresAt ?? "").getTime() - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThanOrEqual(24);
});

test("a test is queued for that webhook alone, whatever it listens to; one that is switched off cannot be tried", async () => {
  const [id, other] = [await made({ events: ["report.ready"] }), await made()];
  const { status, body } = await ask("POST", `/webhooks/${id}/test`);
  expect([status, body]).toMatchObject([202, { webhookId: id, type: "webhook.test", status: "pending", attempts: 0 }]);
  expect([(await deliveriesTo(id)).length, (await deliveriesTo(other)).length, (await pendingAttempts(id)).length]).toEqual([1, 0, 1]);
  expect((await ask("GET", `/webhooks/${id}/deliveries`)).body.data).toMatchObject([{ id: body.id, eventId: (await eventsOf(tenantId)).at(-1)?.id }]);
  await ask("PATCH", `/webhooks/${id}`, { isActive: false });
  expect((await ask("POST", `/webhooks/${id}/test`)).status).toBe(409);
  expect((await ask("POST", `/deliveries/${body.id}/replay`)).status).toBe(409);
});

test("what is on its way is not sent again beside itself", async () => {
  const id = await made();
  const { body } = await ask("POST", `/webhooks/${id}/test`);
  expect((await ask("POST", `/deliveries/${body.id}/replay`)).body.detail).toBe("This is still on its way; it is tried again by itself.");
  expect(await pendingAttempts(id)).toHaveLength(1);
});

test("the log is handed out newest first, page after page", async () => {
  const id = await made();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.unshift((await ask("POST", `/webhooks/${id}/test`)).body.id);
  const seen: string[] = [];
  for (let next: string | null = `${base}/webhooks/${id}/deliveries?limit=2`; next; ) {
    const { body } = await ask("GET", next.slice(base.length));
    seen.push(...(body.data ?? []).map((delivery) => delivery.id));
    next = body.next ?? null;
  }
  expect(seen).toEqual(ids);
});

test("a removed webhook is not there, its secret is gone, and removing it again is no mistake; another's is never there", async () => {
  const id = await made({ headers: { authorization: "x" } });
  for (let time = 0; time < 2; time += 1) expect(await ask("DELETE", `/webhooks/${id}`)).toMatchObject({ status: 200, body: { id, removed: true } });
  for (const path of [`/webhooks/${id}`, `/webhooks/${id}/deliveries`]) expect((await ask("GET", path)).status).toBe(404);
  expect((await ask("POST", `/webhooks/${id}/test`)).status).toBe(404);
  expect((await ask("GET", "/webhooks?limit=200")).body.data?.map((webhook) => webhook.id)).not.toContain(id);
  expect(await webhookRow(id)).toMatchObject({ secret: "", headers: null, isActive: false });
});

test("the same request under an Idempotency-Key makes one webhook and tells its secret again, which lies encrypted until then", async () => {
  const wish = { tenantId, url, events: ["*"] };
  const [first, second] = [await ask("POST", "/webhooks", wish, "once"), await ask("POST", "/webhooks", wish, "once")];
  expect([first.status, second.text]).toEqual([201, first.text]);
  const kept = JSON.stringify(await systemRead((q) => q.select().from(IdempotencyKeys)));
  for (const secret of [first.body.secret, first.body.secretText]) expect(kept).not.toContain(secret);
});

type Body = { id: string; secret: string; secretText: string; events: string[]; errors: object[]; detail: string; previousSecretExpiresAt: string | null; data?: { id: string }[]; next?: string | null };

async function ask(method: string, path: string, wish?: object, once?: string) {
  const headers = { authorization: `Bearer ${stage.key}`, ...(wish ? { "content-type": "application/json" } : {}), ...(once ? { "idempotency-key": once } : {}) };
  const response = await handle(new Request(`${base}${path}`, { method, headers, ...(wish ? { body: JSON.stringify(wish) } : {}) }));
  const text = await response.text();
  const body: Body = JSON.parse(text);
  return { status: response.status, location: response.headers.get("location"), text, body };
}

async function made(more: object = {}): Promise<string> {
  return (await ask("POST", "/webhooks", { tenantId, url, events: ["*"], ...more })).body.id;
}
