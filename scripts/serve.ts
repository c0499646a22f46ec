// The app and its worker as processes: what npm start and npm run demo have in common.
import { setTimeout as delay } from "node:timers/promises";
import { answering, type Running, start } from "./processes.ts";

type Served = { stop: AbortSignal; running: Running[]; host: string | undefined; port: number; worker: "separate" | "embedded" | "none"; env: Record<string, string | undefined>; show: boolean };

const patience = 120_000;
/** Longer than a proxy keeps an idle connection (nginx: 60 s), so that none sends a request into one that is just being closed. */
export const keepAlive = ["--keepAliveTimeout", "75000"];

/**
 * Starts the app, and the worker beside it where it is separate; resolves when the app says that all is well. A worker that dies is started
 * again. `host` is the only address to listen on, where not everybody may come. What runs stands in `running` from its first moment, so that a stop finds it.
 */
export async function serve({ stop, running, host, port, worker, env, show }: Served): Promise<Running> {
  stop.throwIfAborted();
  const app = start("The app", ["node_modules/next/dist/bin/next", "start", "--port", String(port), ...keepAlive, ...(host ? ["--hostname", host] : [])], { ...env, NODE_ENV: "production" }, show);
  running.push(app);
  if (worker === "separate") keepWorking();
  await answering(`http://${host === "::1" ? "[::1]" : (host ?? "localhost")}:${port}/api/health`, app, patience);
  return app;

  function keepWorking(): void {
    const working = start("The worker", ["worker/main.ts"], { ...env, NODE_ENV: "production" }, show);
    running.push(working);
    working.ended.then(async () => {
      await delay(1_000, undefined, { ref: false });
      if (stop.aborted) return;
      running.splice(running.indexOf(working), 1);
      keepWorking();
    });
  }
}
