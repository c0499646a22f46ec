// npm run sign-in-link -- [--email X]: prints a link that signs in X, or the first Admin, once.
import { parseArgs } from "node:util";
import { createSignInLink } from "#lib/people/sign-in-links.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { values } = parseArgs({ options: { email: { type: "string" } } });
  const { url, email, expiresAt } = await createSignInLink(values.email);
  const minutes = Math.round((expiresAt.getTime() - Date.now()) / 60_000);
  return `This link signs ${email} in, once, within ${minutes} minutes:\n${url}`;
});
