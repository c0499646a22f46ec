// A pack as files: canonical JSON, one entry or document a line, the tables of the AICPA, and a manifest with the size and hash of each, signed.
import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/canonical.ts";
import { auditTables } from "#lib/evidence/audit-tables.ts";
import { type Evidence, fileNames, type Manifest, packVersion, type PackedDocument, type PackedEntry, type PackedLine, type Signature } from "#lib/evidence/pack.ts";
import { readMe } from "#lib/evidence/read-me.ts";
import { reachOf } from "#lib/evidence/reach.ts";
import type { Files } from "#lib/evidence/zip.ts";
import { decimal, type Money, rateText } from "#lib/money.ts";

export function contentsOf(evidence: Evidence): Files {
  const { report, organisation, accounts, entries, documents, trialBalances, tracking, definitions, audit } = evidence;
  const texts = new Map([
    [fileNames.report, json(report)],
    [fileNames.organisation, json(organisation)],
    [fileNames.accounts, json(accounts)],
    [fileNames.entries, jsonLines(entries.map(writtenEntry))],
    [fileNames.documents, jsonLines(documents.map(writtenDocument))],
    [fileNames.trialBalance, json(trialBalances.map((each) => ({ ...each, balances: each.balances.map(({ account, amount }) => ({ account, amount: decimal(amount) })) })))],
    ...(tracking.length > 0 ? ([[fileNames.tracking, json(tracking)]] as const) : []),
    [fileNames.definitions, json(definitions)],
    [fileNames.audit, json(audit)],
    [fileNames.readMe, readMe(evidence)],
    ...auditTables(evidence),
  ]);
  return new Map([...texts].map(([name, text]) => [name, bytesOf(text)]));
}

/** The files with their manifest and, over that, the signature. */
export function sealed(files: Files, evidence: Evidence, sign: (content: Buffer) => Signature): Files {
  const manifest = bytesOf(json(manifestOf(files, evidence)));
  return new Map([...files, [fileNames.manifest, manifest], [fileNames.signature, bytesOf(json(sign(Buffer.from(manifest))))]]);
}

export function manifestOf(files: Files, { report: { id, type, contentHash, data }, entries }: Evidence): Manifest {
  const { bases, upTo } = reachOf(data);
  const lines = entries.reduce((count, entry) => count + entry.lines.length, 0);
  return {
    pack: packVersion,
    report: { id, type, contentHash },
    ledger: { sequence: data.source.ledgerSequence, upTo, bases, entries: entries.length, lines },
    definitionsVersion: data.source.definitionsVersion,
    files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })).toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function writtenEntry({ lines, ...entry }: PackedEntry) {
  return { ...entry, lines: lines.map(writtenLine) };
}

function writtenLine({ amount, currencyAmount, rate, taxAmount, ...line }: PackedLine) {
  return { ...line, amount: decimal(amount), currencyAmount: maybe(currencyAmount), rate: rate === null ? null : rateText(rate), taxAmount: maybe(taxAmount) };
}

function writtenDocument({ amount, ...document }: PackedDocument) {
  return { ...document, amount: maybe(amount) };
}

function maybe(amount: Money | null): string | null {
  return amount === null ? null : decimal(amount);
}

function json(content: unknown): string {
  return `${canonicalJson(content)}\n`;
}

function jsonLines(rows: readonly unknown[]): string {
  return rows.map(json).join("");
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
