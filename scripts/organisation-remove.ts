// npm run organisation:remove -- --id X: removes an organisation and erases everything that is kept of it, save the audit. Begun before and not
// ended, it is gone on with.
import { parseArgs } from "node:util";
import { removeForGood } from "#lib/organisations/remove-for-good.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { values } = parseArgs({ options: { id: { type: "string" } } });
  const { name, rows } = await removeForGood(values.id ?? "");
  return `${name} is removed: ${rows === 1 ? "one row" : `${rows} rows`} erased. Its audit stays.`;
});
