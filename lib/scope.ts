// Scope first: who asks, for which organisation, and what they may do there. Only the session and the API key make one; every function on
// an organisation's data takes it through its door.
import type { Permission } from "#lib/permissions.ts";
import { Refusal } from "#lib/refusal.ts";

/** How a request came, for the audit: by which key (its public eight characters), from where and with what program, as far as it says. */
export type Trace = { keyId: string | null; ipAddress: string | null; userAgent: string | null };

export type Scope = { userId: string; tenantId: string; permissions: readonly Permission[]; via: "session" | "key" | "worker"; trace?: Trace };

/** Who asks, and everything they may reach. `permissions` are those that are bound to no organisation (members, connecting a new one). */
export type Caller = { id: string; userId: string; permissions: readonly Permission[]; scopes: readonly Scope[]; trace?: Trace };

export type Reach = Scope | readonly Scope[] | Caller;

/** The scope for one organisation; "not yours" and "not there" are the same answer. */
export function one(caller: Caller, needs: Permission | null, input: { tenantId: string }): Scope {
  const scope = scopeOf(caller.scopes, input.tenantId);
  permit(scope, needs);
  return scope;
}

/** The scopes for the organisations named, or for all in which the caller has the permission. */
export function many(caller: Caller, needs: Permission | null, input: { tenantId?: string[] | undefined }): readonly Scope[] {
  const asked = input.tenantId?.map((tenantId) => one(caller, needs, { tenantId }));
  return asked ?? caller.scopes.filter((scope) => allows(scope, needs));
}

/** Of several scopes, that of an organisation found within them. Refusal "notFound" where it is none of them. */
export function scopeOf(scopes: readonly Scope[], tenantId: string): Scope {
  const scope = scopes.find((candidate) => candidate.tenantId === tenantId);
  if (!scope) throw new Refusal("notFound", "There is no such organisation, or it is not yours.");
  return scope;
}

/** No organisation at all: the caller as such. */
export function none(caller: Caller): Caller {
  return caller;
}

/** The organisations that a reach takes in. */
export function tenantsWithin(reach: Reach): string[] {
  if ("scopes" in reach) return reach.scopes.map(({ tenantId }) => tenantId);
  return "tenantId" in reach ? [reach.tenantId] : reach.map(({ tenantId }) => tenantId);
}

/** Every organisation asked about must allow it; a caller at large must have it somewhere. Refusal "forbidden" naming the permission. */
export function permit(reach: Reach, needs: Permission | null): void {
  if (needs === null || allows(reach, needs)) return;
  throw new Refusal("forbidden", `This needs the permission ${needs}.`, { tenantId: lackingIn(reach, needs) });
}

export function allows(reach: Reach, needs: Permission | null): boolean {
  if (needs === null) return true;
  if ("scopes" in reach) return reach.permissions.includes(needs) || reach.scopes.some((scope) => scope.permissions.includes(needs));
  return "tenantId" in reach ? reach.permissions.includes(needs) : reach.every((scope) => scope.permissions.includes(needs));
}

/** The first organisation that refuses; none where the caller lacks the permission as such. */
function lackingIn(reach: Reach, needs: Permission): string | null {
  if ("scopes" in reach) return null;
  const scopes = "tenantId" in reach ? [reach] : reach;
  return scopes.find((scope) => !scope.permissions.includes(needs))?.tenantId ?? null;
}
