// Xero's OAuth 2.0 by plain fetch: consent address with PKCE, code and refresh token for a token set, revocation, connections. Nothing
// is stored here.
import { createHash } from "node:crypto";
import { z } from "zod";
import { env, redirectUri } from "#lib/env.ts";
import { fail } from "#lib/failure.ts";

export type TokenSet = { accessToken: string; refreshToken: string; expiresAt: Date; scopes: string; xeroUserId: string; authEventId: string | null };
export type XeroConnection = { connectionId: string; xeroTenantId: string; tenantType: string; name: string; authEventId: string | null; updatedAt: string };

/** A refresh that is cut short may have rotated the token without us; so it gets all the time it needs. */
const tokenTimeout = 45_000;

export function consentUrl(state: string, verifier: string): string {
  const settings = env();
  const address = new URL(settings.XERO_AUTHORIZE_URL);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const query = {
    response_type: "code",
    client_id: settings.XERO_CLIENT_ID,
    redirect_uri: redirectUri(settings),
    scope: settings.XERO_SCOPES,
    state,
    code_challenge: challenge,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address.href;
}

export function exchangeCode(code: string, verifier: string): Promise<TokenSet> {
  return askForTokens({ grant_type: "authorization_code", code, redirect_uri: redirectUri(env()), code_verifier: verifier });
}

/** Failure "reauthRequired" when Xero no longer accepts the refresh token. */
export function refreshTokens(refreshToken: string): Promise<TokenSet> {
  return askForTokens({ grant_type: "refresh_token", refresh_token: refreshToken });
}

export async function listConnections(accessToken: string): Promise<XeroConnection[]> {
  const answer = await reach(env().XERO_CONNECTIONS_URL, { headers: { authorization: `Bearer ${accessToken}`, accept: "application/json" } });
  if (!answer.ok) fail(answer.status === 401 ? "reauthRequired" : "unavailable", `Xero did not say which organisations are connected (status ${answer.status}). Try again in a minute.`);
  return read(connections, await jsonOf(answer)).map((connection) => ({
    connectionId: connection.id,
    xeroTenantId: connection.tenantId,
    tenantType: connection.tenantType,
    name: connection.tenantName ?? connection.tenantId,
    authEventId: connection.authEventId ?? null,
    updatedAt: connection.updatedDateUtc ?? "",
  }));
}

/** Takes one organisation's connection away at Xero. One that is gone already is fine. */
export async function removeConnection(accessToken: string, connectionId: string): Promise<void> {
  const answer = await reach(`${env().XERO_CONNECTIONS_URL}/${encodeURIComponent(connectionId)}`, { method: "DELETE", headers: { authorization: `Bearer ${accessToken}` } });
  if (!answer.ok && answer.status !== 404) fail("unavailable", `Xero did not take the connection away (status ${answer.status}). It can be removed in Xero under Connected apps.`);
}

const tokenAnswer = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.coerce.number(), scope: z.string().optional() });
const claims = z.object({ xero_userid: z.string().optional(), sub: z.string().optional(), scope: z.union([z.string(), z.array(z.string())]).optional(), authentication_event_id: z.string().optional() });
const connections = z.array(
  z.object({ id: z.string(), tenantId: z.string(), tenantType: z.string(), tenantName: z.string().nullish(), authEventId: z.string().nullish(), updatedDateUtc: z.string().nullish() }),
);

async function askForTokens(form: Record<string, string>): Promise<TokenSet> {
  const { XERO_TOKEN_URL, XERO_CLIENT_ID, XERO_CLIENT_SECRET } = env();
  const basic = Buffer.from(`${XERO_CLIENT_ID}:${XERO_CLIENT_SECRET}`).toString("base64");
  const headers = { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  const answer = await reach(XERO_TOKEN_URL, { method: "POST", headers, body: new URLSearchParams(form) });
  if (!answer.ok) await refuseTokens(answer);
  const tokens = read(tokenAnswer, await jsonOf(answer));
  const said = claimsOf(tokens.access_token);
  const scopes = tokens.scope ?? (Array.isArray(said.scope) ? said.scope.join(" ") : (said.scope ?? ""));
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresAt: new Date(Date.now() + tokens.expires_in * 1000),
    scopes,
    xeroUserId: said.xero_userid ?? said.sub ?? "unknown",
    authEventId: said.authentication_event_id ?? null,
  };
}

async function refuseTokens(answer: Response): Promise<never> {
  const text = await textOf(answer);
  if (text.includes("invalid_grant")) fail("reauthRequired", "Xero no longer accepts this sign-in. Connect Xero again; everything synced so far is kept.");
  if (text.includes("invalid_client") || text.includes("unauthorized_client")) {
    fail("refused", "Xero does not know this app. Check XERO_CLIENT_ID and XERO_CLIENT_SECRET.");
  }
  return fail("unavailable", `Xero's sign-in service answered with status ${answer.status}. Nothing was changed; try again in a minute.`);
}

/** The access token is a JWT that we were given over TLS by its issuer; it is read, not trusted for anything but its owner's name. */
function claimsOf(accessToken: string): z.output<typeof claims> {
  const [, payload = ""] = accessToken.split(".");
  return read(claims, parsed(Buffer.from(payload, "base64url").toString("utf8") || "{}"));
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...request, redirect: "error", signal: AbortSignal.timeout(tokenTimeout) });
  } catch (cause) {
    return fail("unavailable", "Xero could not be reached. Nothing was changed; try again in a minute.", { cause });
  }
}

/** An answer may stop in the middle. */
async function textOf(answer: Response): Promise<string> {
  try {
    return await answer.text();
  } catch (cause) {
    return fail("unavailable", "Xero's answer broke off. Nothing was changed; try again in a minute.", { cause });
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  return parsed(await textOf(answer));
}

/** Nothing when it is no JSON; what reads it then says so. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  return result.success ? result.data : fail("malformed", "Xero's sign-in service answered with something we cannot read. Nothing was changed; try again in a minute.", { cause: result.error });
}
