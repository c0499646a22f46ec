// A backup is believed only after it was read whole: every piece belongs to a content that the manifest lists, each content has the hash
// that stands there, and nothing comes after the manifest.
import { createHash, type Hash } from "node:crypto";
import { readContainer } from "#lib/backups/container.ts";
import { type Manifest, manifestName, readManifest } from "#lib/backups/manifest.ts";
import { altered } from "#lib/backups/seal.ts";
import { refuse } from "#lib/refusal.ts";

type Sum = { bytes: number; hash: Hash };

/** Refusal with a sentence when there is anything the matter with it. */
export async function checkBackup(path: string, key: Buffer | null): Promise<Manifest> {
  const sums = new Map<string, Sum>();
  let manifest: Manifest | undefined;
  for await (const { name, bytes } of readContainer(path, key)) {
    if (manifest) refuse("conflict", altered);
    if (name === manifestName) manifest = readManifest(bytes);
    else add(sums, contentOf(name), bytes);
  }
  if (!manifest || !agree(manifest, sums)) return refuse("conflict", altered);
  return manifest;
}

/** The content that a piece belongs to. */
export function contentOf(name: string): string {
  return name.split("/")[0] ?? "";
}

function add(sums: Map<string, Sum>, name: string, bytes: Buffer): void {
  const sum = sums.get(name) ?? { bytes: 0, hash: createHash("sha256") };
  sum.bytes += bytes.length;
  sum.hash.update(bytes);
  sums.set(name, sum);
}

function agree({ contents }: Manifest, sums: ReadonlyMap<string, Sum>): boolean {
  const listed = new Set(contents.map(({ name }) => name));
  if ([...sums.keys()].some((name) => !listed.has(name))) return false;
  return contents.every(({ name, bytes, sha256 }) => {
    const sum = sums.get(name) ?? { bytes: 0, hash: createHash("sha256") };
    return sum.bytes === bytes && sum.hash.digest("hex") === sha256;
  });
}
