// What must exist once in a process. Next loads a module several times in one process, so connections, the mutex and the store that
// knows whether a door is open live under one symbol of globalThis.
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { Engine } from "./engine.ts";

type QueryReport = { text: string; milliseconds: number };
/** `engine` is the same for every door of a process, or something loaded the connections twice. */
export type DoorReport = { door: "read" | "transaction"; queries: number; milliseconds: number; engine: string };

type Shared = {
  engine: Promise<Engine> | undefined;
  engineId: string;
  insideDoor: AsyncLocalStorage<{ queries: number }>;
  /** Where the doors lead instead of to `engine`, for whoever works inside (db/elsewhere.ts). */
  elsewhere: AsyncLocalStorage<Engine>;
  onQuery: (report: QueryReport) => void;
  onDoor: (report: DoorReport) => void;
};

const key = Symbol.for("daybook.db");

export function shared(): Shared {
  const known: Shared | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made: Shared = { engine: undefined, engineId: randomUUID(), insideDoor: new AsyncLocalStorage(), elsewhere: new AsyncLocalStorage(), onQuery: () => {}, onDoor: () => {} };
  Reflect.set(globalThis, key, made);
  return made;
}

/** Who wants to know of each query (slow ones are logged) and of each door (a page may ask eight questions). */
export function observe(watch: Partial<Pick<Shared, "onQuery" | "onDoor">>): void {
  Object.assign(shared(), watch);
}

export function reportQuery(text: string, startedAt: number): void {
  const state = shared();
  const door = state.insideDoor.getStore();
  if (door) door.queries += 1;
  state.onQuery({ text, milliseconds: performance.now() - startedAt });
}
