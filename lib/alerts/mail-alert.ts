// One attempt to send an alert by e-mail. Whether the reader still wants it, and still may know, is asked when it is sent, not when it was raised.
import { z } from "zod";
import { read } from "#db/index.ts";
import { type Alert, toAlert } from "#lib/alerts/alert.ts";
import { alertDetail, alertTitle, endingWords } from "#lib/alerts/alert-words.ts";
import { findAlert } from "#lib/alerts/queries.ts";
import { isReader } from "#lib/alerts/reader-queries.ts";
import { countInWords } from "#lib/amount-label.ts";
import { appUrl } from "#lib/env.ts";
import { linksOf } from "#lib/events/event.ts";
import type { Perform } from "#lib/jobs/work.ts";
import { type Mail, sendMail, sendsMail } from "#lib/mail/send-mail.ts";
import { memberOf } from "#lib/people/member-of.ts";

/** `others` came together with it, and have no mail of their own. */
const parametersOf = z.object({ alertId: z.uuid(), userId: z.uuid(), moment: z.enum(["raised", "ended"]), others: z.int().min(0) });
export type MailedAlert = z.output<typeof parametersOf>;

const [minute, hour] = [60, 3_600];
/** Seconds after each attempt that failed: a day and a half in all. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 16 * hour];

export const mailAlert: Perform = async (job) => {
  const about = parametersOf.parse(job.parameters);
  const { alertId, userId, moment } = about;
  const row = await read({ tenantId: job.tenantId }, async (q) => ((await isReader(q, userId)) ? findAlert(q, alertId) : undefined));
  const reader = await memberOf(job.tenantId, userId);
  if (!row || !reader || !sendsMail() || (moment === "raised" && row.endedAt !== null)) return { sent: false };
  await sendMail(mailOf(toAlert(row), about, reader), waits[job.attempts] ?? 16 * hour);
  return { sent: true };
};

function mailOf(alert: Alert, { moment, others }: MailedAlert, reader: { id: string; email: string; organisation: string }): Mail {
  const { page } = linksOf({ type: `alert.${moment}`, data: alert }, alert.tenantId, appUrl());
  const title = alertTitle(alert);
  const more = [alert.ending !== null && moment === "ended" && `${endingWords[alert.ending]}.\n`, others > 0 && `${countInWords(others)} more of the same sync are on the page.\n`];
  return {
    to: reader.email,
    subject: `${reader.organisation}: ${moment === "ended" ? "over: " : ""}${title}`,
    text: `${title}\n${alertDetail(alert)}\n${more.filter(Boolean).join("")}\n${page}\n\nYou get this because you asked for the alerts of ${reader.organisation} by e-mail. On that page you can stop it.\n`,
    id: `${alert.id}.${moment}.${reader.id}`,
  };
}
