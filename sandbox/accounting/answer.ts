// One accounting call, checked in Xero's order: the token, the tenant, the scope or tier, the limits, and only then the
// resource itself.

import { randomUUID } from "node:crypto";
import { isProblem } from "../books/problem.ts";
import type { Clock } from "../clock.ts";
import type { JsonObject } from "../exact/json.ts";
import { type Ask, empty, json, type Reply, text } from "../http.ts";
import { checkToken, forbidden, unauthorised } from "../identity/bearer.ts";
import { allows } from "../identity/scopes.ts";
import { connectionOf, type Identity } from "../identity/state.ts";
import type { Living, Store } from "../store.ts";
import type { Limits } from "./limits.ts";
import { resourceAt, type Resource } from "./resources.ts";
import { isQueryProblem } from "./where.ts";
import { wireInstant } from "./wire.ts";

export type AccountingDesk = {
  readonly identity: Identity;
  readonly store: Store;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly tier: { journals: boolean };
  readonly pageCap: number;
};

// `path` is what follows /api.xro/2.0; `underWay` counts this organisation's calls in flight, this one included.
export function answerAccounting(ask: Ask, path: string, underWay: number, desk: AccountingDesk): Reply {
  const checked = checkCaller(ask, path, desk);
  if ("reply" in checked) return checked.reply;
  const tenantId = checked.living.books.Organisation.OrganisationID;
  const verdict = desk.limits.judge(tenantId, underWay, desk.clock.now());
  const reply = verdict.refused ? empty(429) : answerResource(ask, checked.resource, checked.living, desk);
  return { ...reply, headers: { ...reply.headers, ...verdict.headers } };
}

type Checked = { readonly reply: Reply } | { readonly living: Living; readonly resource: Resource | undefined };

function checkCaller(ask: Ask, path: string, desk: AccountingDesk): Checked {
  const caller = checkToken(ask, desk.identity, desk.clock.now());
  if ("reply" in caller) return caller;
  const tenantId = (ask.headers["xero-tenant-id"] ?? "").toLowerCase();
  const living = desk.store.find(tenantId);
  if (!living || !connectionOf(desk.identity, caller.access.user, tenantId)) return { reply: forbidden() };
  const resource = resourceAt(path);
  if (resource && !allows(caller.access.scopes, resource.scope)) return { reply: unauthorised("AuthorizationUnsuccessful") };
  if (resource?.kind === "journals" && !desk.tier.journals) return { reply: unauthorised("AuthorizationUnsuccessful") };
  return { living, resource };
}

function answerResource(ask: Ask, resource: Resource | undefined, living: Living, desk: AccountingDesk): Reply {
  if (!resource) return text(404, "The resource you're looking for cannot be found");
  if (ask.method !== "GET" && ask.method !== "HEAD") return text(405, "The stand-in is read through this door only.");
  try {
    const answer = resource.answer({ ask, living, clock: desk.clock, pageCap: desk.pageCap });
    if (answer === undefined) return text(404, "The resource you're looking for cannot be found");
    return typeof answer === "string" ? badRequest(17, "ValidationException", answer) : envelope(answer, desk.clock);
  } catch (error) {
    if (isProblem(error)) return badRequest(17, "ValidationException", error.message);
    if (isQueryProblem(error)) return badRequest(16, "QueryParseException", error.message);
    throw error;
  }
}

function envelope(answer: JsonObject, clock: Clock): Reply {
  return json(200, {
    Id: randomUUID(),
    Status: "OK",
    ProviderName: "Daybook stand-in for Xero",
    DateTimeUTC: wireInstant(clock.now()).replace("+0000", ""),
    ...answer,
  });
}

function badRequest(ErrorNumber: number, Type: string, Message: string): Reply {
  return json(400, { ErrorNumber, Type, Message });
}
