// For tests: a mail server that takes mail, or refuses it as it is told.
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Mailbox = { url: string; mails: Email[]; close: () => Promise<void> };
/** The number and words with which mail for somebody is refused; undefined to take it. */
type Refuse = (address: string) => { code: number; says: string } | undefined;

export async function openMailbox(refuse: Refuse = () => undefined): Promise<Mailbox> {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const refused = refuse(address);
      done(refused ? Object.assign(new Error(refused.says), { responseCode: refused.code }) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        mails.push(await PostalMime.parse(Buffer.concat(chunks)));
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  return { url: `smtp://127.0.0.1:${address.port}`, mails, close: () => new Promise((closed) => server.close(closed)) };
}
