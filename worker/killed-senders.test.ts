// Messages to receivers that refuse three of ten, sent by a worker that is killed outright again and again: each arrives, and whoever keeps what they
// have by its id has each exactly once. A hundred of them; where CRASH_KILLS says how often, five hundred.
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { sha256 } from "#lib/crypto.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { addWebhook, deliveriesTo, eventsOf, forgetAllEvents } from "#lib/webhooks/testing/queries.ts";
import { type Message, startReceiver, verified } from "#lib/webhooks/testing/receiver.ts";

const [events, hooks] = [process.env.CRASH_KILLS ? 100 : 20, 5];

test(`${events * hooks} messages at three faults in ten, with senders killed, arrive each exactly once by its id`, async () => {
  stubSettings({ OUTBOUND_ALLOW: "127.0.0.0/8" });
  const database = await freshDatabase();
  const sample = sampleRows();
  await fill(sample);
  await forgetAllEvents();
  const taken = new Map<string, string[]>();
  const receiver = await startReceiver((message, response, earlier) => {
    const status = isFault(message, earlier) ? 503 : 200;
    if (status === 200) taken.set(message.path, [...(taken.get(message.path) ?? []), message.id]);
    response.writeHead(status).end();
  });
  const owner = { tenantId: sample.tenantId, userId: sample.rows.get("Users")?.id ?? "" };
  const webhooks = await Promise.all(Array.from({ length: hooks }, async (_, number) => ({ path: `/${number}`, ...(await addWebhook(owner, `${receiver.url}${number}`)) })));
  await transaction(owner, async (tx) => {
    for (let count = 0; count < events; count += 1) await recordEvent(tx, owner.tenantId, { type: "webhook.test", data: { webhookId: String(count) } });
  });
  const mostKills = Number(process.env.CRASH_KILLS ?? (database.dialect === "sqlite" ? 4 : 2));
  await killRepeatedly(database.url, mostKills, () => receiver.messages.length);
  const last = start(database.url);
  const statuses = async () => (await Promise.all(webhooks.map(({ id }) => deliveriesTo(id)))).flat().map(({ status }) => status);
  await expect.poll(async () => (await statuses()).every((status) => status === "delivered"), { timeout: 200_000, interval: 200 }).toBe(true);
  last.kill("SIGKILL");
  const ids = (await eventsOf(owner.tenantId)).map(({ id }) => id);
  expect([(await statuses()).length, ids.length]).toEqual([events * hooks, events]);
  expect(receiver.messages.length).toBeGreaterThan(events * hooks * 1.3);
  for (const { path, secret } of webhooks) {
    const theirs = receiver.messages.filter((message) => message.path === path);
    for (const message of theirs.slice(-20)) verified(secret, message);
    expect([...new Set(taken.get(path))].toSorted()).toEqual(ids.toSorted());
    expect(new Set(theirs.map(({ id, body }) => `${id} ${body}`)).size).toBe(events);
  }
  await receiver.close();
  await database.close();
}, 600_000);

/** By the message's own number, so that every run has the same ones; the fifth attempt is always taken. */
function isFault({ path, id }: Message, earlier: number): boolean {
  return earlier < 4 && Number.parseInt(sha256(`${path} ${id} ${earlier}`).slice(0, 8), 16) % 10 < 3;
}

/** Each is killed when it has sent something, in the middle of whatever it does then. */
async function killRepeatedly(databaseUrl: string, times: number, sent: () => number): Promise<void> {
  for (let killed = 0; killed < times; killed += 1) {
    const before = sent();
    const worker = start(databaseUrl);
    const gone = new Promise((resolve) => worker.once("exit", resolve));
    while (sent() < before + 3) await delay(2);
    worker.kill("SIGKILL");
    await gone;
  }
}

function start(databaseUrl: string) {
  return spawn(process.execPath, ["worker/testing/sending-worker.ts"], { env: { ...process.env, DATABASE_URL: databaseUrl, PARENT_PID: String(process.pid), LOG_LEVEL: "silent" }, stdio: "ignore" });
}
