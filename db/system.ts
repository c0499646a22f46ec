// The doors to what belongs to no organisation: people, sessions, tokens, jobs. The linter names the files that may open them.
import { openDoor } from "./doors.ts";
import type { Builder } from "./engine.ts";
import { selecting, writing } from "./index.ts";

export type SystemQuery = Pick<Builder, "select" | "selectDistinct">;
export type SystemTransaction = SystemQuery & Pick<Builder, "insert" | "update" | "delete">;

const system = { tenantIds: [], system: true };

export function systemRead<T>(work: (q: SystemQuery) => Promise<T>): Promise<T> {
  return openDoor("read", system, (builder) => work(selecting(builder)));
}

export function systemTransaction<T>(work: (tx: SystemTransaction) => Promise<T>): Promise<T> {
  return openDoor("transaction", system, (builder) => work({ ...selecting(builder), ...writing(builder) }));
}
