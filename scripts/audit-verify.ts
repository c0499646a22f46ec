// npm run audit:verify [-- --against report.json …]: computes every chain of the audit again. Exit code 0 and a sentence when each is as it
// was written, 1 and a sentence naming the first broken row when one is not. --against holds the chain of a stored report's organisation
// to the head that the report prints.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { verifyAudit } from "#lib/audit/verify.ts";
import { refuse } from "#lib/refusal.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { values } = parseArgs({ options: { against: { type: "string", multiple: true, default: [] } } });
  const reports: unknown[] = [];
  for (const path of values.against) reports.push(await jsonIn(path));
  const { chains, rows } = await verifyAudit(reports);
  const held = reports.length === 0 ? "" : ` The heads that ${reports.length === 1 ? "the report prints" : `${reports.length} reports print`} are in it.`;
  return `The audit is as it was written: ${rows} rows in ${chains} ${chains === 1 ? "chain" : "chains"}.${held}`;
});

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch(() => refuse("notFound", `There is no file ${path} that could be read.`));
  try {
    return JSON.parse(text);
  } catch {
    return refuse("malformed", `${path} is not JSON. Save the answer of GET /api/v1/reports/{id} as it is.`);
  }
}
