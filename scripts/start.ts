// npm start: production on the user's own environment. A wrong or missing variable stops here with a sentence that names it.
import { env, loopbackOf } from "#lib/env.ts";
import { stopSignal, whenStopped } from "#lib/parent.ts";
import { buildIfNeeded } from "./build.ts";
import { refuseTakenPort, type Running, stopAll } from "./processes.ts";
import { serve } from "./serve.ts";

const stop = stopSignal();
const running: Running[] = [];

try {
  process.exitCode = await Promise.race([whenStopped(stop).then(() => 0), serveUntilItEnds()]);
} catch (error) {
  process.stderr.write(`Daybook did not start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
await stopAll(running);
process.exit();

/** The app's exit code. */
async function serveUntilItEnds(): Promise<number> {
  const settings = env();
  await refuseTakenPort(settings.PORT, "PORT");
  // What migrates and backs up is a second of loading, which a wrong setting need not wait for.
  const { upgrade } = await import("./upgrade.ts");
  for (const tag of await upgrade(say)) say(`Migrated: ${tag}`);
  stop.throwIfAborted();
  await buildIfNeeded(say, running);
  const app = await serve({ stop, running, host: loopbackOf(settings.APP_URL), port: settings.PORT, worker: settings.WORKER, env: {}, show: true });
  say(`Daybook is ready: ${settings.APP_URL}`);
  return app.ended;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
