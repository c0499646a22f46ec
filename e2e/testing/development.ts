// A server for development, on the tests' own database and without a worker, for as long as a test needs pages that no build contains.
import { type ChildProcess, spawn } from "node:child_process";
import { freePort, until } from "./own-server.ts";
import type { Stand } from "./stand.ts";

export type DevelopmentServer = { url: string; stop: () => Promise<void> };

export async function startDevelopmentServer({ settings }: Stand): Promise<DevelopmentServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, ...settings, PORT: String(port), APP_URL: url, NODE_ENV: "development" as const, WORKER: "none", LOG_LEVEL: "silent" };
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "dev", "--port", String(port)], { env, detached: true, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await until(async () => (await fetch(`${url}/api/health`).catch(() => undefined))?.ok === true);
  return {
    url,
    async stop() {
      endWithChildren(server);
      await ended;
    },
  };
}

/** `next dev` does its work in a process of its own. */
function endWithChildren({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, "SIGTERM");
}
