// Somebody came with a key that was once good: revoked, expired, or its owner deactivated. Its secret is right, so we know whose it is, and
// since each of its tries is a row, it may ask no more often than a live one.
import { systemRead, systemTransaction } from "#db/system.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { findKey } from "#lib/api-keys/queries.ts";
import { takeToken } from "#lib/api-keys/rate-limit.ts";
import { record } from "#lib/audit/record.ts";
import { sameText, sha256 } from "#lib/crypto.ts";
import type { Origin } from "#lib/people/queries.ts";

/** Writes the denial down; nothing for what was never a key. Refusal "tooMany". */
export async function recordDeadKey(key: string, origin: Origin): Promise<void> {
  const keyId = keyIdOf(key);
  const row = keyId === undefined ? undefined : await systemRead((q) => findKey(q, keyId));
  if (!row || !sameText(row.key, sha256(key))) return;
  takeToken(row.keyId, row.rateLimit);
  const actor = { type: "key", userId: row.userId, keyId: row.keyId, ...origin } as const;
  const reason = row.revokedAt ? "The key was revoked." : "The key has expired, or its owner may not sign in.";
  await systemTransaction((tx) => record(tx, "access.denied", { actor, status: "denied", resource: { type: "ApiKey", id: row.keyId }, details: { reason } }));
}
