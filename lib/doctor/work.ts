import { systemRead } from "#db/system.ts";
import { ago, broken, type Finding, ok } from "#lib/doctor/finding.ts";
import { env } from "#lib/env.ts";
import { lastBeat, queueCounts } from "#lib/jobs/queries.ts";

/** A worker beats every five seconds. */
const silence = 60_000;

export async function examineWork(now: Date): Promise<Finding[]> {
  const { beat, queue } = await systemRead(async (q) => ({ beat: await lastBeat(q), queue: await queueCounts(q) }));
  return [worker(beat?.lastBeatAt, now), jobs(queue)];
}

function worker(lastBeatAt: Date | undefined, now: Date): Finding {
  const how = env().WORKER === "none" ? "npm run worker" : "npm start";
  if (!lastBeatAt) return broken("worker", `No worker has ever run here, so nothing is synced. Start one: ${how}`);
  const says = `A worker last gave a sign of life ${ago(lastBeatAt, now)}`;
  return now.getTime() - lastBeatAt.getTime() > silence ? broken("worker", `${says}; nothing is synced. Start one: ${how}`) : ok("worker", `${says}.`);
}

/** What failed in the last half year is history; how old the books are says whether it still matters. */
function jobs({ queued, running, failed }: Awaited<ReturnType<typeof queueCounts>>): Finding {
  return ok("queue", `${running} running, ${queued} waiting, ${failed} failed since it was last cleared.`);
}
