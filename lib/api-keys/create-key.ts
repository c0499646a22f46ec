import { systemTransaction } from "#db/system.ts";
import { makeKey } from "#lib/api-keys/key.ts";
import { insertKey, revokeKeysNamed } from "#lib/api-keys/queries.ts";
import { type Actor, daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { sha256 } from "#lib/crypto.ts";
import type { Permission } from "#lib/permissions.ts";

type NewKey = { userId: string; name: string; permissions: readonly Permission[]; tenantIds: readonly string[] | null };

/** Makes a key in place of any earlier one of that name, and gives it, this once. */
export async function replaceKey({ userId, name, permissions, tenantIds }: NewKey, actor: Actor = { ...daybook, userId }): Promise<string> {
  const { keyId, key } = makeKey();
  await systemTransaction(async (tx) => {
    const revoked = await revokeKeysNamed(tx, userId, name, new Date());
    await insertKey(tx, { userId, name, keyId, key: sha256(key), permissions: [...permissions], tenantIds: tenantIds === null ? null : [...tenantIds] });
    for (const id of revoked) await record(tx, "apiKey.revoked", { actor, resource: { type: "ApiKey", id }, details: { name } });
    await record(tx, "apiKey.created", { actor, resource: { type: "ApiKey", id: keyId }, details: { name, permissions: permissions.join(" ") } });
  });
  return key;
}
