// npm run user:reset-password -- --email X [--password-stdin]: gives X a new password, for somebody who cannot get in any more. Every
// session of theirs ends and nobody has to wait. Prints the password, unless it came from the standard input.
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { resetPassword } from "#lib/people/reset-password.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { values } = parseArgs({ options: { email: { type: "string" }, "password-stdin": { type: "boolean", default: false } } });
  if (!values.email) throw new Error("Say whose password: npm run user:reset-password -- --email name@example.com");
  if (!values["password-stdin"]) return `The new password of ${values.email} is: ${await resetPassword(values.email)}\nEvery session of theirs has ended.`;
  await resetPassword(values.email, (await text(process.stdin)).replace(/\r?\n$/, ""));
  return `${values.email} has the password you gave. Every session of theirs has ended.`;
});
