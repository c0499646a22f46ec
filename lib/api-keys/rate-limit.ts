// A token bucket for each key: full it holds six seconds' worth, so that a burst goes through at once, and it fills as fast as the key may
// ask in the long run. It is counted in memory. A count in the database would be a write for every request, and SQLite has one writer; what
// has to be guarded is this process. Only keys that open something, or once did, are counted, so there are no more buckets than keys.
import { Refusal } from "#lib/refusal.ts";

/** Requests a second. */
const usualRate = 10;
const secondsHeld = 6;

/** `taken` tokens were missing from the bucket at that moment. */
type Bucket = { taken: number; at: number };

/** Headers that tell how much is left. Refusal "tooMany" with the same headers and Retry-After. */
export function takeToken(keyId: string, rateLimit: number | null, now = Date.now()): Record<string, string> {
  const rate = Math.max(1, rateLimit ?? usualRate);
  const size = rate * secondsHeld;
  const taken = missing(buckets().get(keyId), rate, now);
  if (taken + 1 > size) throw tooMany(Math.ceil((taken + 1 - size) / rate), headersOf(rate, size, taken));
  buckets().set(keyId, { taken: taken + 1, at: now });
  return headersOf(rate, size, taken + 1);
}

function missing(bucket: Bucket | undefined, rate: number, now: number): number {
  if (!bucket) return 0;
  return Math.max(0, bucket.taken - (Math.max(0, now - bucket.at) * rate) / 1000);
}

function tooMany(seconds: number, headers: Record<string, string>): Refusal {
  const wait = seconds === 1 ? "one second" : `${seconds} seconds`;
  return new Refusal("tooMany", `This key asks too often. Wait ${wait} and go on.`, { headers: { ...headers, "retry-after": String(seconds) } });
}

/** As the IETF's draft has them, and under the three names that came before, which most clients read. */
function headersOf(rate: number, size: number, taken: number): Record<string, string> {
  const [left, reset] = [Math.floor(size - taken), Math.ceil(taken / rate)];
  return {
    "ratelimit-policy": `"key";q=${size};w=${secondsHeld}`,
    ratelimit: `"key";r=${left};t=${reset}`,
    "ratelimit-limit": String(size),
    "ratelimit-remaining": String(left),
    "ratelimit-reset": String(reset),
  };
}

const symbol = Symbol.for("daybook.rateLimits");

/** Next loads a module several times in one process; the buckets are there once. */
function buckets(): Map<string, Bucket> {
  const known: Map<string, Bucket> | undefined = Reflect.get(globalThis, symbol);
  if (known) return known;
  const made = new Map<string, Bucket>();
  Reflect.set(globalThis, symbol, made);
  return made;
}
