// Secrets at rest: AES-256-GCM with a fresh nonce, bound to the place it is kept in (table, column, row), so that a value moved to another
// row does not open. The key's name is in the value: old keys open what they closed until it has been written again under the first.
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

/** Where a secret is kept, as table.column.row. */
export type Place = { table: string; column: string; row: string };

const version = "v1";
const algorithm = "aes-256-gcm";
const authTagLength = 16;

export function encrypt(plain: string, place: Place): string {
  const current = currentKey();
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, current.key, nonce, { authTagLength });
  cipher.setAAD(bound(place));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return written(current.name, nonce, body);
}

/** Throws when the value was changed, belongs to another place, or its key is gone. */
export function decrypt(value: string, place: Place): string {
  const [, name = "", nonceText = "", bodyText = ""] = value.split(".");
  const [nonce, body] = [Buffer.from(nonceText, "base64url"), Buffer.from(bodyText, "base64url")];
  // Base64 forgives what it should not (a stray bit at the end, a foreign letter), so only what we would have written ourselves is read.
  if (written(name, nonce, body) !== value) throw new Error("A secret is not in the form it was kept in: it was changed, or cut off.");
  const entry = keyring().find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`A secret was encrypted with the key "${name}", which is not in ENCRYPTION_KEYS. Put that key back beside the new one.`);
  const decipher = createDecipheriv(algorithm, entry.key, nonce, { authTagLength });
  decipher.setAAD(bound(place));
  decipher.setAuthTag(body.subarray(-authTagLength));
  return Buffer.concat([decipher.update(body.subarray(0, -authTagLength)), decipher.final()]).toString("utf8");
}

/** Whether the key that new secrets are encrypted with opens this one. */
export function isUnderFirstKey(value: string): boolean {
  return value.split(".")[1] === keyring()[0]?.name;
}

/** For a key that follows from it, never to encrypt with. */
export function firstEncryptionKey(): Buffer {
  return currentKey().key;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A token for a link or a state: 32 random bytes, to be kept only as their hash. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
}

function written(name: string, nonce: Buffer, body: Buffer): string {
  return [version, name, nonce.toString("base64url"), body.toString("base64url")].join(".");
}

function bound({ table, column, row }: Place): Buffer {
  return Buffer.from([version, table, column, row].join("|"));
}

function currentKey() {
  const [current] = keyring();
  if (!current) throw new Error("ENCRYPTION_KEYS holds no key.");
  return current;
}

function keyring() {
  return env()
    .ENCRYPTION_KEYS.split(",")
    .map((entry) => {
      const split = entry.indexOf(":");
      return { name: entry.slice(0, split), key: Buffer.from(entry.slice(split + 1), "base64") };
    });
}
