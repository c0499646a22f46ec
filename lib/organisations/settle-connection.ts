// An organisation is as well connected as the best of its connections. When the last of them is turned away by Xero, somebody has to connect
// again, and whoever listens is told in the same transaction.
import type { SystemTransaction } from "#db/system.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { findOrganisationById, settleConnectionStatus } from "#lib/organisations/queries.ts";

export async function settleConnection(tx: SystemTransaction, tenantId: string): Promise<void> {
  const before = await findOrganisationById(tx, tenantId);
  await settleConnectionStatus(tx, tenantId);
  const after = await findOrganisationById(tx, tenantId);
  if (before?.connectionStatus === "connected" && after?.connectionStatus === "reauthRequired") {
    await recordEvent(tx, tenantId, { type: "tenant.reauthRequired", data: { connectionStatus: "reauthRequired" } });
  }
}
