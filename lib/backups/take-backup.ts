// A backup is one file that exists only when it is whole: written under another name, read back to its last byte, then renamed. It is taken while
// app, worker and syncs go on, and holds one state of the database that none of them was in the middle of writing.
import { createHash } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Content, type Snapshot, withSnapshot } from "#db/backups/snapshot.ts";
import { checkBackup } from "#lib/backups/check-backup.ts";
import { type Entry, writeContainer } from "#lib/backups/container.ts";
import { type ContentSum, type Manifest, manifestName, writtenManifest } from "#lib/backups/manifest.ts";
import { nameOfBackup } from "#lib/backups/names.ts";
import { version } from "#lib/version.ts";

/** With a `key` it is encrypted. `unfinished` is the name it has until it is whole. */
type Wanted = { url: string; folder: string; key: Buffer | null; now?: Date; unfinished?: string };
export type Taken = { path: string; bytes: number; manifest: Manifest };

const pieceLength = 4 * 1024 * 1024;

export async function takeBackup({ url, folder, key, now = new Date(), unfinished }: Wanted): Promise<Taken> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, nameOfBackup(now, key !== null));
  const part = join(folder, unfinished ?? `.backup-${process.pid}-${now.getTime()}.part`);
  await (await open(part, "wx", 0o600)).close();
  try {
    await withSnapshot(url, `${part}.db`, (snapshot) => writeContainer(part, key, entriesOf(snapshot, now)));
    const manifest = await checkBackup(part, key);
    await rename(part, path);
    await settle(folder);
    return { path, bytes: (await stat(path)).size, manifest };
  } finally {
    await rm(part, { force: true });
  }
}

async function* entriesOf(snapshot: Snapshot, now: Date): AsyncGenerator<Entry> {
  const contents: ContentSum[] = [];
  for await (const content of snapshot.contents()) contents.push(yield* piecesOf(content));
  const { dialect, migrations, facts } = snapshot;
  yield { name: manifestName, bytes: writtenManifest({ product: version, dialect, takenAt: now.toISOString(), migrations, contents, facts }) };
}

async function* piecesOf({ name, columns, bytes }: Content): AsyncGenerator<Entry, ContentSum> {
  const hash = createHash("sha256");
  let [total, number] = [0, 0];
  for await (const piece of inPieces(bytes)) {
    hash.update(piece);
    total += piece.length;
    number += 1;
    yield { name: `${name}/${String(number).padStart(6, "0")}`, bytes: piece };
  }
  return { name, columns, bytes: total, sha256: hash.digest("hex") };
}

async function* inPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [waiting, length]: [Buffer[], number] = [[], 0];
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceLength) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** A rename is on the disk when its folder is; where a folder cannot be opened as a file, the system sees to it. */
async function settle(folder: string): Promise<void> {
  const opened = await open(folder, "r").catch(() => undefined);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}
