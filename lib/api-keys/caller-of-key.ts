// Who asks by key: its owner, with what the key allows and a key of the owner's still may, in the organisations that both reach.
import { systemRead, systemTransaction } from "#db/system.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { type ApiKeyRow, findLiveKey, markUsed } from "#lib/api-keys/queries.ts";
import { sameText, sha256 } from "#lib/crypto.ts";
import { nowhere, reachOf, traced } from "#lib/people/caller.ts";
import { findUser, membershipsOf, type Origin } from "#lib/people/queries.ts";
import { keyPermissionsOf, type Permission } from "#lib/permissions.ts";
import type { Caller } from "#lib/scope.ts";

const minute = 60_000;

export type KeyCaller = Caller & { key: Pick<ApiKeyRow, "keyId" | "name" | "rateLimit"> };

/** Nothing when the key is unknown, revoked or expired, or its owner deactivated. */
export async function callerOfKey(key: string, now = new Date(), origin: Origin = nowhere): Promise<KeyCaller | undefined> {
  const keyId = keyIdOf(key);
  if (!keyId) return undefined;
  const found = await systemRead(async (q) => {
    const row = await findLiveKey(q, keyId, now);
    const owner = row && (await findUser(q, row.userId));
    return row && owner?.status === "active" ? { row, reach: reachOf(owner.id, owner.role, await membershipsOf(q, owner.id), keyPermissionsOf) } : undefined;
  });
  if (!found || !sameText(found.row.key, sha256(key))) return undefined;
  const { row, reach } = found;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > minute) await systemTransaction((tx) => markUsed(tx, row.id, now));
  return { id: row.id, key: { keyId, name: row.name, rateLimit: row.rateLimit }, ...traced(within(row, reach), { keyId, ...origin }) };
}

function within(row: ApiKeyRow, reach: Omit<Caller, "id">): Omit<Caller, "id"> {
  const allowed = (permission: Permission) => row.permissions.includes(permission);
  const scopes = reach.scopes
    .filter(({ tenantId }) => row.tenantIds === null || row.tenantIds.includes(tenantId))
    .map((scope) => ({ ...scope, permissions: scope.permissions.filter(allowed), via: "key" as const }));
  return { userId: reach.userId, permissions: reach.permissions.filter(allowed), scopes };
}
