import { eq, inArray, lt } from "drizzle-orm";
import { Events, WebhookDeliveries, XeroTenants } from "#db/schema/index.ts";
import type { SystemTransaction } from "#db/system.ts";

/** An event is written behind either door. */
export type Writer = Pick<SystemTransaction, "select" | "selectDistinct" | "insert" | "update">;

export async function findTenantName(tx: Writer, tenantId: string): Promise<string> {
  const [row] = await tx.select({ name: XeroTenants.tenantName }).from(XeroTenants).where(eq(XeroTenants.id, tenantId));
  return row?.name ?? "";
}

export async function insertEvent(tx: Writer, event: typeof Events.$inferInsert): Promise<void> {
  await tx.insert(Events).values(event);
}

/** With what was sent of them. */
export async function forgetEventsBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  const old = tx.select({ id: Events.id }).from(Events).where(lt(Events.createdAt, instant));
  await tx.delete(WebhookDeliveries).where(inArray(WebhookDeliveries.eventId, old));
  await tx.delete(Events).where(lt(Events.createdAt, instant));
}
