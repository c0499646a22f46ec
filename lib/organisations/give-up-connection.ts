// What becomes of a connection that Xero no longer honours: it is marked, so that its people are asked to connect again, and where somebody
// else's sign-in reaches the same organisation, that one goes on.
import { systemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { connectionsOfOrganisation, liveTokenFor, setConnectionStatus, settleConnectionStatus } from "#lib/organisations/queries.ts";

/** `tokenId` is the sign-in that Xero turned away. True when there is another one. */
export async function giveUpConnection(tenantId: string, tokenId: string, status: "reauthRequired" | "disconnected"): Promise<boolean> {
  return systemTransaction(async (tx) => {
    const turnedAway = (await connectionsOfOrganisation(tx, tenantId)).filter((connection) => connection.tokenId === tokenId);
    for (const { id } of turnedAway) await setConnectionStatus(tx, id, status);
    await settleConnectionStatus(tx, tenantId);
    const isLeft = (await liveTokenFor(tx, tenantId)) !== undefined;
    if (turnedAway.some((connection) => connection.status !== status)) await record(tx, "tenant.connectionLost", { actor: daybook, organisationId: tenantId, details: { status } });
    return isLeft;
  });
}
