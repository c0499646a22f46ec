// The bytes of a pack → what they say. Whatever is not as the manifest says is refused here, before anybody reads a figure.
import type { z } from "zod";
import { hashOf } from "#lib/evidence/contents.ts";
import { accountsSchema, auditSchema, definitionsSchema, documentSchema, entrySchema, type Evidence, fileNames, type Manifest, manifestSchema, organisationSchema, packedReportSchema, type Signature, signatureSchema, trackingSchema, trialBalanceSchema } from "#lib/evidence/pack.ts";
import { isSignedBy } from "#lib/evidence/signing.ts";
import { type Files, unzipped } from "#lib/evidence/zip.ts";
import { refuse } from "#lib/refusal.ts";

export type OpenedPack = { files: Files; manifest: Manifest; signature: Signature; evidence: Evidence };

/** Refusal "conflict" with a sentence that names the first file that is missing, too many or other than it was. */
export function openPack(bytes: Uint8Array): OpenedPack {
  const files = unzipped(bytes);
  const manifest = parsed(files, fileNames.manifest, manifestSchema);
  const signature = parsed(files, fileNames.signature, signatureSchema);
  checkFiles(files, manifest);
  if (!isSignedBy(signature, Buffer.from(bytesOf(files, fileNames.manifest)))) refuse("conflict", "The signature is not of this manifest: the manifest was changed after the pack was made, or the signature was.");
  const evidence = {
    report: parsed(files, fileNames.report, packedReportSchema),
    organisation: parsed(files, fileNames.organisation, organisationSchema),
    accounts: parsed(files, fileNames.accounts, accountsSchema),
    entries: parsedLines(files, fileNames.entries, entrySchema),
    documents: parsedLines(files, fileNames.documents, documentSchema),
    trialBalances: parsed(files, fileNames.trialBalance, trialBalanceSchema),
    tracking: files.has(fileNames.tracking) ? parsed(files, fileNames.tracking, trackingSchema) : [],
    definitions: parsed(files, fileNames.definitions, definitionsSchema),
    audit: parsed(files, fileNames.audit, auditSchema),
  };
  return { files, manifest, signature, evidence };
}

function checkFiles(files: Files, { files: listed }: Manifest): void {
  const known = new Set<string>([...listed.map(({ name }) => name), fileNames.manifest, fileNames.signature]);
  for (const name of files.keys()) if (!known.has(name)) refuse("conflict", `The pack has a file that its manifest does not list: ${name}.`);
  for (const { name, bytes, sha256 } of listed) {
    const content = bytesOf(files, name);
    if (content.length !== bytes || hashOf(content) !== sha256) refuse("conflict", `${name} was changed after the pack was made: its content is not what the manifest says.`);
  }
}

function bytesOf(files: Files, name: string): Uint8Array {
  return files.get(name) ?? refuse("conflict", `The pack is not complete: ${name} is missing.`);
}

function parsed<Schema extends z.ZodType>(files: Files, name: string, schema: Schema): z.output<Schema> {
  return read(new TextDecoder().decode(bytesOf(files, name)), name, schema);
}

function parsedLines<Schema extends z.ZodType>(files: Files, name: string, schema: Schema): z.output<Schema>[] {
  const lines = new TextDecoder().decode(bytesOf(files, name)).split("\n").slice(0, -1);
  return lines.map((line, index) => read(line, `Line ${index + 1} of ${name}`, schema));
}

function read<Schema extends z.ZodType>(text: string, whose: string, schema: Schema): z.output<Schema> {
  const { data, error } = schema.safeParse(json(text, whose));
  return error ? refuse("conflict", `${whose} is not in the form of a pack: ${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}.`) : data;
}

function json(text: string, whose: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("conflict", `${whose} is not JSON.`);
  }
}
