// rate-limiter-flexible counts; our table keeps the counts, through our own door. The library wants a class of each store; its store for
// Drizzle is the one to stand on, with every statement replaced by ours, which both databases understand.
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { systemRead, systemTransaction } from "#db/system.ts";
import { addPoints, findPoints, forgetPoints } from "#lib/people/queries.ts";

type Options = { keyPrefix: string; points: number; duration: number };
type Counted = { points: number; expiresAt: Date | null };

export class DatabaseLimiter extends RateLimiterDrizzle {
  constructor(options: Options) {
    super({ ...options, storeClient: systemTransaction, schema: addPoints, clearExpiredByTimeout: false });
  }

  _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: Counted): RateLimiterRes {
    const milliseconds = expiresAt ? Math.max(expiresAt.getTime() - Date.now(), 0) : -1;
    return new RateLimiterRes(Math.max(this.points - points, 0), milliseconds, points, points === changed);
  }

  _upsert(key: string, points: number, milliseconds: number, anew = false) {
    const now = new Date();
    const expiresAt = milliseconds > 0 ? new Date(now.getTime() + milliseconds) : null;
    return systemTransaction((tx) => addPoints(tx, { key, points, expiresAt, anew }, now));
  }

  _get(key: string) {
    return systemRead((q) => findPoints(q, key, new Date()));
  }

  _delete(key: string) {
    return systemTransaction((tx) => forgetPoints(tx, key));
  }
}
