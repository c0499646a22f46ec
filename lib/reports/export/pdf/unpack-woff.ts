// A WOFF file is an OpenType font with each table packed by itself (https://www.w3.org/TR/WOFF/). Unpacked once it is read many times faster than by
// who unpacks a table for every letter.
import { inflateSync } from "node:zlib";

const header = { woff: 44, font: 12 };
const entry = { woff: 20, font: 16 };

export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("This is no WOFF file.");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, place) => tableAt(woff, header.woff + place * entry.woff));
  const directory = Buffer.alloc(header.font + count * entry.font);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  writeSearchHints(directory, count);
  let offset = directory.length;
  for (const [place, { tag, checksum, content }] of tables.entries()) {
    const at = header.font + place * entry.font;
    directory.writeUInt32BE(tag, at);
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(content.length, at + 12);
    offset += aligned(content.length);
  }
  return Buffer.concat([directory, ...tables.map(({ content }) => Buffer.concat([content], aligned(content.length)))]);
}

/** A table that did not become smaller stands as it is. */
function tableAt(woff: Buffer, at: number) {
  const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
  const content = woff.subarray(offset, offset + packed);
  return { tag: woff.readUInt32BE(at), checksum: woff.readUInt32BE(at + 16), content: packed === length ? content : inflateSync(content) };
}

/** The largest power of two within the count, as the format wants it said. */
function writeSearchHints(directory: Buffer, count: number): void {
  const power = Math.floor(Math.log2(count));
  const range = 2 ** power * entry.font;
  directory.writeUInt16BE(range, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(count * entry.font - range, 10);
}

function aligned(length: number): number {
  return Math.ceil(length / 4) * 4;
}
