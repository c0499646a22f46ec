// The consent page: one organisation is connected per consent. A mistake in the client or its redirect address is shown
// here and never redirected; every other refusal goes back to the client with its state.

import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import { type Ask, html, redirect, type Reply } from "../http.ts";
import { consentPage, errorPage } from "./pages.ts";
import { KNOWN_SCOPES, scopesIn } from "./scopes.ts";
import { CODE_MS, connect, type Identity, newToken } from "./state.ts";
import { CLIENT_ID } from "./tokens.ts";

export type ConsentDesk = {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly organisations: () => readonly { readonly id: string; readonly name: string }[];
  readonly changed: () => void;
};

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function answerAuthorize(ask: Ask, desk: ConsentDesk): Reply {
  const asked = askedOf(ask);
  const redirectUri = asked.get("redirect_uri") ?? "";
  if (asked.get("client_id") !== CLIENT_ID) return html(400, errorPage("unauthorized_client", "Unknown client or client not enabled"));
  if (!isAllowedRedirect(redirectUri)) return html(400, errorPage("invalid_request", "Invalid redirect_uri"));
  const problem = problemWith(asked);
  if (problem) return refused(asked, problem);
  if (ask.method !== "POST") return html(200, consentPage(asked, desk.organisations()));
  if (asked.get("decision") !== "allow") return refused(asked, "access_denied");
  return allow(asked, desk);
}

function allow(asked: URLSearchParams, desk: ConsentDesk): Reply {
  const organisation = desk.organisations().find(({ id }) => id === asked.get("organisation")?.toLowerCase());
  if (!organisation) return html(400, consentPage(asked, desk.organisations(), "Choose an organisation to connect."));
  const user = asked.get("user")?.trim() || "demo";
  const [authEventId, code, now] = [randomUUID(), newToken(), desk.clock.now()];
  connect(desk.identity, user, organisation.id, authEventId, now);
  desk.identity.codes.set(code, {
    user,
    redirectUri: asked.get("redirect_uri") ?? "",
    scopes: scopesIn(asked.get("scope") ?? ""),
    challenge: asked.get("code_challenge") ?? undefined,
    nonce: asked.get("nonce") ?? undefined,
    authEventId,
    expiresAt: now + CODE_MS,
  });
  desk.changed();
  return back(asked, { code, scope: asked.get("scope") ?? "" });
}

function problemWith(asked: URLSearchParams): string | undefined {
  if (asked.get("response_type") !== "code") return "unsupported_response_type";
  const scopes = scopesIn(asked.get("scope") ?? "");
  if (scopes.length === 0 || scopes.some((scope) => !KNOWN_SCOPES.has(scope))) return "invalid_scope";
  const method = asked.get("code_challenge_method");
  if (asked.get("code_challenge") && method !== "S256") return "invalid_request";
  return undefined;
}

function refused(asked: URLSearchParams, error: string): Reply {
  return back(asked, { error });
}

function back(asked: URLSearchParams, answer: Readonly<Record<string, string>>): Reply {
  const location = new URL(asked.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
  const state = asked.get("state");
  if (state !== null) location.searchParams.set("state", state);
  return redirect(location.toString());
}

// The form's fields win over the query it was shown with.
function askedOf(ask: Ask): URLSearchParams {
  const asked = new URLSearchParams(ask.query);
  if (ask.method !== "POST") return asked;
  for (const [name, value] of new URLSearchParams(ask.body)) asked.set(name, value);
  return asked;
}

function isAllowedRedirect(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, hostname } = new URL(written);
  return (protocol === "http:" || protocol === "https:") && LOOPBACK.has(hostname);
}
