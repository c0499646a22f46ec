import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { claimJob } from "#lib/jobs/queries.ts";
import { recordEvent, recordEventFor } from "#lib/events/record-event.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { updateWebhook } from "#lib/webhooks/queries.ts";
import { makeKey, seal, sealHeaders, shown } from "#lib/webhooks/secret.ts";
import { sendWebhook } from "#lib/webhooks/send-webhook.ts";
import { addWebhook, deliveriesTo, eventsOf, forgetAllEvents, pendingAttempts, sentUntil, webhookRow } from "#lib/webhooks/testing/queries.ts";
import { type Receiver, startReceiver, verified } from "#lib/webhooks/testing/receiver.ts";

let database: TestDatabase;
let receivers: Receiver[] = [];
const [sample, other] = [sampleRows(), sampleRows()];
const owner = { tenantId: sample.tenantId, userId: sample.rows.get("Users")?.id ?? "" };
const stranger = { tenantId: other.tenantId, userId: other.rows.get("Users")?.id ?? "" };
const lost = { type: "tenant.reauthRequired", data: { connectionStatus: "reauthRequired" } } as const;

beforeAll(async () => {
  stubSettings({ OUTBOUND_ALLOW: "127.0.0.0/8" });
  database = await freshDatabase();
  for (const one of [sample, other]) await fill(one);
});
beforeEach(forgetAllEvents);
afterEach(async () => {
  for (const receiver of receivers) await receiver.close();
  receivers = [];
  await transaction(owner, async (tx) => {
    for (const id of made) await updateWebhook(tx, id, { isActive: false });
  });
});
afterAll(() => database.close());

test("what happens reaches whoever listens, once, in a letter that the standard's own library accepts", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  await happens();
  await sentUntil(async () => receiver.messages.length === 1 && (await isSettled(webhook.id)));
  const [message] = receiver.messages;
  const [event] = await eventsOf(owner.tenantId);
  const body = message && verified(webhook.secret, message);
  const page = `http://localhost:3000/o/${owner.tenantId}`;
  expect(body).toEqual({ id: event?.id, type: "tenant.reauthRequired", timestamp: expect.stringMatching(/Z$/), apiVersion: "v1", tenant: { id: owner.tenantId, name: sample.rows.get("XeroTenants")?.tenantName }, data: lost.data, links: { api: `http://localhost:3000/api/v1/tenants/${owner.tenantId}`, page } });
  expect(message?.headers).toMatchObject({ "webhook-id": event?.id, "content-type": "application/json", "user-agent": expect.stringMatching(/^Daybook\/\d/) });
  expect(JSON.stringify(JSON.parse(message?.body ?? ""))).toBe(message?.body);
  expect(await deliveriesTo(webhook.id)).toMatchObject([{ status: "delivered", attempts: 1, responseStatus: 204, problem: null, nextAttemptAt: null }]);
  expect(await webhookRow(webhook.id)).toMatchObject({ failureCount: 0, lastDeliveryAt: expect.any(Date) });
  expect(() => message && verified(shown(makeKey()).secret, message)).toThrow("No matching signature");
});

test("only who listens to it hears of it: by its name, by one of several names, or by *; nobody of another organisation does", async () => {
  const receiver = await receive();
  const listening = await Promise.all([hook(receiver, ["tenant.reauthRequired"]), hook(receiver, ["report.ready", "sync.failed", "tenant.reauthRequired"]), hook(receiver)]);
  const deaf = [await hook(receiver, ["report.ready"]), await hook(receiver, ["report.ready", "sync.failed"]), await addWebhook(stranger, receiver.url)];
  await happens();
  for (const { id } of listening) expect(await deliveriesTo(id)).toHaveLength(1);
  for (const { id } of deaf) expect(await deliveriesTo(id)).toHaveLength(0);
});

test("what was undone was never told", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  await expect(
    transaction(owner, async (tx) => {
      await recordEvent(tx, owner.tenantId, lost);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect([await eventsOf(owner.tenantId), await deliveriesTo(webhook.id), await pendingAttempts(webhook.id)]).toEqual([[], [], []]);
});

test("who fails is tried again with the same message, until it is taken", async () => {
  const receiver = await receive((_message, response, earlier) => void response.writeHead(earlier < 2 ? 500 : 200).end("not now"));
  const webhook = await hook(receiver);
  await happens();
  await sentUntil(() => isSettled(webhook.id));
  expect(new Set(receiver.messages.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
  expect(receiver.messages).toHaveLength(3);
  for (const message of receiver.messages) verified(webhook.secret, message);
  expect(await deliveriesTo(webhook.id)).toMatchObject([{ status: "delivered", attempts: 3, responseStatus: 200 }]);
  expect(await webhookRow(webhook.id)).toMatchObject({ isActive: true, failureCount: 0 });
});

test("who takes nothing at any attempt is switched off, and the log says what was answered", async () => {
  const receiver = await receive((_message, response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end("over there"));
  const webhook = await hook(receiver);
  await happens();
  await sentUntil(() => isSettled(webhook.id));
  const problem = "The receiver answered 302, which leads elsewhere and is not followed. Give its final address.";
  expect(await deliveriesTo(webhook.id)).toMatchObject([{ status: "failed", attempts: 3, responseStatus: 302, responseBody: "over there", problem, nextAttemptAt: null, deliveredAt: null }]);
  expect(await webhookRow(webhook.id)).toMatchObject({ isActive: false, failureCount: 3, disabledReason: "Its receiver took nothing at any of the attempts of three days." });
  await happens();
  expect(await deliveriesTo(webhook.id)).toHaveLength(1);
});

test("one message that is refused for good does not switch off who took others since", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  const [refused = ""] = [await transaction(owner, (tx) => recordEventFor(tx, owner.tenantId, webhook.id, lost))];
  const body = (await eventsOf(owner.tenantId)).at(0)?.id;
  await receiver.close();
  receivers = [];
  const picky = await receive((message, response) => void response.writeHead(message.id === body ? 400 : 200).end());
  await transaction(owner, (tx) => updateWebhook(tx, webhook.id, { url: picky.url }));
  await happens();
  await sentUntil(() => isSettled(webhook.id));
  expect((await deliveriesTo(webhook.id)).map(({ id, status }) => [id === refused, status])).toEqual([[true, "failed"], [false, "delivered"]]);
  expect(await webhookRow(webhook.id)).toMatchObject({ isActive: true });
});

test("410 switches a webhook off at once; what else was on its way is not sent", async () => {
  const receiver = await receive((_message, response) => void response.writeHead(410).end());
  const webhook = await hook(receiver);
  await happens();
  await happens();
  await sentUntil(() => isSettled(webhook.id));
  expect(receiver.messages).toHaveLength(1);
  expect(await webhookRow(webhook.id)).toMatchObject({ isActive: false, disabledReason: "Its receiver answered 410: it wants to hear nothing more." });
  expect((await deliveriesTo(webhook.id)).map(({ status, attempts }) => [status, attempts])).toEqual([["failed", 1], ["failed", 0]]);
});

test("who asks to be left alone for an hour is", async () => {
  const receiver = await receive((_message, response) => void response.writeHead(429, { "retry-after": "3600" }).end());
  const webhook = await hook(receiver);
  await happens();
  await sentUntil(async () => (await pendingAttempts(webhook.id)).some(({ runAfter }) => runAfter !== null));
  expect((await pendingAttempts(webhook.id)).at(0)?.runAfter?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  expect(await deliveriesTo(webhook.id)).toMatchObject([{ status: "pending", attempts: 1, problem: "The receiver answered 429. Only 2xx says that it was taken." }]);
});

test("an attempt that is written down already is not made again by whoever takes its job over", async () => {
  const receiver = await receive((_message, response) => void response.writeHead(500).end());
  const webhook = await hook(receiver);
  await happens();
  const job = await systemTransaction((tx) => claimJob(tx, "first", new Date(), new Date(Date.now() + 30_000), ["webhook"]));
  if (!job) throw new Error("There is no attempt to make.");
  const perform = sendWebhook();
  expect(await perform(job, new AbortController().signal)).toEqual({ status: 500 });
  expect(await perform(job, new AbortController().signal)).toBeNull();
  expect(receiver.messages).toHaveLength(1);
  expect([await deliveriesTo(webhook.id), await pendingAttempts(webhook.id)]).toMatchObject([[{ attempts: 1, status: "pending" }], [{ parameters: { attempts: 1 } }]]);
});

test("a sender whose job was taken from it writes nothing down", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  await happens();
  const job = await systemTransaction((tx) => claimJob(tx, "first", new Date(), new Date(Date.now() - 1), ["webhook"]));
  await systemTransaction((tx) => claimJob(tx, "second", new Date(), new Date(Date.now() + 30_000), ["webhook"]));
  if (!job) throw new Error("There is no attempt to make.");
  await expect(sendWebhook()(job, new AbortController().signal)).rejects.toThrow("Another worker has taken this job.");
  expect(await deliveriesTo(webhook.id)).toMatchObject([{ attempts: 0, status: "pending" }]);
});

test("who never answers holds up nobody else", async () => {
  const [silent, quick] = [await receive(() => undefined), await receive()];
  const slow = await hook(silent, ["report.ready"]);
  const webhook = await hook(quick, ["tenant.reauthRequired"]);
  for (let count = 0; count < 8; count += 1) await transaction(owner, (tx) => recordEventFor(tx, owner.tenantId, slow.id, lost));
  await happens();
  await sentUntil(async () => quick.messages.length === 1 && silent.messages.length > 0);
  expect(await deliveriesTo(webhook.id)).toHaveLength(1);
  expect(silent.messages).toHaveLength(1);
});

test("while a secret changes over, the old and the new one sign side by side; afterwards the new one alone", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  const key = makeKey();
  const previousSecret = (await webhookRow(webhook.id))?.secret ?? "";
  const rotate = (previousSecretExpiresAt: Date) => transaction(owner, (tx) => updateWebhook(tx, webhook.id, { secret: seal(key, webhook.id), previousSecret, previousSecretExpiresAt }));
  await rotate(new Date(Date.now() + 60_000));
  await happens();
  await sentUntil(async () => receiver.messages.length === 1);
  for (const secret of [webhook.secret, shown(key).secret]) expect(receiver.messages[0] && verified(secret, receiver.messages[0])).toMatchObject({ type: "tenant.reauthRequired" });
  await rotate(new Date(Date.now() - 1));
  await happens();
  await sentUntil(async () => receiver.messages.length === 2);
  expect(receiver.messages[1] && verified(shown(key).secret, receiver.messages[1])).toBeTruthy();
  expect(() => receiver.messages[1] && verified(webhook.secret, receiver.messages[1])).toThrow("No matching signature");
});

test("a webhook's own headers go along, but none of them stands in for the signature", async () => {
  const receiver = await receive();
  const webhook = await hook(receiver);
  await transaction(owner, (tx) => updateWebhook(tx, webhook.id, { headers: sealHeaders({ authorization: "Bearer n8n", "webhook-signature": "v1,forged" }, webhook.id) }));
  await happens();
  await sentUntil(async () => receiver.messages.length === 1);
  expect(receiver.messages[0]?.headers.authorization).toBe("Bearer n8n");
  expect(receiver.messages[0] && verified(webhook.secret, receiver.messages[0])).toBeTruthy();
});

test("the database holds neither secret nor headers that could be read", async () => {
  const webhook = await hook(await receive());
  await transaction(owner, (tx) => updateWebhook(tx, webhook.id, { headers: sealHeaders({ authorization: "Bearer n8n" }, webhook.id) }));
  const row = JSON.stringify(await webhookRow(webhook.id));
  const key = Buffer.from(webhook.secret.slice(6), "base64").toString();
  for (const secret of [webhook.secret, key, "Bearer n8n"]) expect(row).not.toContain(secret);
});

const made: string[] = [];

async function hook(receiver: Receiver, events?: [string, ...string[]]) {
  const webhook = await addWebhook(owner, receiver.url, events);
  made.push(webhook.id);
  return webhook;
}

async function receive(...answering: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...answering);
  receivers.push(receiver);
  return receiver;
}

function happens(): Promise<void> {
  return transaction(owner, (tx) => recordEvent(tx, owner.tenantId, lost));
}

async function isSettled(webhookId: string): Promise<boolean> {
  return (await deliveriesTo(webhookId)).every(({ status }) => status !== "pending");
}
