// The last entry of every backup: what it is, what is in it, and what a database restored from it must come to. It names the keys that the
// secrets in it are sealed with, and holds none.
import { z } from "zod";
import { altered } from "#lib/backups/seal.ts";
import { refuse } from "#lib/refusal.ts";

export const manifestName = "manifest.json";
const formatVersion = 1;

const facts = z.object({
  rows: z.record(z.string(), z.int()),
  auditHeads: z.array(z.object({ chain: z.string(), sequence: z.int(), hash: z.string() })),
  ledgers: z.array(z.object({ organisation: z.string(), debits: z.string(), credits: z.string() })),
  reports: z.object({ count: z.int(), hash: z.string() }),
  sealedUnder: z.array(z.string()),
});

const manifestSchema = z.object({
  format: z.literal("daybook-backup"),
  formatVersion: z.literal(formatVersion),
  /** The version of Daybook that took it. */
  product: z.string(),
  dialect: z.enum(["sqlite", "postgres"]),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ tag: z.string(), hash: z.string() })),
  /** Each content lies in the tar as <name>/000001 and so on; the hash is of its pieces joined. */
  contents: z.array(z.object({ name: z.string(), columns: z.array(z.string()), bytes: z.int(), sha256: z.string() })),
  facts,
});

export type Manifest = z.output<typeof manifestSchema>;
export type ContentSum = Manifest["contents"][number];

export function writtenManifest(said: Omit<Manifest, "format" | "formatVersion">): Buffer {
  return Buffer.from(`${JSON.stringify({ format: "daybook-backup", formatVersion, ...said }, null, 2)}\n`);
}

/** Refusal "conflict" when it is of a format that is not ours, or of one that came after this version. */
export function readManifest(bytes: Buffer): Manifest {
  const said = parsed(bytes);
  const format = z.looseObject({ format: z.string(), formatVersion: z.int() }).safeParse(said);
  if (format.success && format.data.formatVersion > formatVersion) return refuse("conflict", "The backup was made by a newer Daybook, in a form that this version does not know. Restore it with that version.");
  const manifest = manifestSchema.safeParse(said);
  return manifest.success ? manifest.data : refuse("conflict", "The file is no backup of Daybook: what it says of itself cannot be read.");
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    return refuse("conflict", altered, { cause });
  }
}
