// Whatever becomes of an alert is told to the webhooks in the same transaction.
import type { Transaction } from "#db/index.ts";
import type { AlertEnding } from "#db/vocabulary.ts";
import { type Alert, type AlertFacts, toAlert } from "#lib/alerts/alert.ts";
import { insertAlert, updateAlert } from "#lib/alerts/queries.ts";
import { recordEvent } from "#lib/events/record-event.ts";

/** `watched` for what may be open once at a time only. */
export async function raise(tx: Transaction, facts: AlertFacts, watched: string | null, now: Date): Promise<void> {
  const alert = await insertAlert(tx, { kind: facts.kind, facts, watched, raisedAt: now });
  if (alert) await recordEvent(tx, tx.tenantId, { type: "alert.raised", data: toAlert(alert) });
}

type End = { ending: AlertEnding; facts?: AlertFacts; acknowledgedById?: string; acknowledgedBy?: string | null; acknowledgedAt?: Date };

export async function end(tx: Transaction, id: string, change: End, now: Date): Promise<Alert> {
  const data = toAlert(await updateAlert(tx, id, { ...change, endedAt: now }));
  await recordEvent(tx, tx.tenantId, { type: "alert.ended", data });
  return data;
}
