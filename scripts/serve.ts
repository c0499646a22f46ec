// The app and its worker as processes: what npm start and npm run demo have in common.
import { setTimeout as delay } from "node:timers/promises";
import { answering, type Running, start } from "./processes.ts";

type Served = { stop: AbortSignal; port: number; worker: "separate" | "embedded" | "none"; env: Record<string, string | undefined>; show: boolean };

/** Starts the app, and the worker beside it where it is separate; resolves when the app answers. A worker that dies is started again. */
export async function serve({ stop, port, worker, env, show }: Served): Promise<{ app: Running; all: () => Running[] }> {
  const app = start("The app", ["node_modules/next/dist/bin/next", "start", "--port", String(port)], { ...env, NODE_ENV: "production" }, show);
  let working: Running | undefined;
  if (worker === "separate") {
    working = startWorker(env, show);
    keepWorking(working);
  }
  await answering(`http://localhost:${port}/api/health`, app);
  return { app, all: () => (working ? [app, working] : [app]) };

  function keepWorking(current: Running): void {
    current.ended.then(async () => {
      await delay(1_000);
      if (stop.aborted) return;
      working = startWorker(env, show);
      keepWorking(working);
    });
  }
}

function startWorker(env: Record<string, string | undefined>, show: boolean): Running {
  return start("The worker", ["worker/main.ts"], { ...env, NODE_ENV: "production" }, show);
}
