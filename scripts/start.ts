// npm start: production on the user's own environment. A wrong or missing variable stops here with a sentence that names it.
import { migrationUrl } from "#db/configuration.ts";
import { migrate } from "#db/migrate.ts";
import { env } from "#lib/env.ts";
import { stopSignal } from "#lib/parent.ts";
import { buildIfNeeded } from "./build.ts";
import { refuseTakenPort, stopAll } from "./processes.ts";
import { serve } from "./serve.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const settings = env();
  await refuseTakenPort(settings.PORT, "PORT");
  for (const tag of await migrate(migrationUrl())) say(`Migrated: ${tag}`);
  await buildIfNeeded(say);
  const stop = stopSignal();
  const { app, all } = await serve({ stop, port: settings.PORT, worker: settings.WORKER, env: {}, show: true });
  say(`Daybook is ready: ${settings.APP_URL}`);
  const code = await Promise.race([app.ended, new Promise<0>((resolve) => stop.addEventListener("abort", () => resolve(0)))]);
  await stopAll(all());
  process.exit(code);
} catch (error) {
  process.stderr.write(`Daybook did not start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
