// Whatever becomes of an alert is told to the webhooks, and to those who want it by e-mail, from within the same transaction.
import type { Transaction } from "#db/index.ts";
import type { AlertEnding } from "#db/vocabulary.ts";
import { type Alert, type AlertFacts, toAlert } from "#lib/alerts/alert.ts";
import type { MailedAlert } from "#lib/alerts/mail-alert.ts";
import { insertAlert, updateAlert } from "#lib/alerts/queries.ts";
import { readersOf } from "#lib/alerts/reader-queries.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { queueJob } from "#lib/jobs/queries.ts";
import { sendsMail } from "#lib/mail/send-mail.ts";

/** `watched` for what may be open once at a time only. Gives its id; undefined where it is open already. */
export async function raise(tx: Transaction, facts: AlertFacts, watched: string | null, now: Date): Promise<string | undefined> {
  const id = await note(tx, facts, watched, now);
  if (id) await queueMail(tx, { alertId: id, moment: "raised", others: 0 });
  return id;
}

/** What came together: an alert each, and one mail for all, which is of the first. */
export async function raiseTogether(tx: Transaction, all: readonly AlertFacts[], now: Date): Promise<void> {
  const ids: string[] = [];
  for (const facts of all) {
    const id = await note(tx, facts, null, now);
    if (id) ids.push(id);
  }
  const [alertId] = ids;
  if (alertId) await queueMail(tx, { alertId, moment: "raised", others: ids.length - 1 });
}

async function note(tx: Transaction, facts: AlertFacts, watched: string | null, now: Date): Promise<string | undefined> {
  const alert = await insertAlert(tx, { kind: facts.kind, facts, watched, raisedAt: now });
  if (alert) await recordEvent(tx, tx.tenantId, { type: "alert.raised", data: toAlert(alert) });
  return alert?.id;
}

type End = { ending: AlertEnding; facts?: AlertFacts; acknowledgedById?: string; acknowledgedBy?: string | null; acknowledgedAt?: Date };

export async function end(tx: Transaction, id: string, change: End, now: Date): Promise<Alert> {
  const data = toAlert(await updateAlert(tx, id, { ...change, endedAt: now }));
  await recordEvent(tx, tx.tenantId, { type: "alert.ended", data });
  // What somebody ended needs no mail.
  if (data.ending === "figure") await queueMail(tx, { alertId: id, moment: "ended", others: 0 });
  return data;
}

async function queueMail(tx: Transaction, about: Omit<MailedAlert, "userId">): Promise<void> {
  if (!sendsMail()) return;
  for (const userId of await readersOf(tx)) await queueJob(tx, { tenantId: tx.tenantId, type: "mail", parameters: { ...about, userId } satisfies MailedAlert });
}
