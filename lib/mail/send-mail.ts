// E-mail is handed to the installation's own server, at SMTP_URL, which knows how to reach people.
import nodemailer from "nodemailer";
import { appUrl, loopbackOf, mailSettings } from "#lib/env.ts";
import { fail } from "#lib/failure.ts";

/** Plain text. Of one `id` whoever reads it sees one mail, should it be handed over twice. */
export type Mail = { to: string; subject: string; text: string; id: string };

const seconds = 1_000;
const patience = { connectionTimeout: 10 * seconds, greetingTimeout: 10 * seconds, socketTimeout: 30 * seconds };

export function sendsMail(): boolean {
  return mailSettings() !== null;
}

/** Resolves when the server has taken it. Throws a failure that is tried again after so many seconds, but for an address that the server refuses. */
export async function sendMail({ to, subject, text, id }: Mail, retryAfterSeconds: number): Promise<void> {
  const { transport, from } = openTransport();
  try {
    await transport.sendMail({ from, to: { name: "", address: to }, subject, text, messageId: `<${id}@${new URL(appUrl()).hostname}>`, headers: { "Auto-Submitted": "auto-generated" } });
  } catch (error) {
    const { said, isForGood } = reasonIn(error);
    if (isForGood) fail("refused", `The mail server does not take mail for ${to}: ${said}`, { cause: error });
    fail("unavailable", `The mail server did not take an e-mail: ${said} It is tried again.`, { retryAfterSeconds, cause: error });
  } finally {
    transport.close();
  }
}

/** Connects and signs in, and sends nothing. Throws what stands in the way. */
export async function tryMailServer(): Promise<void> {
  const { transport } = openTransport();
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** A password is not sent in the open but to this machine; what a mail says touches no file and no address but its reader's. */
function openTransport() {
  const settings = mailSettings();
  if (!settings) throw new Error("No e-mail is sent here: SMTP_URL is not set.");
  const { url, from } = settings;
  const { username, hostname } = new URL(url);
  const isElsewhere = loopbackOf(`http://${hostname}`) === undefined;
  const transport = nodemailer.createTransport({ url, requireTLS: username !== "" && isElsewhere, disableFileAccess: true, disableUrlAccess: true, ...patience });
  return { transport, from };
}

/** What is refused for good is an address, by the number of the server's answer. */
function reasonIn(error: unknown): { said: string; isForGood: boolean } {
  if (!(error instanceof Error)) return { said: String(error), isForGood: false };
  const isOfAddress = "code" in error && error.code === "EENVELOPE";
  return { said: error.message, isForGood: isOfAddress && "responseCode" in error && Number(error.responseCode) >= 500 };
}
