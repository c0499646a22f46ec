// What all doors have in common: one engine a process, no door inside a door, and a report when it closes.
import { databaseUrl, fileOf, poolSettings } from "./configuration.ts";
import { dialectOf } from "./dialect.ts";
import type { Builder, Engine, Reachable } from "./engine.ts";
import { withoutValues } from "./errors.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import { shared } from "./state.ts";

export async function openDoor<T>(door: "read" | "transaction", reachable: Reachable, work: (builder: Builder) => Promise<T>): Promise<T> {
  const state = shared();
  // On PostgreSQL four nested reads on a pool of four wait for each other for ever; on SQLite a nested write waits for itself.
  if (state.insideDoor.getStore()) throw new Error("A door to the database was opened inside another one. Hand the open q or tx on instead.");
  const engine = state.elsewhere.getStore() ?? (await currentEngine());
  const count = { queries: 0 };
  const startedAt = performance.now();
  try {
    const open = door === "read" ? engine.read : engine.write;
    return await open(reachable, (builder) => state.insideDoor.run(count, () => work(builder)));
  } catch (error) {
    throw withoutValues(error);
  } finally {
    state.onDoor({ door, queries: count.queries, milliseconds: performance.now() - startedAt, engine: state.engineId });
  }
}

export async function closeDatabase(): Promise<void> {
  const state = shared();
  const engine = await state.engine;
  state.engine = undefined;
  await engine?.close();
}

export async function openEngine(url: string): Promise<Engine> {
  return dialectOf(url) === "postgres" ? openPostgres(url, poolSettings()) : openSqlite(fileOf(url));
}

function currentEngine(): Promise<Engine> {
  const state = shared();
  state.engine ??= openEngine(databaseUrl()).catch((error: unknown) => {
    // What could not be opened now may be there for the next who asks.
    state.engine = undefined;
    throw error;
  });
  return state.engine;
}
