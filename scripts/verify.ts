// npm run verify -- pack.zip [--expect HASH] [--key FINGERPRINT]: adds up an evidence pack again, without a network and without a database. Exit
// code 0 and sentences when every figure of its report follows from what is in it, 1 and a sentence for each that does not.
import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type VerifiedPack, verifyPack } from "#lib/evidence/verify/verify-pack.ts";
import { refuse } from "#lib/refusal.ts";

const largestPack = 256 * 1024 * 1024;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { expect: { type: "string" }, key: { type: "string" } } });
  const [path] = positionals.length === 1 ? positionals : refuse("malformed", "Say which pack: npm run verify -- pack.zip");
  process.stdout.write(`${sentences(verifyPack(await bytesIn(path ?? ""), { hash: values.expect, key: values.key }), values)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function bytesIn(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(() => refuse("notFound", `There is no file ${path} that could be read.`));
  if (size > largestPack) return refuse("conflict", `${path} is larger than a pack of Daybook can be. It was not opened.`);
  return readFile(path);
}

function sentences({ name, organisation, contentHash, cells, told, entries, lines, fingerprint, audit }: VerifiedPack, known: { expect?: string; key?: string }): string {
  const words = told === 0 ? "" : ` ${told} of them rest on words about the calendar, the chart, or what a list of findings names, which no ledger can say.`;
  return [
    `"${name}" of ${organisation} follows from what is in the pack: ${cells} cells from ${lines} lines of ${entries} entries, all of which balance.${words}`,
    known.expect ? `Its hash is the one you expect.` : `Its hash is ${contentHash}. Hold it against one from elsewhere with --expect.`,
    known.key ? "It was signed by the key you expect." : `It was signed by the key ${fingerprint}. Hold that against GET /api/v1/evidence-key of the installation with --key.`,
    audit ? `The audit has its making as ${audit}; npm run audit:verify -- --against pack.zip looks whether it still has.` : "The pack has no rows of the audit: whoever made it may not read them.",
  ].join("\n");
}
