import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answering, type Running, start, stopAll } from "./processes.ts";

test("what Next starts with is what it is given: no .env is read behind the demo's back", async () => {
  const folder = mkdtempSync(join(tmpdir(), "daybook-env-"));
  for (const name of [".env", ".env.local", ".env.production", ".env.production.local"]) writeFileSync(join(folder, name), "DAYBOOK_PROBE=from a file\n");
  const script = `require("@next/env").loadEnvConfig(${JSON.stringify(folder)}, false); process.stdout.write(process.env.DAYBOOK_PROBE ?? "nothing")`;
  const probe = start("The probe", ["-e", script], { NODE_ENV: "production" });
  await probe.ended;
  expect(probe.output()).toBe("nothing");
  rmSync(folder, { recursive: true, force: true });
});

test("an address that answers 503 is waited for until it answers 200", async () => {
  const left = [503, 503];
  const { url, close } = await addressThat(() => left.pop() ?? 200);
  await withPatient((patient) => answering(url, patient));
  expect(left).toEqual([]);
  close();
});

test("who does not get well in time is told with what they said last", async () => {
  const { url, close } = await addressThat(() => 503);
  await withPatient((patient) => expect(answering(url, patient, 300)).rejects.toThrow(`The patient is not well at ${url}: 503 the reason`));
  close();
});

test.each(["process.exit(3)", "process.kill(process.pid, 'SIGKILL')"])("a process that ended (%s) is not waited for", async (script) => {
  const ended = start("The patient", ["-e", script], {});
  await ended.ended;
  await expect(answering("http://127.0.0.1:1", ended)).rejects.toThrow("The patient stopped: it said nothing");
});

async function withPatient(work: (patient: Running) => Promise<void>): Promise<void> {
  const patient = start("The patient", ["-e", "setInterval(() => {}, 1000)"], {});
  await work(patient).finally(() => stopAll([patient]));
}

async function addressThat(answers: () => number): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => void response.writeHead(answers()).end("the reason"));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, close: () => void server.close() };
}
