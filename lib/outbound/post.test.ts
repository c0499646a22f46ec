import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type Lookup, post } from "#lib/outbound/post.ts";

let server: Server | undefined;
const forGood = new AbortController().signal;
const loopback = ["127.0.0.0/8"];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test("what was written arrives, and the answer's status and beginning come back", async () => {
  const heard: string[] = [];
  const url = await serve(async (request, response) => {
    for await (const part of request) heard.push(String(part));
    heard.push(request.method ?? "", request.headers["x-own"]?.toString() ?? "");
    response.writeHead(202, { "retry-after": "7" }).end("taken\0, thanks");
  });
  const answer = await post({ url, headers: { "x-own": "yes" }, body: '{"a":"ä"}' }, forGood, { allowed: loopback });
  expect(answer).toEqual({ status: 202, body: "taken , thanks", problem: null, retryAfter: "7" });
  expect(heard).toEqual(['{"a":"ä"}', "POST", "yes"]);
});

test("a redirect is an answer like another, and is not followed", async () => {
  const paths: string[] = [];
  const url = await serve((request, response) => {
    paths.push(request.url ?? "");
    response.writeHead(307, { location: "/elsewhere" }).end();
  });
  expect(await post({ url, headers: {}, body: "{}" }, forGood, { allowed: loopback })).toMatchObject({ status: 307 });
  expect(paths).toEqual(["/"]);
});

test("who never answers is waited for no longer than the patience", async () => {
  const url = await serve(() => undefined);
  expect(await post({ url, headers: {}, body: "{}" }, forGood, { allowed: loopback, patience: 100 })).toEqual({ status: null, body: null, problem: "No answer came within 0.1 seconds.", retryAfter: null });
});

test("who answers and then dribbles has answered; who talks without end is cut short", async () => {
  const dribbling = await serve((_request, response) => void response.writeHead(200).write("one"));
  expect(await post({ url: dribbling, headers: {}, body: "{}" }, forGood, { allowed: loopback, patience: 200 })).toMatchObject({ status: 200, body: "one" });
  server?.closeAllConnections();
  server?.close();
  const endless = await serve((_request, response) => {
    response.writeHead(200);
    const more = () => void (response.writable && response.write("x".repeat(100_000)));
    response.on("drain", more);
    more();
  });
  expect((await post({ url: endless, headers: {}, body: "{}" }, forGood, { allowed: loopback })).body).toBe("x".repeat(1_000));
});

test("a number of this machine is refused before anything is sent", async () => {
  let isReached = false;
  const url = await serve((_request, response) => {
    isReached = true;
    response.end();
  });
  for (const address of [url, url.replace("127.0.0.1", "2130706433"), url.replace("127.0.0.1", "[::ffff:127.0.0.1]")]) {
    expect(await post({ url: address, headers: {}, body: "{}" }, forGood, { allowed: [] })).toMatchObject({ status: null, problem: "This address leads to this machine or into a private network, which is refused." });
  }
  expect(isReached).toBe(false);
});

test("a name is judged by the numbers it stands for at the moment of connecting; one private number among them is enough", async () => {
  let isReached = false;
  const url = await serve((_request, response) => {
    isReached = true;
    response.end();
  });
  const { port } = new URL(url);
  const names = (...numbers: string[]): Lookup => (_host, answer) => answer(null, numbers.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
  const write = (lookup: Lookup, allowed: string[]) => post({ url: `http://receiver.example:${port}/`, headers: {}, body: "{}" }, forGood, { lookup, allowed });
  expect((await write(names("127.0.0.1"), [])).problem).toContain("private network");
  expect((await write(names("8.8.8.8", "127.0.0.1"), [])).problem).toBeTruthy();
  expect((await write(names("127.0.0.1", "10.0.0.1"), loopback)).problem).toContain("private network");
  expect(isReached).toBe(false);
  expect(await write(names("127.0.0.1"), loopback)).toMatchObject({ status: 200 });
});

test("a name is asked for once: there is no second answer to connect to", async () => {
  const url = await serve((_request, response) => void response.end());
  const numbers = ["127.0.0.1", "10.0.0.1"];
  let asked = 0;
  const rebinding: Lookup = (_host, answer) => answer(null, [{ address: numbers[asked++] ?? "", family: 4 }]);
  expect(await post({ url: `http://receiver.example:${new URL(url).port}/`, headers: {}, body: "{}" }, forGood, { lookup: rebinding, allowed: loopback })).toMatchObject({ status: 200 });
  expect(asked).toBe(1);
});

test("a worker that stops does not make a failure of it", async () => {
  const stop = new AbortController();
  const url = await serve(() => stop.abort("stopped"));
  await expect(post({ url, headers: {}, body: "{}" }, stop.signal, { allowed: loopback })).rejects.toBe("stopped");
});

test("why nobody answered is a sentence", async () => {
  const url = await serve(() => undefined);
  server?.close();
  expect(await post({ url, headers: {}, body: "{}" }, forGood, { allowed: loopback })).toMatchObject({ problem: "Nothing listens at this address." });
  const unknown: Lookup = (_host, answer) => answer(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []);
  expect(await post({ url: "https://nowhere.example/", headers: {}, body: "{}" }, forGood, { lookup: unknown, allowed: [] })).toMatchObject({ problem: "This name is not known: there is no such address." });
});

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const address = made.address();
  if (typeof address !== "object" || !address) throw new Error("The receiver has no address.");
  return `http://127.0.0.1:${address.port}/`;
}
