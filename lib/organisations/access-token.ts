// A Xero token that works, for whoever syncs an organisation. Xero gives one rotating refresh token for all organisations of a login, so a
// refresh is done by one process at a time: it takes a lease on the row, and the new pair is kept in the transaction that gives the lease
// back. The old token stays until then; Xero takes it again for thirty minutes when an answer was lost.
import { setTimeout as delay } from "node:timers/promises";
import { systemRead, type SystemTransaction, systemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { decrypt, encrypt } from "#lib/crypto.ts";
import { fail, failureOf } from "#lib/failure.ts";
import { connectionsOfToken, findToken, leaseToken, liveTokenFor, loseConnection, swapToken, type TokenRow } from "#lib/organisations/queries.ts";
import { settleConnection } from "#lib/organisations/settle-connection.ts";
import { refreshTokens, type TokenSet } from "#lib/xero/oauth.ts";

/** A token is renewed when it has less than this left. */
const margin = 2 * 60_000;
const leaseLasts = 60_000;

/** A live access token for an organisation. `refused` is the token Xero just turned away, if it did. Failure "reauthRequired" when none is left. */
export async function accessTokenFor(tenantId: string, refused: string | null = null): Promise<string> {
  const found = await systemRead((q) => liveTokenFor(q, tenantId));
  if (!found) return fail("reauthRequired", "Nobody's Xero sign-in reaches this organisation any more. Connect Xero again; everything synced so far is kept.");
  return accessTokenOf(found.tokenId, refused);
}

/** The same for one Xero login. */
export async function accessTokenOf(tokenId: string, refused: string | null = null): Promise<string> {
  for (;;) {
    const token = await currentToken(tokenId);
    const text = decrypt(token.accessToken, { table: "XeroTokens", column: "accessToken", row: token.id });
    if (text !== refused && token.expiresAt.getTime() - Date.now() > margin) return text;
    // However short-lived it is, what was just given is the best there is.
    const renewed = await refreshUnderLease(token);
    if (renewed) return renewed;
    await delay(200);
  }
}

async function currentToken(tokenId: string): Promise<TokenRow> {
  const token = await systemRead((q) => findToken(q, tokenId));
  if (token?.status !== "live") return fail("reauthRequired", "Xero no longer accepts this sign-in. Connect Xero again; everything synced so far is kept.");
  return token;
}

/** Nothing when somebody else is refreshing, or has put another token set in its place: read the row again in a moment. */
async function refreshUnderLease(token: TokenRow): Promise<string | null> {
  const now = new Date();
  const leased = await systemTransaction((tx) => leaseToken(tx, token.id, token.version, now, new Date(now.getTime() + leaseLasts)));
  if (!leased) return null;
  try {
    const fresh = await refreshTokens(decrypt(token.refreshToken, { table: "XeroTokens", column: "refreshToken", row: token.id }));
    const kept = await systemTransaction((tx) => swapToken(tx, token.id, token.version, { ...sealed(fresh, token.id), version: token.version + 1, leaseUntil: null, refreshedAt: now }));
    return kept ? fresh.accessToken : null;
  } catch (error) {
    const lost = failureOf(error)?.code === "reauthRequired";
    const stood = await systemTransaction((tx) => (lost ? giveUp(tx, token) : swapToken(tx, token.id, token.version, { leaseUntil: null })));
    if (!stood) return null;
    throw error;
  }
}

/** Everybody who was reached by this login hears that it is over; not when it was signed in again meanwhile. */
async function giveUp(tx: SystemTransaction, token: TokenRow): Promise<boolean> {
  if (!(await swapToken(tx, token.id, token.version, { leaseUntil: null, status: "reauthRequired" }))) return false;
  for (const { id, tenantId } of await connectionsOfToken(tx, token.id)) {
    const isLost = await loseConnection(tx, id, "reauthRequired");
    await settleConnection(tx, tenantId);
    if (isLost) await record(tx, "tenant.connectionLost", { actor: daybook, organisationId: tenantId, details: { status: "reauthRequired" } });
  }
  return true;
}

/** A token set as its row keeps it: encrypted for that row and no other. */
export function sealed({ accessToken, refreshToken, expiresAt, scopes }: TokenSet, row: string) {
  return {
    accessToken: encrypt(accessToken, { table: "XeroTokens", column: "accessToken", row }),
    refreshToken: encrypt(refreshToken, { table: "XeroTokens", column: "refreshToken", row }),
    expiresAt,
    scopes,
  };
}
