// Guessing is slowed down, never locked out: after five wrong passwords for an account each further try has to wait, 5 seconds at first
// and twice as long every time, at most 15 minutes. Somebody who comes from where they have been let in before has a counter of their
// own, so that a stranger's guessing does not keep the owner out. A network gets thirty wrong tries in 15 minutes over all accounts.
// A try is counted before the password is looked at, so that a hundred at once are not one try; a right one is forgiven.
import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { RateLimiterRes } from "rate-limiter-flexible";
import { systemTransaction } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { DatabaseLimiter } from "#lib/people/database-limiter.ts";
import { forgetPointsBefore, forgetPointsUnder } from "#lib/people/queries.ts";
import { Refusal } from "#lib/refusal.ts";

const freeTries = 5;
const firstDelay = 5;
const longestDelay = 15 * 60;
const day = 24 * 60 * 60;

const tries = new DatabaseLimiter({ keyPrefix: "try", points: Number.MAX_SAFE_INTEGER, duration: day });
const delays = new DatabaseLimiter({ keyPrefix: "delay", points: 1, duration: firstDelay });
const networks = new DatabaseLimiter({ keyPrefix: "network", points: 30, duration: longestDelay });

type Attempt = {
  /** Until when the next try has to wait, should this one be wrong. */
  delayedUntil: Date | null;
  /** The password was right. */
  forgive: () => Promise<void>;
};
type Trier = { account: string; ipAddress: string | null; comesFromWhereTheyCame: boolean };

/** Counts a try. Refusal "tooMany" with Retry-After when it comes too early. */
export async function beginAttempt({ account, ipAddress, comesFromWhereTheyCame }: Trier): Promise<Attempt> {
  const network = fingerprint(networkOf(ipAddress));
  const key = comesFromWhereTheyCame ? `${fingerprint(account)}:${network}` : fingerprint(account);
  await countVisit(ipAddress);
  const { consumedPoints } = await tries.consume(key);
  const delay = delayAfter(consumedPoints);
  if (delay > 0) await waitItsTurn(key, delay);
  return {
    delayedUntil: delay > 0 ? new Date(Date.now() + delay * 1000) : null,
    async forgive() {
      await tries.delete(key);
      await delays.delete(key);
      await networks.reward(network);
    },
  };
}

/** Counts somebody at a door that costs us work, whoever they are. Refusal "tooMany" when a network comes too often. */
export async function countVisit(ipAddress: string | null): Promise<void> {
  const early = await tooEarly(() => networks.consume(fingerprint(networkOf(ipAddress))));
  if (early) throw early;
}

/** Nobody has to wait for this account any more. */
export async function liftDelays(account: string): Promise<void> {
  await systemTransaction(async (tx) => {
    await forgetPointsUnder(tx, `try:${fingerprint(account)}`);
    await forgetPointsUnder(tx, `delay:${fingerprint(account)}`);
    await forgetPointsBefore(tx, new Date());
  });
}

/** In seconds. */
export function delayAfter(triesSoFar: number): number {
  if (triesSoFar <= freeTries) return 0;
  return Math.min(firstDelay * 2 ** (triesSoFar - freeTries - 1), longestDelay);
}

/** The part of an address that one household or office shares: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(ipAddress: string | null): string {
  if (!ipAddress) return "unknown";
  if (!isIPv6(ipAddress)) return ipAddress;
  const [head = "", tail = ""] = ipAddress.toLowerCase().split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const groups = [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  return groups.slice(0, 4).join(":");
}

/** One try per delay. A try that came too early has not been one, so it does not make the next delay longer. */
async function waitItsTurn(key: string, delay: number): Promise<void> {
  const early = await tooEarly(() => delays.consume(key, 1, { customDuration: delay }));
  if (!early) return;
  await tries.reward(key);
  throw early;
}

async function tooEarly(consume: () => Promise<RateLimiterRes>): Promise<Refusal | undefined> {
  try {
    await consume();
    return undefined;
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    const seconds = Math.max(1, Math.ceil(rejected.msBeforeNext / 1000));
    return new Refusal("tooMany", `There were too many tries. Wait ${inWords(seconds)} and try again.`, { headers: { "retry-after": String(seconds) } });
  }
}

function inWords(seconds: number): string {
  if (seconds === 1) return "one second";
  return seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`.replace(/^1 minutes$/, "one minute");
}

/** Counters are kept under a keyed hash, so that the table names nobody. */
function fingerprint(text: string): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(text).digest("hex");
}
