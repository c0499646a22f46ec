// An encrypted backup: AES-256-GCM in frames of 64 KiB under a key made for this file alone (HKDF of BACKUP_KEY and a random salt), each
// numbered and the last one marked as the last. A byte that was altered, a frame that is missing or moved, and an end that was cut off
// are all one thing: the frame does not open. docs/operations.md describes it for whoever has to open one without Daybook.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { refuse } from "#lib/refusal.ts";

const magic = Buffer.from("daybook-sealed-1\n");
const [nameLength, saltLength, tagLength] = [8, 32, 16];
const headerLength = magic.length + nameLength + saltLength;
const frameLength = 64 * 1024;
const gzip = Buffer.from([0x1f, 0x8b]);

export async function* sealed(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const header = Buffer.concat([magic, nameOf(key), randomBytes(saltLength)]);
  yield header;
  const frame = framesOf(header, key);
  for await (const { bytes, number, isLast } of inFrames(source, frameLength)) {
    const cipher = createCipheriv("aes-256-gcm", frame.key, nonceOf(number, isLast), { authTagLength: tagLength });
    cipher.setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The bytes of a backup whether it was sealed or not. Refusal "conflict" with a sentence when they do not open. */
export async function* opened(source: AsyncIterable<Buffer>, key: Buffer | null): AsyncGenerator<Buffer> {
  const bytes = source[Symbol.asyncIterator]();
  const start = await atLeast(bytes, headerLength);
  if (start.subarray(0, 2).equals(gzip)) {
    yield start;
    yield* rest(bytes);
    return;
  }
  if (!start.subarray(0, magic.length).equals(magic)) return refuse("conflict", "The file is no backup of Daybook, or its first bytes were altered.");
  if (start.length < headerLength) return refuse("conflict", altered);
  const header = start.subarray(0, headerLength);
  yield* unsealed(after(start.subarray(headerLength), bytes), header, keyFor(header, key));
}

async function* unsealed(source: AsyncIterable<Buffer>, header: Buffer, key: Buffer): AsyncGenerator<Buffer> {
  const frame = framesOf(header, key);
  for await (const { bytes, number, isLast } of inFrames(source, frameLength + tagLength)) {
    if (bytes.length < tagLength) return refuse("conflict", altered);
    const decipher = createDecipheriv("aes-256-gcm", frame.key, nonceOf(number, isLast), { authTagLength: tagLength });
    decipher.setAAD(header);
    decipher.setAuthTag(bytes.subarray(-tagLength));
    yield openedFrame(decipher, bytes.subarray(0, -tagLength));
  }
}

export const altered = "The backup is not as it was written: it was cut off, or a byte of it was altered. Nothing was restored from it. Take another one.";

function openedFrame(decipher: ReturnType<typeof createDecipheriv>, bytes: Buffer): Buffer {
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch (cause) {
    return refuse("conflict", altered, { cause });
  }
}

function keyFor(header: Buffer, key: Buffer | null): Buffer {
  const name = header.subarray(magic.length, magic.length + nameLength);
  if (!key) return refuse("conflict", `The backup is encrypted with the key ${name.toString("hex")}. Set BACKUP_KEY to it.`);
  if (nameOf(key).equals(name)) return key;
  return refuse("conflict", `The backup is encrypted with the key ${name.toString("hex")}, and BACKUP_KEY is another one, ${nameOf(key).toString("hex")}. Set BACKUP_KEY to the one it was made with.`);
}

/** What may be told of a key: eight bytes derived from it, from which there is no way back. */
function nameOf(key: Buffer): Buffer {
  return derived(key, Buffer.alloc(0), "daybook backup key name", nameLength);
}

function framesOf(header: Buffer, key: Buffer): { key: Buffer } {
  return { key: derived(key, header.subarray(-saltLength), "daybook backup frames", 32) };
}

function derived(key: Buffer, salt: Buffer, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, purpose, length));
}

/** The frame's number in eight bytes, and whether it is the last: no nonce comes twice under one key. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Equal frames, and one of what is left, which is the last. */
async function* inFrames(source: AsyncIterable<Buffer>, length: number): AsyncGenerator<{ bytes: Buffer; number: number; isLast: boolean }> {
  let [waiting, number] = [Buffer.alloc(0), 0];
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length > length) {
      yield { bytes: waiting.subarray(0, length), number, isLast: false };
      [waiting, number] = [waiting.subarray(length), number + 1];
    }
  }
  yield { bytes: waiting, number, isLast: true };
}

async function atLeast(bytes: AsyncIterator<Buffer>, length: number): Promise<Buffer> {
  let start = Buffer.alloc(0);
  while (start.length < length) {
    const { value, done } = await bytes.next();
    if (done) break;
    start = Buffer.concat([start, value]);
  }
  return start;
}

async function* after(first: Buffer, bytes: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest(bytes);
}

async function* rest(bytes: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield next.value;
}
