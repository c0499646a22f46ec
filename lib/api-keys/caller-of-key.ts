// Who asks by key: its owner, with what the key allows and the owner still has, in the organisations that both reach.
import { systemRead, systemTransaction } from "#db/system.ts";
import { keyIdOf } from "#lib/api-keys/key.ts";
import { findLiveKey, markUsed } from "#lib/api-keys/queries.ts";
import { sameText, sha256 } from "#lib/crypto.ts";
import { nowhere, reachOf } from "#lib/people/caller.ts";
import { findUser, membershipsOf, type Origin } from "#lib/people/queries.ts";
import type { Permission } from "#lib/permissions.ts";
import type { Caller } from "#lib/scope.ts";

const minute = 60_000;

/** Nothing when the key is unknown, revoked or expired, or its owner deactivated. */
export async function callerOfKey(key: string, now = new Date(), origin: Origin = nowhere): Promise<Caller | undefined> {
  const keyId = keyIdOf(key);
  if (!keyId) return undefined;
  const found = await systemRead(async (q) => {
    const row = await findLiveKey(q, keyId, now);
    const owner = row && (await findUser(q, row.userId));
    return row && owner?.status === "active" ? { row, owner, memberships: await membershipsOf(q, owner.id) } : undefined;
  });
  if (!found || !sameText(found.row.key, sha256(key))) return undefined;
  const { row, owner, memberships } = found;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) > minute) await systemTransaction((tx) => markUsed(tx, row.id, now));
  const allowed = (permission: Permission) => row.permissions.includes(permission);
  const reach = reachOf(owner.id, owner.role, memberships, { keyId: row.keyId, ...origin });
  const scopes = reach.scopes
    .filter(({ tenantId }) => row.tenantIds === null || row.tenantIds.includes(tenantId))
    .map((scope) => ({ ...scope, permissions: scope.permissions.filter(allowed), via: "key" as const }));
  return { ...reach, id: row.id, permissions: reach.permissions.filter(allowed), scopes };
}
