// Xero allows an organisation five calls at once and sixty a minute, and the app ten thousand a minute over all. The minute is counted from
// the log of calls in the database, which every process writes, so that two workers share one budget; the five at once are counted here.
import { setTimeout as delay } from "node:timers/promises";
import { systemRead } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { callsSince } from "#lib/xero/queries.ts";

const minute = 60_000;
const atOnce = 5;
const perMinuteOverAll = 10_000;

const running = new Map<string, number>();
const waiting = new Map<string, (() => void)[]>();
/** Calls under way, which the log does not know yet. */
const underWay = new Map<string, number>();

type Patience = {
  /** Hears a sentence when it has to wait. */
  onWait: (sentence: string) => void;
  signal: AbortSignal;
};

/** Runs a call when the organisation's budget allows it, or stops waiting with the signal's reason. */
export async function withinLimits<T>(tenantId: string, call: () => Promise<T>, { onWait, signal }: Patience): Promise<T> {
  await enter(tenantId);
  try {
    for (let pause = await pauseNeeded(tenantId); pause > 0; pause = await pauseNeeded(tenantId)) {
      onWait(`Waiting ${Math.ceil(pause / 1000)} s, as Xero's limits ask.`);
      await delay(pause, undefined, { signal });
    }
    return await call().finally(() => count(tenantId, -1));
  } finally {
    leave(tenantId);
  }
}

/** Milliseconds until the minute's budget has room again; 0 when it has, and then the call is counted as under way. */
async function pauseNeeded(tenantId: string, now = Date.now()): Promise<number> {
  const before = underWay.get(tenantId) ?? 0;
  const { own, all } = await systemRead((q) => callsSince(q, tenantId, new Date(now - minute)));
  const unlogged = Math.max(before, underWay.get(tenantId) ?? 0);
  if (own.count + unlogged < env().XERO_MINUTE_LIMIT && all.count < perMinuteOverAll) {
    count(tenantId, 1);
    return 0;
  }
  const oldest = Math.min(own.oldest?.getTime() ?? now, all.count < perMinuteOverAll ? now : (all.oldest?.getTime() ?? now));
  return Math.max(oldest + minute - now, 250);
}

function count(tenantId: string, step: 1 | -1): void {
  underWay.set(tenantId, (underWay.get(tenantId) ?? 0) + step);
}

async function enter(tenantId: string): Promise<void> {
  const current = running.get(tenantId) ?? 0;
  if (current < atOnce) {
    running.set(tenantId, current + 1);
    return;
  }
  await new Promise<void>((resolve) => {
    waiting.set(tenantId, [...(waiting.get(tenantId) ?? []), resolve]);
  });
}

function leave(tenantId: string): void {
  const [next, ...others] = waiting.get(tenantId) ?? [];
  waiting.set(tenantId, others);
  if (next) next();
  else running.set(tenantId, (running.get(tenantId) ?? 1) - 1);
}
