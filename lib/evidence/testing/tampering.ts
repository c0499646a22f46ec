// For tests: somebody who opens a pack, changes what it says and writes every hash again, and signs it with a key of their own.
import { generateKeyPairSync, sign } from "node:crypto";
import { contentHash } from "#lib/canonical.ts";
import { contentsOf, sealed } from "#lib/evidence/contents.ts";
import { openPack } from "#lib/evidence/open-pack.ts";
import { type Evidence, fileNames, type PackedEntry, type Signature } from "#lib/evidence/pack.ts";
import { unzipped, zipped } from "#lib/evidence/zip.ts";
import { contentHash as entryHash } from "#lib/ledger/entry.ts";
import { absolute, money } from "#lib/money.ts";
import type { Cell } from "#lib/reports/report.ts";

const stranger = generateKeyPairSync("ed25519");

export function signedByStranger(content: Buffer): Signature {
  return { algorithm: "Ed25519", publicKey: stranger.publicKey.export({ format: "der", type: "spki" }).toString("base64"), signature: sign(null, content, stranger.privateKey).toString("base64") };
}

/** Everything that can be written again is: hashes of entries and of the report, tables, manifest and signature. */
export function retold(pack: Uint8Array, change: (evidence: Evidence) => void): Uint8Array {
  const evidence = structuredClone(openPack(pack).evidence);
  change(evidence);
  evidence.report.contentHash = contentHash(evidence.report.data);
  for (const entry of evidence.entries) entry.contentHash = hashOfEntry(entry);
  return zipped(sealed(contentsOf(evidence), evidence, signedByStranger));
}

/** One of the tables, with its hash in a manifest that is signed anew. */
export function retoldTable(pack: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const { evidence, files } = openPack(pack);
  const own = [...files].filter(([each]) => each !== fileNames.manifest && each !== fileNames.signature);
  const changed = own.map(([each, bytes]): [string, Uint8Array] => [each, each === name ? new TextEncoder().encode(change(new TextDecoder().decode(bytes))) : bytes]);
  return zipped(sealed(new Map(changed), evidence, signedByStranger));
}

/** One file as somebody changes it who knows nothing of hashes. */
export function edited(pack: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const files = unzipped(pack);
  const text = new TextDecoder().decode(files.get(name));
  if (change(text) === text) throw new Error(`${name} was not changed.`);
  return zipped(new Map([...files, [name, new TextEncoder().encode(change(text))]]));
}

export function withFiles(pack: Uint8Array, change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map<string, Uint8Array>(unzipped(pack));
  change(files);
  return zipped(files);
}

/** A zip of one file whose directory says that it unpacks to so many bytes. */
export function claiming(zip: Uint8Array<ArrayBuffer>, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const directory = bytes.indexOf(Buffer.from("504b0102", "hex"));
  bytes.writeUInt32LE(size, directory + 24);
  return bytes;
}

export function cellIn({ report }: Evidence, row: string, column: string): Cell {
  const cell = report.data.rows.find(({ id }) => id === row)?.cells.find((each) => each.column === column);
  if (!cell) throw new Error(`The report has no cell ${row}|${column}.`);
  return cell;
}

/** Each line of one amount as a line of another, on the side it stood on. */
export function restated({ entries }: Evidence, from: string, to: string): void {
  for (const line of entries.flatMap(({ lines }) => lines)) if (absolute(line.amount) === money(from)) line.amount = line.amount < 0n ? -money(to) : money(to);
}

export function rebalanced({ trialBalances }: Evidence, account: string, amount: string): void {
  for (const each of trialBalances.flatMap(({ balances }) => balances)) if (each.account === account) each.amount = money(amount);
}

/** Rows → what each says in a column from now on. */
export function refigured(evidence: Evidence, column: string, values: Record<string, string>): void {
  for (const [row, value] of Object.entries(values)) cellIn(evidence, row, column).value = value;
}

function hashOfEntry({ date, lines }: PackedEntry): string {
  return entryHash(
    date,
    lines.map(({ account, amount, currency, currencyAmount, rate, taxType, taxAmount, tracking, contact, document }) => ({ accountId: account, amount, currencyCode: currency, currencyAmount, rate, taxType, taxAmount, trackingSetId: tracking, contactId: contact, transactionId: document, allocationId: null })),
  );
}
