// What a restarted stand-in must still know: refresh tokens and connections that a client keeps on its side, the edits
// made since, and the day its seeds were counted from. Written whole to a second file and moved into place.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { refuse } from "./books/problem.ts";
import { isNumeral, isRecord, type Json, readJson, writeJson } from "./exact/json.ts";
import { emptyIdentity } from "./identity/state.ts";
import type { Kept } from "./stand-in.ts";

const time = z.custom<{ numeral: string }>(isNumeral).transform(({ numeral }) => Number(numeral));
const scopes = z.array(z.string());
const access = z.object({ user: z.string(), scopes, expiresAt: time });
const refresh = z.object({
  user: z.string(),
  scopes,
  authEventId: z.string(),
  expiresAt: time,
  replacedAt: time.optional(),
});
const connection = z.object({
  id: z.string(),
  user: z.string(),
  tenantId: z.string(),
  authEventId: z.string(),
  createdAt: time,
  updatedAt: time,
});
const edit = z.object({
  organisation: z.string(),
  collection: z.string(),
  document: z.custom<Record<string, unknown>>(isRecord),
  at: time,
});

const file = z.object({
  today: z.string(),
  clockOffset: time,
  access: z.record(z.string(), access),
  refresh: z.record(z.string(), refresh),
  connections: z.record(z.string(), connection),
  edits: z.array(edit),
});

type StateFile = { readonly today: string; readonly kept: Kept };

export function readState(path: string): StateFile | undefined {
  if (!existsSync(path)) return undefined;
  const read = file.safeParse(contentOf(path));
  if (!read.success) refuse(`${path} is not a state file of the stand-in; remove it to start afresh.`);
  const { today, clockOffset, edits, ...maps } = read.data;
  const identity = {
    ...emptyIdentity(),
    access: new Map(Object.entries(maps.access)),
    refresh: new Map(Object.entries(maps.refresh).map(([token, kept]) => [token, withoutGaps(kept)])),
    connections: new Map(Object.entries(maps.connections)),
  };
  return { today, kept: { identity, edits, clockOffset } };
}

function contentOf(path: string): unknown {
  try {
    return readJson(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

export function writeState(path: string, today: string, { identity, edits, clockOffset }: Kept): void {
  const { access: tokens, refresh: refreshes, connections } = identity;
  const written = writeJson({
    today,
    clockOffset,
    access: Object.fromEntries(tokens),
    refresh: Object.fromEntries(refreshes),
    connections: Object.fromEntries(connections),
    edits: edits.map((one) => ({ ...one, document: asJson(one.document) })),
  });
  writeFileSync(`${path}.new`, written, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function withoutGaps(kept: z.output<typeof refresh>) {
  const { replacedAt, ...rest } = kept;
  return replacedAt === undefined ? rest : { ...rest, replacedAt };
}

// An edit was read from JSON, so it is JSON.
function asJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(asJson);
  if (isNumeral(value)) return value;
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asJson(one)]));
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value;
  return value === true;
}
