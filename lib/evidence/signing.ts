// The signature of an installation: Ed25519, under a key that follows from the first of ENCRYPTION_KEYS, so that nothing has to be kept for it and
// the same pack is signed alike each time. Whoever has the database alone cannot sign. docs/decisions/060 says why.
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { firstEncryptionKey, sha256 } from "#lib/crypto.ts";
import type { Signature } from "#lib/evidence/pack.ts";

/** What stands before the 32 bytes of a seed in a private key of the form PKCS #8. */
const beforeSeed = Buffer.from("302e020100300506032b657004220420", "hex");

export function signed(content: Buffer): Signature {
  const key = privateKey();
  return { algorithm: "Ed25519", publicKey: written(key), signature: sign(null, content, key).toString("base64") };
}

/** The public key that packs of this installation are signed with, as base64 of its SPKI form. */
export function publicKey(): string {
  return written(privateKey());
}

/** Short enough to be read to somebody: SHA-256 of the public key. */
export function fingerprint(key: string): string {
  return sha256(key);
}

export function isSignedBy({ publicKey: key, signature }: Signature, content: Buffer): boolean {
  try {
    return verify(null, content, createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" }), Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

function privateKey(): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", firstEncryptionKey(), Buffer.alloc(0), "daybook evidence signature 1", 32));
  return createPrivateKey({ key: Buffer.concat([beforeSeed, seed]), format: "der", type: "pkcs8" });
}

function written(key: KeyObject): string {
  return createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64");
}
