// Connecting Xero: a consent is begun for the session that asks, and finished by the same session only, once, within a quarter of an hour.
// One token set is kept per Xero login; each organisation it reaches gets a connection that points at it, and its first sync.
import { v7 as uuidv7 } from "uuid";
import { type SystemTransaction, systemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { decrypt, encrypt, randomToken, sha256 } from "#lib/crypto.ts";
import { env } from "#lib/env.ts";
import { failureOf } from "#lib/failure.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { sealed } from "#lib/organisations/access-token.ts";
import { consented } from "#lib/organisations/consented.ts";
import { findErasure } from "#lib/organisations/erasure-queries.ts";
import { findTokenOfLogin, insertToken, leftBy, saveConnection, saveFlow, saveMembership, saveOrganisation, setActive, takeFlow, updateToken } from "#lib/organisations/queries.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Caller, permit } from "#lib/scope.ts";
import { consentUrl, exchangeCode, listConnections, type TokenSet, type XeroConnection } from "#lib/xero/oauth.ts";

const quarterOfAnHour = 15 * 60_000;

/** The address to send the browser to. `caller.id` is the session's id. */
export async function beginConnect(caller: Caller): Promise<string> {
  permit(caller, "organisations:manage");
  requireApp(env());
  const [state, verifier, id] = [randomToken(), randomToken(), uuidv7()];
  const sealedVerifier = encrypt(verifier, { table: "OAuthFlows", column: "verifier", row: id });
  const expiresAt = new Date(Date.now() + quarterOfAnHour);
  await systemTransaction((tx) => saveFlow(tx, { id, userId: caller.userId, sessionId: caller.id, stateHash: sha256(state), verifier: sealedVerifier, expiresAt }));
  return consentUrl(state, verifier);
}

export type Answered = { code: string | null; state: string | null; error: string | null };

/** Takes Xero's answer and gives our ids of the organisations connected by it, the newest last. Refusals are sentences for the connect page. */
export async function finishConnect(caller: Caller, { code, state, error }: Answered): Promise<string[]> {
  permit(caller, "organisations:manage");
  const flow = await systemTransaction((tx) => takeFlow(tx, sha256(state ?? ""), caller.id, new Date()));
  if (!flow) throw new Refusal("invalid", "This answer from Xero belongs to no connection begun here in the last 15 minutes. Nothing was connected; begin again.");
  if (error === "access_denied") throw new Refusal("invalid", "You did not give Daybook access in Xero, so nothing was connected.");
  if (error || !code) throw new Refusal("invalid", `Xero did not give access (${(error ?? "no code").slice(0, 60)}). Nothing was connected; begin again.`);
  const verifier = decrypt(flow.verifier, { table: "OAuthFlows", column: "verifier", row: flow.id });
  const { tokens, connections } = await askXero(code, verifier);
  return systemTransaction((tx) => keep(tx, caller, tokens, connections));
}

/** The books of the demo and of the tests come from elsewhere than Xero. */
function isStandIn({ XERO_CONNECTIONS_URL }: { XERO_CONNECTIONS_URL: string }): boolean {
  return new URL(XERO_CONNECTIONS_URL).hostname !== "api.xero.com";
}

/** Xero would show somebody without an app nothing but an error of its own. */
export function requireApp({ XERO_CLIENT_ID, XERO_CLIENT_SECRET }: { XERO_CLIENT_ID: string; XERO_CLIENT_SECRET: string }): void {
  const missing = Object.entries({ XERO_CLIENT_ID, XERO_CLIENT_SECRET }).filter(([, value]) => value === "").map(([name]) => name);
  if (missing.length === 0) return;
  throw new Refusal("unavailable", `Daybook does not know which Xero app it is: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not set. Make an app on developer.xero.com, put its id and secret into .env, and start Daybook again.`);
}

async function askXero(code: string, verifier: string): Promise<{ tokens: TokenSet; connections: XeroConnection[] }> {
  try {
    const tokens = await exchangeCode(code, verifier);
    return { tokens, connections: await listConnections(tokens.accessToken) };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    throw new Refusal(failure.retryable ? "unavailable" : "invalid", failure.code === "reauthRequired" ? "Xero did not accept the answer it gave us; it may have been used already. Begin again." : failure.message, { cause: error });
  }
}

async function keep(tx: SystemTransaction, caller: Caller, tokens: TokenSet, connections: readonly XeroConnection[]): Promise<string[]> {
  const { userId } = caller;
  const actor = actorOf(caller);
  const kept = consented(connections, tokens.authEventId, await leftBy(tx, userId));
  const tokenId = await keepTokens(tx, userId, tokens);
  const tenantIds: string[] = [];
  for (const { xeroTenantId, name, kind, connectionId } of kept) {
    const tenantId = await saveOrganisation(tx, { tenantId: xeroTenantId, tenantName: name.slice(0, 255), tenantType: kind, isDemo: isStandIn(env()) });
    if (await findErasure(tx, tenantId)) throw new Refusal("conflict", `${name} was removed a moment ago and is still being erased. Nothing was connected; try again in a minute.`);
    await saveConnection(tx, { userId, tenantId, tokenId, connectionId });
    await saveMembership(tx, userId, tenantId);
    await record(tx, "tenant.connected", { actor, organisationId: tenantId, resource: { type: "XeroTenant", id: tenantId }, details: { name } });
    // A practice is listed; it has no books to read.
    if (kind === "Organization") await queueSync(tx, { tenantId, userId, mode: "incremental" }, actor);
    tenantIds.push(tenantId);
  }
  const newest = tenantIds.at(-1);
  if (newest === undefined) return tenantIds;
  await setActive(tx, userId, newest);
  await record(tx, "tenant.switchedTo", { actor, organisationId: newest });
  return tenantIds;
}

async function keepTokens(tx: SystemTransaction, userId: string, tokens: TokenSet): Promise<string> {
  const known = await findTokenOfLogin(tx, userId, tokens.xeroUserId);
  const id = known?.id ?? uuidv7();
  if (known) await updateToken(tx, id, { ...sealed(tokens, id), version: known.version + 1, leaseUntil: null, status: "live" });
  else await insertToken(tx, { id, userId, xeroUserId: tokens.xeroUserId, ...sealed(tokens, id) });
  return id;
}
