// The worker process: takes jobs from the queue until it is asked to stop.
import { closeDatabase } from "#db/doors.ts";
import { checkDatabase } from "#db/ready.ts";
import { env } from "#lib/env.ts";
import { stopSignal } from "#lib/parent.ts";
import { logger } from "#lib/log.ts";
import { observeDatabase } from "#lib/observe.ts";
import { keepWorking } from "#lib/jobs/keep-working.ts";

try {
  env();
  observeDatabase();
  await checkDatabase();
  logger.info("The worker is ready.");
  const signal = stopSignal();
  await keepWorking("separate", signal);
  await closeDatabase();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
