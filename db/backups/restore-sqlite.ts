import { existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { Piece } from "./restore.ts";

export function refuseFile(file: string): void {
  if (existsSync(file)) throw new Error(`There is a file at ${file} already, and nothing is restored over another. Give --into a path where there is none.`);
}

/** Written through to the disk before anybody reads it. */
export async function appendToFile(file: string, pieces: AsyncIterable<Piece>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const target = await open(file, "wx", 0o600);
  try {
    for await (const { bytes } of pieces) await target.writeFile(bytes);
    await target.sync();
  } finally {
    await target.close();
  }
}
