// npm run keys:rotate: after a new key was put first in ENCRYPTION_KEYS, writes every secret again under it.
import { rotateKeys } from "#lib/organisations/rotate-keys.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const rows = await rotateKeys();
  return `Written again under the first key: ${rows === 1 ? "one row" : `${rows} rows`}. Restart the app and its workers; keys after the first can then be taken out of ENCRYPTION_KEYS.`;
});
