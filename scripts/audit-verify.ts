// npm run audit:verify [-- --against report.json|pack.zip …]: computes every chain of the audit again. Exit code 0 and a sentence when each is as it
// was written, 1 and a sentence naming the first broken row when one is not. --against holds the chain of a stored report's organisation
// to the head that the report prints, and to the row of its making where an evidence pack has it.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { verifyAudit } from "#lib/audit/verify.ts";
import { openPack } from "#lib/evidence/open-pack.ts";
import { verifyPack } from "#lib/evidence/verify/verify-pack.ts";
import { refuse } from "#lib/refusal.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { values } = parseArgs({ options: { against: { type: "string", multiple: true, default: [] } } });
  const reports: unknown[] = [];
  for (const path of values.against) reports.push(await issuedIn(path));
  const { chains, rows } = await verifyAudit(reports);
  const held = reports.length === 0 ? "" : ` The heads that ${reports.length === 1 ? "the report prints" : `${reports.length} reports print`} are in it.`;
  return `The audit is as it was written: ${rows} rows in ${chains} ${chains === 1 ? "chain" : "chains"}.${held}`;
});

async function issuedIn(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch(() => refuse("notFound", `There is no file ${path} that could be read.`));
  return isZip(bytes) ? packed(bytes) : json(bytes.toString("utf8"), path);
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString("latin1") === "PK";
}

/** The report of a pack, which has been added up first. */
function packed(bytes: Buffer): unknown {
  const { audit } = verifyPack(bytes);
  return { ...openPack(bytes).evidence.report, madeAs: audit };
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("malformed", `${path} is neither JSON nor an evidence pack. Save the answer of GET /api/v1/reports/{id}, or of its /evidence, as it is.`);
  }
}
