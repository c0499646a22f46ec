// An event is written in the transaction in which it happens, with a delivery for every webhook that listens and a job for each delivery: what
// was undone was never told, and what was done cannot be forgotten, whoever dies when.
import { v7 as uuidv7 } from "uuid";
import { appUrl } from "#lib/env.ts";
import { type EventBody, type Happening, linksOf } from "#lib/events/event.ts";
import { findTenantName, insertEvent, type Writer } from "#lib/events/queries.ts";
import { insertDelivery, listeners } from "#lib/webhooks/delivery-queries.ts";

/** Tells every webhook of the organisation that listens. */
export async function recordEvent(tx: Writer, tenantId: string, happening: Happening): Promise<void> {
  const eventId = await writeEvent(tx, tenantId, happening);
  for (const webhookId of await listeners(tx, tenantId, happening.type)) await insertDelivery(tx, { tenantId, webhookId, eventId });
}

/** Tells one webhook, whatever it listens to; gives the delivery. */
export async function recordEventFor(tx: Writer, tenantId: string, webhookId: string, happening: Happening): Promise<string> {
  return insertDelivery(tx, { tenantId, webhookId, eventId: await writeEvent(tx, tenantId, happening) });
}

async function writeEvent(tx: Writer, tenantId: string, happening: Happening): Promise<string> {
  const { type, data } = happening;
  const tenant = { id: tenantId, name: await findTenantName(tx, tenantId) };
  const body: EventBody = { id: uuidv7(), type, timestamp: new Date().toISOString(), apiVersion: "v1", tenant, data, links: linksOf(happening, tenantId, appUrl()) };
  await insertEvent(tx, { id: body.id, tenantId, type, body: JSON.stringify(body) });
  return body.id;
}
