// The first of Xero's checks: is there a token, is it one of ours, and is it still good.

import { randomUUID } from "node:crypto";
import { type Ask, json, type Reply } from "../http.ts";
import type { Access, Identity } from "./state.ts";

export function checkToken(ask: Ask, identity: Identity, now: number): { readonly access: Access } | { readonly reply: Reply } {
  const [scheme, token] = (ask.headers["authorization"] ?? "").split(" ");
  const access = scheme?.toLowerCase() === "bearer" ? identity.access.get(token ?? "") : undefined;
  if (!access) return { reply: unauthorised("AuthenticationUnsuccessful") };
  if (access.expiresAt <= now) return { reply: tokenExpired(access.expiresAt) };
  return { access };
}

export function unauthorised(detail: string): Reply {
  return problem(401, "Unauthorized", detail);
}

export function forbidden(): Reply {
  return problem(403, "Forbidden", "AuthenticationUnsuccessful");
}

export function tokenExpired(at: number): Reply {
  const [year, month, day, time] = new Date(at).toISOString().split(/[-T.]/);
  return unauthorised(`TokenExpired: token expired at ${month}/${day}/${year} ${time}`);
}

function problem(status: number, title: string, detail: string): Reply {
  return json(status, { Type: null, Title: title, Status: status, Detail: detail, Instance: randomUUID(), Extensions: {} });
}
