// The file of a backup: a tar under gzip, sealed where there is a key, so that without Daybook the usual tools open it as well. Everything lies in
// pieces of a few megabytes, because a tar says a size before the bytes and a table is longer than anybody wants to hold.
import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, type Pack, pack } from "tar-stream";
import { altered, opened, sealed } from "#lib/backups/seal.ts";
import { refuse } from "#lib/refusal.ts";

/** `name` as in the tar. */
export type Entry = { name: string; bytes: Buffer };

/** Ledgers shrink to a tenth at any level; the lower ones take a third of the time. */
const level = 3;

/** Writes a file that only its owner may read, through to the disk. */
export async function writeContainer(path: string, key: Buffer | null, entries: AsyncIterable<Entry>): Promise<void> {
  const archive = pack();
  const file = () => createWriteStream(path, { flags: "w", mode: 0o600, flush: true });
  const written = key ? pipeline(archive, createGzip({ level }), (source: AsyncIterable<Buffer>) => sealed(source, key), file()) : pipeline(archive, createGzip({ level }), file());
  const filled = fill(archive, entries).catch((error: unknown) => {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  await Promise.all([filled, written]);
}

/** In the order in which they were written. Refusal "notFound" or "conflict" with a sentence. */
export async function* readContainer(path: string, key: Buffer | null): AsyncGenerator<Entry> {
  await refuseMissing(path);
  const archive = extract();
  const reading = pipeline(createReadStream(path), (source: AsyncIterable<Buffer>) => opened(source, key), createGunzip(), archive);
  // Whoever walks the archive meets the same error.
  reading.catch(() => undefined);
  try {
    for await (const entry of archive) yield { name: entry.header.name, bytes: await buffer(entry) };
    await reading;
  } catch (error) {
    if (isDamage(error)) refuse("conflict", altered, { cause: error });
    throw error;
  }
}

async function fill(archive: Pack, entries: AsyncIterable<Entry>): Promise<void> {
  for await (const { name, bytes } of entries) {
    await new Promise<void>((resolve, reject) => {
      archive.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
    });
  }
  archive.finalize();
}

async function refuseMissing(path: string): Promise<void> {
  const file = await open(path, "r").catch(() => refuse("notFound", `There is no file ${path} that could be read.`));
  await file.close();
}

/** What zlib and the tar say of bytes that are not theirs. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && String(error.code).startsWith("Z_")) || /tar header|unexpected end/i.test(error.message);
}
