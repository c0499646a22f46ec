import { systemTransaction } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/log.ts";
import { noteChange } from "#lib/sync/due-queries.ts";
import { isSignedByXero, organisationsOfNotice } from "#lib/xero/notice.ts";

/**
 * Takes a notice of Xero's: each organisation that it names is synced soon. False where it is not signed by Xero, and then nothing was done. One that
 * is signed and cannot be read is taken all the same, for Xero gives up on who refuses; it says nothing that the next sync would not find.
 */
export async function hearOfChanges(body: Uint8Array, signature: string | null): Promise<boolean> {
  if (!isSignedByXero(body, signature, env().XERO_WEBHOOK_KEY)) return false;
  const organisations = organisationsOfNotice(body);
  if (!organisations) logger.warn("A notice of Xero's could not be read. The next sync finds what it was about.");
  else if (organisations.length > 0) await systemTransaction((tx) => noteChange(tx, organisations, new Date()));
  return true;
}
