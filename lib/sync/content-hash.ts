import { sha256 } from "#lib/crypto.ts";

/** What tells whether an object of Xero's is still the one we kept: a hash of all we take from it. */
export function contentHash(value: unknown): string {
  return sha256(JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? part.toString() : part)));
}
