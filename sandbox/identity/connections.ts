// /connections: the organisations a token's user has connected to this application.

import type { Clock } from "../clock.ts";
import { type Ask, empty, json, type Reply } from "../http.ts";
import { checkToken } from "./bearer.ts";
import type { Connection, Identity } from "./state.ts";

export type ConnectionDesk = {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly nameOf: (tenantId: string) => string | undefined;
  readonly changed: () => void;
};

export function answerConnections(ask: Ask, id: string | undefined, desk: ConnectionDesk): Reply {
  const caller = checkToken(ask, desk.identity, desk.clock.now());
  if ("reply" in caller) return caller.reply;
  const own = [...desk.identity.connections.values()].filter(({ user }) => user === caller.access.user);
  if (ask.method === "DELETE") return disconnect(own, id, desk);
  if (ask.method !== "GET") return empty(405);
  const event = ask.query.get("authEventId");
  const shown = own.filter((connection) => event === null || connection.authEventId === event);
  return json(
    200,
    shown.map((connection) => show(connection, desk)),
  );
}

function disconnect(own: readonly Connection[], id: string | undefined, desk: ConnectionDesk): Reply {
  const connection = own.find((one) => one.id === id);
  if (!connection) return empty(404);
  desk.identity.connections.delete(connection.id);
  desk.changed();
  return empty(204);
}

function show({ id, authEventId, tenantId, createdAt, updatedAt }: Connection, { nameOf }: ConnectionDesk) {
  return {
    id,
    authEventId,
    tenantId,
    tenantType: "ORGANISATION",
    tenantName: nameOf(tenantId) ?? "",
    createdDateUtc: sevenDigits(createdAt),
    updatedDateUtc: sevenDigits(updatedAt),
  };
}

// Xero writes seven fractional digits and no zone here; the time is UTC.
function sevenDigits(instant: number): string {
  return new Date(instant).toISOString().replace("Z", "0000");
}
