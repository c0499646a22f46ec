// What becomes of a connection that Xero no longer honours: it is marked, so that its people are asked to connect again, and where somebody
// else's sign-in reaches the same organisation, that one goes on.
import { systemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { connectionsOfOrganisation, liveTokenFor, loseConnection, swapToken } from "#lib/organisations/queries.ts";
import { settleConnection } from "#lib/organisations/settle-connection.ts";

/**
 * `turnedAway` is the sign-in that Xero turned away, at the version that was used: one renewed since then was not meant. True when there is
 * one to go on with.
 */
export async function giveUpConnection(tenantId: string, turnedAway: { tokenId: string; version: number }, status: "reauthRequired" | "disconnected"): Promise<boolean> {
  const { tokenId, version } = turnedAway;
  return systemTransaction(async (tx) => {
    // Writing the version it has holds the row, so that nobody renews it in between.
    const isTheSame = await swapToken(tx, tokenId, version, { version });
    const meant = isTheSame ? (await connectionsOfOrganisation(tx, tenantId)).filter((connection) => connection.tokenId === tokenId) : [];
    let isLost = false;
    for (const { id } of meant) isLost = (await loseConnection(tx, id, status)) || isLost;
    await settleConnection(tx, tenantId);
    const isLeft = (await liveTokenFor(tx, tenantId)) !== undefined;
    if (isLost) await record(tx, "tenant.connectionLost", { actor: daybook, organisationId: tenantId, details: { status } });
    return isLeft;
  });
}
