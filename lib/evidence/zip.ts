// A zip that is the same bytes for the same content, and one that is opened with care: nothing is unpacked beyond what a pack may have.
import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import { refuse } from "#lib/refusal.ts";

export type Files = ReadonlyMap<string, Uint8Array>;

/** The zip format has no year before 1980; a time of making would make every pack another. */
const mtime = new Date(1980, 0, 1);
const largestFile = 256 * 1024 * 1024;
const mostFiles = 32;

export function zipped(files: Files): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime, level: 6 }]]))));
}

/** Refusal "conflict" with a sentence for what is no zip, was cut off, or is none of ours. */
export function unzipped(bytes: Uint8Array): Files {
  const seen = new Set<string>();
  let size = 0;
  const isWanted = ({ name, originalSize }: UnzipFileInfo) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)?$/.test(name)) refuse("conflict", `The file has an entry called "${printable(name)}", which no pack of Daybook has. Nothing was unpacked.`);
    if (seen.has(name)) refuse("conflict", `The file has two entries called ${name}. Nothing was unpacked.`);
    seen.add(name);
    size += originalSize;
    if (seen.size > mostFiles || size > largestFile) refuse("conflict", "The file would unpack to more than a pack of Daybook can be. Nothing was unpacked.");
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: isWanted })));
  } catch (error) {
    if (error instanceof Error && error.name === "Refusal") throw error;
    return refuse("conflict", "The file is no zip, or was cut off. Download the pack again.");
  }
}

function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 80);
}
