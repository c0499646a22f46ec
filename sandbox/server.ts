// One port, four doors: identity, connections, accounting and the control plane. Faults on order are worked in here,
// between what the stand-in answered and what the client gets to see.

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerAccounting } from "./accounting/answer.ts";
import { resourceAt } from "./accounting/resources.ts";
import { answerControl } from "./control/answer.ts";
import { type Fault, insteadOf, spoiled } from "./control/faults.ts";
import { type Ask, empty, json, readAsk, redirect, type Reply, sendReply, text } from "./http.ts";
import { answerAuthorize } from "./identity/authorize.ts";
import { answerConnections } from "./identity/connections.ts";
import { answerRevocation, answerToken } from "./identity/tokens.ts";
import type { StandIn } from "./stand-in.ts";

type Kind = "accounting" | "connections" | "identity";
type Route = { readonly kind: Kind; readonly template: string; readonly answer: (underWay: number) => Reply };

const ACCOUNTING = "/api.xro/2.0";
const LONGEST_HANG_MS = 10 * 60_000;

export function serve(standIn: StandIn): Server {
  return createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    answer(request, response, standIn).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) sendReply(response, text(500, "The stand-in made a mistake; its terminal says which."));
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, standIn: StandIn): Promise<void> {
  const tenantId = String(request.headers["xero-tenant-id"] ?? "").toLowerCase();
  const underWay = standIn.limits.arrive(tenantId);
  response.once("close", () => standIn.limits.leave(tenantId));
  const ask = await readAsk(request);
  if (ask.path === "/" || ask.path.startsWith("/stand-in")) return sendReply(response, controlReply(ask, standIn));
  const route = routeOf(ask, standIn);
  const fault = standIn.faults.take(ask);
  if (fault?.kind === "hang" || fault?.kind === "slow") await waitFor(fault, response);
  const reply = withCorrelation(replyWith(fault, route, underWay, standIn));
  log(ask, route, reply, standIn, tenantId);
  if (fault?.kind === "drop" || fault?.kind === "hang") {
    response.destroy();
    return;
  }
  sendReply(response, reply);
}

function replyWith(fault: Fault | undefined, route: Route, underWay: number, standIn: StandIn): Reply {
  if (fault?.kind === "hang") return empty(0);
  const instead = fault && insteadOf(fault, standIn.clock.now());
  if (instead) return instead;
  const reply = route.answer(underWay);
  return fault ? spoiled(fault, reply) : reply;
}

function routeOf(ask: Ask, standIn: StandIn): Route {
  const path = ask.path.toLowerCase();
  if (path.startsWith(ACCOUNTING.toLowerCase())) {
    const rest = ask.path.slice(ACCOUNTING.length);
    const template = resourceAt(rest)?.template ?? rest;
    return { kind: "accounting", template, answer: (underWay) => answerAccounting(ask, rest, underWay, standIn) };
  }
  const connection = /^\/connections(?:\/([^/]+))?$/.exec(path);
  if (connection) {
    const template = connection[1] ? "/connections/{id}" : "/connections";
    return { kind: "connections", template, answer: () => answerConnections(ask, connection[1], standIn) };
  }
  return { kind: "identity", template: path, answer: () => identityReply(ask, path, standIn) };
}

function identityReply(ask: Ask, path: string, standIn: StandIn): Reply {
  const issuer = `http://${ask.headers["host"] ?? "localhost"}`;
  if (path === "/identity/connect/authorize") return answerAuthorize(ask, standIn);
  if (path === "/.well-known/openid-configuration") return json(200, discovery(issuer));
  if (path === "/.well-known/openid-configuration/jwks") {
    return { status: 200, headers: { "content-type": "application/json" }, body: standIn.signer.keySet() };
  }
  const isToken = path === "/connect/token";
  if (!isToken && path !== "/connect/revocation") return text(404, "Not found");
  if (ask.method !== "POST") return empty(405);
  return isToken ? answerToken(ask, { ...standIn, issuer }) : answerRevocation(ask, { ...standIn, issuer });
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/identity/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    revocation_endpoint: `${issuer}/connect/revocation`,
    jwks_uri: `${issuer}/.well-known/openid-configuration/jwks`,
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code", "refresh_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
  };
}

function controlReply(ask: Ask, standIn: StandIn): Reply {
  if (ask.path === "/") return redirect("/stand-in/");
  return answerControl(ask, ask.path.slice("/stand-in/".length), standIn);
}

async function waitFor(fault: Fault, response: ServerResponse): Promise<void> {
  const closed = new Promise<void>((resolve) => response.once("close", resolve));
  const length = fault.kind === "hang" ? LONGEST_HANG_MS : fault.milliseconds;
  const passed = new Promise<void>((resolve) => setTimeout(resolve, length).unref());
  await Promise.race([closed, passed]);
}

function withCorrelation(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, "xero-correlation-id": randomUUID() } };
}

function log(ask: Ask, route: Route, reply: Reply, standIn: StandIn, tenantId: string): void {
  standIn.log.add({
    kind: route.kind,
    method: ask.method,
    path: route.template,
    query: ask.query.toString(),
    organisation: tenantId,
    status: reply.status,
    bytes: Buffer.byteLength(reply.body),
    at: new Date(standIn.clock.now()).toISOString(),
  });
}
