// A second server on the same database, for as long as a test needs it: without a worker, so that what its log says of the database is
// said of pages alone, and with registration open, which the installation under test has closed.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { Stand } from "./stand.ts";

export type Door = { door: "read" | "transaction"; queries: number };
export type OwnServer = { url: string; doorsDuring: (work: () => Promise<void>) => Promise<Door[]>; stop: () => Promise<void> };

const mark = "next-auth failed.";

export async function startOwnServer({ settings }: Stand): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, ...settings, PORT: String(port), APP_URL: url, NODE_ENV: "production" as const, WORKER: "none", REGISTRATION: "open", LOG_LEVEL: "debug" };
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", String(port)], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let log = "";
  server.stdout.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  await until(async () => (await fetch(`${url}/api/health`).catch(() => undefined))?.ok === true);
  return {
    url,
    async doorsDuring(work) {
      await leaveMark(url, () => log);
      const from = log.length;
      await work();
      await leaveMark(url, () => log);
      return doorsIn(log.slice(from));
    },
    async stop() {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

/** A cookie nobody was given is noted in the log; when it stands there, so does all that was done before. This address asks the database nothing. */
async function leaveMark(url: string, log: () => string): Promise<void> {
  const before = count(log());
  await fetch(`${url}/api/auth/session`, { headers: { cookie: "daybook.session=nobody" } });
  await until(async () => count(log()) > before && log().endsWith("\n"));
}

function count(log: string): number {
  return log.split(mark).length;
}

function doorsIn(log: string): Door[] {
  return log.split("\n").flatMap((line) => (line.includes('"door"') && line.endsWith("}") ? [JSON.parse(line)] : []));
}

export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("The server does not answer.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port was found."))));
    });
  });
}
