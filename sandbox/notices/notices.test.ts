import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { run, type Running } from "../testing/running.ts";
import { paid, sale, SMALL_ID, smallBooks } from "../testing/small-books.ts";

const key = "a key";
const Invoices = [sale("1", "2026-05-01", "100", "15"), sale("2", "2026-05-02", "200", "30")];

type Heard = { signature: string; body: string; good: boolean };
type Receiver = { url: string; heard: Heard[]; server: Server };

let running: Running | undefined;
let receiver: Receiver | undefined;
afterEach(async () => {
  await running?.stop();
  receiver?.server.close();
});

test("a receiver that knows a good signature from a bad one is told which invoice was touched, and by a payment too", async () => {
  await start(({ good }) => (good ? 200 : 401));
  await edit("Invoices/1", { Status: "VOIDED" });
  await edit("Payments", { ...paid("2", "2026-06-01", "230"), PaymentID: "aaaaaaaa-0000-4000-8000-000000000001" });
  const [valid, invalid, first, second] = await heard(4);
  expect([valid?.good, invalid?.good]).toEqual([true, false]);
  expect(JSON.parse(valid?.body ?? "")).toMatchObject({ events: [], firstEventSequence: 0, lastEventSequence: 0 });
  for (const each of [first, second]) expect(each?.good).toBe(true);
  expect(JSON.parse(first?.body ?? "")).toMatchObject({ firstEventSequence: 1, lastEventSequence: 1, events: [{ eventCategory: "INVOICE", eventType: "UPDATE", tenantId: SMALL_ID, tenantType: "ORGANISATION" }] });
  expect(JSON.parse(second?.body ?? "")).toMatchObject({ firstEventSequence: 2, events: [{ eventCategory: "INVOICE" }] });
});

test("what was not taken is sent again with the same events", async () => {
  let refusals = 1;
  await start(({ good, body }) => (good && JSON.parse(body).events.length > 0 && refusals-- > 0 ? 500 : good ? 200 : 401));
  await edit("Invoices/1", { Status: "VOIDED" });
  const [, , first, again] = await heard(4);
  expect(JSON.parse(again?.body ?? "").events).toEqual(JSON.parse(first?.body ?? "").events);
});

test("a receiver that takes everything, whoever signed it, is told nothing", async () => {
  await start(() => 200);
  await edit("Invoices/1", { Status: "VOIDED" });
  await heard(4);
  expect(receiver?.heard.map(({ body }) => JSON.parse(body).events)).toEqual([[], [], [], []]);
});

async function start(statusOf: (heard: Heard) => number): Promise<void> {
  receiver = await receive(statusOf);
  running = await run([smallBooks({ Invoices, Payments: [] })], { today: "2026-06-30", webhook: { url: receiver.url, key } });
}

async function receive(statusOf: (heard: Heard) => number): Promise<Receiver> {
  const list: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString("utf8");
    const signature = String(request.headers["x-xero-signature"]);
    const one = { signature, body, good: signature === createHmac("sha256", key).update(body).digest("base64") };
    list.push(one);
    response.writeHead(statusOf(one)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`, heard: list, server };
}

async function edit(path: string, body: unknown): Promise<void> {
  const [collection = "", number] = path.split("/");
  const id = number ? `/${running?.standIn.store.find(SMALL_ID)?.view.Invoices.find(({ InvoiceNumber }) => InvoiceNumber === number)?.InvoiceID}` : "";
  const answer = await fetch(`${running?.url}/stand-in/organisations/${SMALL_ID}/${collection}${id}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  expect(answer.ok, await answer.text()).toBe(true);
}

function heard(wanted: number): Promise<readonly Heard[]> {
  return expect.poll(() => receiver?.heard.length, { timeout: 10_000 }).toBe(wanted).then(() => receiver?.heard ?? []);
}
