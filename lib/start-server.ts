import { checkDatabase } from "#db/ready.ts";
import { env, insecureNotice } from "#lib/env.ts";
import { keepWorking } from "#lib/jobs/keep-working.ts";
import { logger } from "#lib/log.ts";
import { observeDatabase } from "#lib/observe.ts";
import { whenParentIsGone } from "#lib/parent.ts";

/** A server that could only answer with failures does not start: the sentence says what to mend. */
export async function startServer(): Promise<void> {
  try {
    const settings = env();
    const notice = insecureNotice(settings);
    if (notice) process.stderr.write(`${notice}\n`);
    whenParentIsGone(() => process.exit(0));
    observeDatabase();
    await checkDatabase();
    if (settings.WORKER === "embedded") startWorker();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function startWorker(): void {
  const stop = new AbortController();
  process.once("SIGTERM", () => stop.abort("SIGTERM"));
  keepWorking("embedded", stop.signal).catch((error: unknown) => logger.error({ err: error }, "The embedded worker stopped."));
}
