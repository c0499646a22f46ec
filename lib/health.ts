// Is Daybook well? The answer a load balancer, a container and a person ask for.
import { databaseUrl } from "#db/configuration.ts";
import { dialectOf } from "#db/dialect.ts";
import { missingMigrations } from "#db/ready.ts";
import { systemRead } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { lastBeat, queueCounts } from "#lib/jobs/queries.ts";
import { logger } from "#lib/log.ts";
import { version } from "#lib/version.ts";

/** A worker that has not beaten for this long is gone. */
const silence = 60_000;

export type Health = {
  status: "ok" | "failing";
  version: string;
  database: { dialect: string; migrated: boolean };
  worker: { mode: string; lastBeatAt: string | null };
  queue: { queued: number; running: number; failed: number };
  reason?: string;
};

export async function health(now = new Date()): Promise<Health> {
  const database = { dialect: dialectOf(databaseUrl()), migrated: false };
  const mode = env().WORKER;
  const bare = { version, database, worker: { mode, lastBeatAt: null }, queue: { queued: 0, running: 0, failed: 0 } };
  try {
    const missing = await missingMigrations();
    if (missing.length > 0) return { status: "failing", ...bare, reason: `The database lacks the migrations ${missing.join(", ")}.` };
    const { queue, beat } = await systemRead(async (q) => ({ queue: await queueCounts(q), beat: await lastBeat(q) }));
    const worker = { mode, lastBeatAt: beat?.lastBeatAt.toISOString() ?? null };
    const known = { version, database: { ...database, migrated: true }, worker, queue };
    const silent = mode !== "none" && (!beat || now.getTime() - beat.lastBeatAt.getTime() > silence);
    return silent ? { status: "failing", ...known, reason: "No worker has given a sign of life for a minute, so nothing is synced." } : { status: "ok", ...known };
  } catch (error) {
    logger.warn({ err: error }, "The database does not answer.");
    return { status: "failing", ...bare, reason: "The database does not answer." };
  }
}
