// API keys: dbk_<8 characters that name it>_<43 that open>. The key is shown once; only its SHA-256 is kept, which is enough for 32 random
// bytes.
import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const shape = /^dbk_([0-9A-Za-z]{8})_[0-9A-Za-z]{43}$/;

export function makeKey(): { keyId: string; key: string } {
  const keyId = letters(8);
  return { keyId, key: `dbk_${keyId}_${letters(43)}` };
}

/** The public part of something that looks like a key. */
export function keyIdOf(key: string): string | undefined {
  return shape.exec(key)?.[1];
}

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join("");
}
