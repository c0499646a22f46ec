import { systemTransaction } from "#db/system.ts";
import { makeKey } from "#lib/api-keys/key.ts";
import { insertKey, revokeKeysNamed } from "#lib/api-keys/queries.ts";
import { sha256 } from "#lib/crypto.ts";
import type { Permission } from "#lib/permissions.ts";

type NewKey = { userId: string; name: string; permissions: readonly Permission[]; tenantIds: readonly string[] | null };

/** Makes a key in place of any earlier one of that name, and gives it, this once. */
export async function replaceKey({ userId, name, permissions, tenantIds }: NewKey): Promise<string> {
  const { keyId, key } = makeKey();
  await systemTransaction(async (tx) => {
    await revokeKeysNamed(tx, userId, name, new Date());
    await insertKey(tx, { userId, name, keyId, key: sha256(key), permissions: [...permissions], tenantIds: tenantIds === null ? null : [...tenantIds] });
  });
  return key;
}
