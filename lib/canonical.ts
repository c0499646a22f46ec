// What a hash is of, a report's or an audit row's: RFC 8785 canonical JSON, so that anybody can compute it again from what is stored.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256, as 64 hexadecimal digits. TypeError when the content is nothing JSON can say. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalJson(content), "utf8").digest("hex");
}

/** The same text for the same content, in whatever order its members came. TypeError when it is nothing JSON can say. */
export function canonicalJson(content: unknown): string {
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError("There is nothing to hash.");
  return text;
}
