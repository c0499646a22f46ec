// What Xero posts when something changed in an organisation (a webhook, in its words): signed over the bytes as they came, and thin, for it says where
// something changed and not what. So nothing of it is kept but the organisations, which are asked anew.
import { createHmac } from "node:crypto";
import { z } from "zod";
import { sameText } from "#lib/crypto.ts";

const notice = z.object({ events: z.array(z.object({ tenantId: z.string() })) });

/** Whether the bytes were signed with the key of the webhook. Nothing was where there is no key. */
export function isSignedByXero(body: Uint8Array, signature: string | null, key: string): boolean {
  return key !== "" && signature !== null && sameText(createHmac("sha256", key).update(body).digest("base64"), signature);
}

/** Xero's ids of the organisations in which something changed, each once; undefined where it cannot be read. */
export function organisationsOfNotice(body: Uint8Array): string[] | undefined {
  try {
    const { events } = notice.parse(JSON.parse(Buffer.from(body).toString("utf8")));
    return [...new Set(events.map(({ tenantId }) => tenantId.toLowerCase()))];
  } catch {
    return undefined;
  }
}
