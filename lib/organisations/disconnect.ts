// Disconnecting takes the connection away at Xero and here; everything synced so far is kept and can be read.
import { systemRead, systemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { failureOf } from "#lib/failure.ts";
import { accessTokenOf } from "#lib/organisations/access-token.ts";
import { connectionsOfOrganisation, setConnectionStatus, settleConnectionStatus } from "#lib/organisations/queries.ts";
import { permit, type Scope } from "#lib/scope.ts";
import { removeConnection } from "#lib/xero/oauth.ts";

/** Ends all connections of the organisation. When Xero cannot be asked, ours end all the same. */
export async function disconnectOrganisation(scope: Scope): Promise<void> {
  permit(scope, "organisations:manage");
  const connections = await leaveXero(scope.tenantId);
  await systemTransaction(async (tx) => {
    for (const { id } of connections) await setConnectionStatus(tx, id, "disconnected");
    await settleConnectionStatus(tx, scope.tenantId);
    await record(tx, "tenant.disconnected", { actor: actorOf(scope), organisationId: scope.tenantId, resource: { type: "XeroTenant", id: scope.tenantId } });
  });
}

/** Gives up at Xero what is connected there; which connections there are here. */
export async function leaveXero(tenantId: string) {
  const connections = await systemRead((q) => connectionsOfOrganisation(q, tenantId));
  for (const { tokenId, connectionId, status } of connections) if (status === "connected") await removeAtXero(tokenId, connectionId);
  return connections;
}

/** By the login that made it: Xero lets nobody else. */
async function removeAtXero(tokenId: string, connectionId: string): Promise<void> {
  try {
    await removeConnection(await accessTokenOf(tokenId), connectionId);
  } catch (error) {
    // Xero may be away or may have forgotten us already; either way we stop using the connection.
    if (!failureOf(error)) throw error;
  }
}
