// The token endpoint: codes are used once, refresh tokens rotate, and a replaced one stays good for thirty minutes in
// case its answer was lost on the way.

import { createHash, randomUUID } from "node:crypto";
import { identify } from "../books/identify.ts";
import type { Clock } from "../clock.ts";
import { type Ask, json, type Reply } from "../http.ts";
import type { Signer } from "./jwt.ts";
import { KNOWN_SCOPES, scopesIn } from "./scopes.ts";
import { ACCESS_SECONDS, forgetOld, GRACE_MS, type Identity, newToken, REFRESH_MS, revoke } from "./state.ts";

export const CLIENT_ID = "demo";
const CLIENT_SECRET = "demo";

export type TokenDesk = {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly issuer: string;
  readonly changed: () => void;
};

type Grant = {
  readonly user: string;
  readonly scopes: readonly string[];
  readonly authEventId: string;
  readonly nonce?: string | undefined;
};

export function answerToken(ask: Ask, desk: TokenDesk): Reply {
  const form = new URLSearchParams(ask.body);
  if (!isOurClient(ask, form)) return failure(401, "invalid_client");
  if (form.get("grant_type") === "authorization_code") return exchangeCode(form, desk);
  if (form.get("grant_type") === "refresh_token") return rotate(form, desk);
  return failure(400, "unsupported_grant_type");
}

export function answerRevocation(ask: Ask, desk: TokenDesk): Reply {
  const form = new URLSearchParams(ask.body);
  if (!isOurClient(ask, form)) return failure(401, "invalid_client");
  revoke(desk.identity, form.get("token") ?? "");
  desk.changed();
  return { status: 200, headers: {}, body: "" };
}

function exchangeCode(form: URLSearchParams, desk: TokenDesk): Reply {
  const { codes } = desk.identity;
  const name = form.get("code") ?? "";
  const code = codes.get(name);
  codes.delete(name);
  if (!code || code.expiresAt < desk.clock.now()) return failure(400, "invalid_grant");
  if (code.redirectUri !== form.get("redirect_uri")) return failure(400, "invalid_grant");
  if (code.challenge !== undefined && code.challenge !== challengeOf(form.get("code_verifier") ?? "")) {
    return failure(400, "invalid_grant");
  }
  return issue(code, desk);
}

function rotate(form: URLSearchParams, desk: TokenDesk): Reply {
  const name = form.get("refresh_token") ?? "";
  const refresh = desk.identity.refresh.get(name);
  const now = desk.clock.now();
  if (!refresh || refresh.expiresAt < now) return failure(400, "invalid_grant");
  if (refresh.replacedAt !== undefined && refresh.replacedAt + GRACE_MS < now) return failure(400, "invalid_grant");
  const wanted = scopesIn(form.get("scope") ?? "");
  if (wanted.some((scope) => !KNOWN_SCOPES.has(scope) || !refresh.scopes.includes(scope))) return failure(400, "invalid_scope");
  desk.identity.refresh.set(name, { ...refresh, replacedAt: refresh.replacedAt ?? now });
  return issue(refresh, desk);
}

function issue(grant: Grant, desk: TokenDesk): Reply {
  const { identity, clock } = desk;
  const now = clock.now();
  forgetOld(identity, now);
  const { user, scopes, authEventId } = grant;
  const access_token = desk.signer.sign(accessClaims(grant, desk, now));
  identity.access.set(access_token, { user, scopes, expiresAt: now + ACCESS_SECONDS * 1000 });
  const refresh_token = scopes.includes("offline_access") ? newToken() : undefined;
  if (refresh_token) identity.refresh.set(refresh_token, { user, scopes, authEventId, expiresAt: now + REFRESH_MS });
  const id_token = scopes.includes("openid") ? desk.signer.sign(idClaims(grant, desk, now)) : undefined;
  desk.changed();
  return json(
    200,
    { id_token, access_token, expires_in: ACCESS_SECONDS, token_type: "Bearer", refresh_token, scope: scopes.join(" ") },
    { "cache-control": "no-store" },
  );
}

function accessClaims({ user, scopes, authEventId }: Grant, desk: TokenDesk, now: number) {
  const seconds = Math.floor(now / 1000);
  return {
    nbf: seconds,
    iat: seconds,
    exp: seconds + ACCESS_SECONDS,
    iss: desk.issuer,
    aud: `${desk.issuer}/resources`,
    client_id: CLIENT_ID,
    sub: identify("subject", user).replaceAll("-", ""),
    auth_time: seconds,
    xero_userid: identify("user", user),
    global_session_id: authEventId.replaceAll("-", ""),
    sid: authEventId.replaceAll("-", ""),
    jti: randomUUID().replaceAll("-", ""),
    authentication_event_id: authEventId,
    scope: scopes,
    amr: ["pwd"],
  };
}

function idClaims(grant: Grant, desk: TokenDesk, now: number) {
  const { client_id: _client, scope: _scope, jti: _jti, aud: _aud, ...shared } = accessClaims(grant, desk, now);
  const email = `${grant.user}@example.test`;
  const person = { email, preferred_username: email, name: `${grant.user} user`, given_name: grant.user, family_name: "user" };
  return { ...shared, aud: CLIENT_ID, at_hash: "", nonce: grant.nonce, ...person };
}

function isOurClient(ask: Ask, form: URLSearchParams): boolean {
  const [scheme, encoded] = (ask.headers["authorization"] ?? "").split(" ");
  if (scheme?.toLowerCase() === "basic" && encoded) {
    const [name, secret] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    return decodeURIComponent(name ?? "") === CLIENT_ID && decodeURIComponent(secret ?? "") === CLIENT_SECRET;
  }
  return form.get("client_id") === CLIENT_ID && form.get("client_secret") === CLIENT_SECRET;
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

function failure(status: number, error: string): Reply {
  return json(status, { error }, { "cache-control": "no-store" });
}
