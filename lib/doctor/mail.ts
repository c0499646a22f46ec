import { type Finding, broken, ok, sentenceOf } from "#lib/doctor/finding.ts";
import { mailSettings } from "#lib/env.ts";
import { sendsMail, tryMailServer } from "#lib/mail/send-mail.ts";

/** Signs in to the mail server and sends nothing. */
export async function examineMail(): Promise<Finding[]> {
  if (!sendsMail()) return [ok("e-mail", "None is sent: SMTP_URL is not set.")];
  try {
    await tryMailServer();
    return [ok("e-mail", `The mail server answers; e-mail is from ${mailSettings()?.from}.`)];
  } catch (error) {
    return [broken("e-mail", `The mail server at SMTP_URL cannot be used: ${sentenceOf(error)} Alerts by e-mail wait and are tried again for a day and a half.`)];
  }
}
