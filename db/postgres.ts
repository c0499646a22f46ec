// PostgreSQL: a small pool under the role daybook_app, which owns nothing and bypasses nothing. A read is one repeatable-read, read-only
// transaction; its scope travels with the first query, so it costs no round trip of its own.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { PoolSettings } from "./configuration.ts";
import { asDatabase } from "./dialect.ts";
import type { Builder, Engine, Reachable } from "./engine.ts";
import { awayError, busyError, isConflict, isTransient } from "./errors.ts";
import { reportQuery } from "./state.ts";
import { addressOf } from "./tls.ts";
import { takingTurns } from "./turns.ts";

const tries = 3;

export function openPostgres(url: string, { max, idleSeconds, acquireSeconds }: PoolSettings): Engine {
  const address = addressOf(url);
  const client = postgres(address.url, { ssl: address.ssl, max, idle_timeout: idleSeconds, connect_timeout: acquireSeconds, connection: { role: "daybook_app" }, onnotice: () => {} });
  // The driver queues without limit; a turn is what bounds the wait.
  const inTurn = takingTurns(Array.from({ length: max }, (_, seat) => seat), () => busyError(acquireSeconds), acquireSeconds);

  function open<T>(mode: string, reachable: Reachable, work: (builder: Builder) => Promise<T>): Promise<T> {
    return inTurn((_seat, deadline) => persistently((progress) => within(client, mode, reachable, work, progress), { deadline, acquireSeconds }));
  }
  return {
    read: (reachable, work) => open("isolation level repeatable read read only", reachable, work),
    write: (reachable, work) => open("", reachable, work),
    close: () => client.end({ timeout: 5 }),
  };
}

type Progress = { hasBegun: boolean; mayHaveCommitted: boolean; isTooLate: boolean };
type Patience = { deadline: number; acquireSeconds: number };

async function within<T>(client: postgres.Sql, mode: string, reachable: Reachable, work: (builder: Builder) => Promise<T>, progress: Progress): Promise<T> {
  const { result } = await client.begin(mode, async (connection) => {
    if (progress.isTooLate) throw awayError(false);
    progress.hasBegun = true;
    const scoped = connection`select set_config('app.tenants', ${reachable.tenantIds.join(",")}, true), set_config('app.scope', ${reachable.system ? "system" : ""}, true)`.execute();
    const worked = await work(drizzle(asDatabase(timed(connection, client))));
    await scoped;
    progress.mayHaveCommitted = true;
    return { result: worked };
  });
  return result;
}

/** The whole transaction again when the server went away before it could have committed, all tries within the one patience. */
async function persistently<T>(attempt: (progress: Progress) => Promise<T>, { deadline, acquireSeconds }: Patience): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const progress = { hasBegun: false, mayHaveCommitted: false, isTooLate: false };
    try {
      return await begunBefore(deadline, progress, attempt(progress));
    } catch (error) {
      if (!isTransient(error)) throw error;
      const isLast = progress.mayHaveCommitted || tried === tries || Date.now() >= deadline;
      if (isLast) throw isConflict(error) ? busyError(acquireSeconds, error) : awayError(progress.mayHaveCommitted, error);
    }
  }
}

/** Work that has begun is not cut off; work that has not begun in time never does. */
function begunBefore<T>(deadline: number, progress: Progress, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      if (progress.hasBegun) return;
      progress.isTooLate = true;
      reject(awayError(false));
    };
    const timer = setTimeout(giveUp, Math.max(0, deadline - Date.now()));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The connection, reporting how long each query took. Drizzle needs the client's options beside it. */
function timed(connection: postgres.TransactionSql, client: postgres.Sql): object {
  const unsafe = connection.unsafe.bind(connection);
  return Object.assign(connection, {
    options: client.options,
    unsafe(...given: Parameters<typeof unsafe>) {
      const startedAt = performance.now();
      const pending = unsafe(...given);
      const settle = pending.then.bind(pending);
      // The driver listens to its own queries as well; each is reported once.
      let isReported = false;
      const finished = () => {
        if (!isReported) reportQuery(given[0], startedAt);
        isReported = true;
      };
      return Object.assign(pending, {
        then: (...handlers: Parameters<typeof settle>) =>
          settle(
            (rows) => {
              finished();
              return rows;
            },
            (error: unknown) => {
              finished();
              throw error;
            },
          ).then(...handlers),
      });
    },
  });
}
