// A person's own API keys: seen, made and revoked by them, at the screen. These are no operations of the HTTP API: whoever got hold of a key
// could otherwise make another one that outlives it.
import { z } from "zod";
import { systemRead, systemTransaction, type SystemQuery } from "#db/system.ts";
import { makeKey } from "#lib/api-keys/key.ts";
import { hasLiveKeyNamed, insertKey, keysOf, revokeKey as revoke } from "#lib/api-keys/queries.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { sha256 } from "#lib/crypto.ts";
import { addDays, isDay } from "#lib/day.ts";
import { accept } from "#lib/operation.ts";
import { reachOf } from "#lib/people/caller.ts";
import { findUser, membershipsOf } from "#lib/people/queries.ts";
import { keyPermissionsOf, permissions, type Permission } from "#lib/permissions.ts";
import { refuse } from "#lib/refusal.ts";
import { type Caller, permit } from "#lib/scope.ts";

export type OwnKey = Awaited<ReturnType<typeof ownKeys>>["keys"][number];
export type MadeKey = { name: string; key: string };

const wishes = z.strictObject({
  name: z.string().trim().min(1, "Give the key a name, so that you know it again.").max(255, "A name can have 255 characters at most."),
  permissions: z.array(z.enum(permissions)).min(1, "Choose at least one thing the key may do."),
  /** Null: every organisation of its owner, also those that come later. */
  tenantIds: z.array(z.uuid()).min(1, "Choose at least one organisation, or all.").nullable(),
  /** The last day on which it opens, at Greenwich. */
  lastDay: z.string().refine(isDay, "Give the day as YYYY-MM-DD, or leave it empty.").nullable(),
});

/** The caller's keys, live ones first, with what a new one may be given. */
export async function ownKeys(caller: Caller, now: Date) {
  permit(caller, "keys:manage");
  return systemRead(async (q) => {
    const { offered, organisations } = await whatIsTheirs(q, caller.userId);
    const rows = await keysOf(q, caller.userId);
    const keys = rows.map(({ tenantIds, ...key }) => ({ ...key, organisations: tenantIds?.map((id) => nameOf(organisations, id)) ?? null, state: stateOf(key, now) }));
    return { keys: keys.toSorted((one, other) => Number(other.state === "live") - Number(one.state === "live")), offered, organisations };
  });
}

/** The key, this once. Refusal "invalid" at the field. */
export async function createKey(caller: Caller, input: unknown, now: Date): Promise<MadeKey> {
  permit(caller, "keys:manage");
  const wish = accept(wishes, input);
  const expiresAt = wish.lastDay === null ? null : endOf(wish.lastDay, now);
  const { keyId, key } = makeKey();
  await systemTransaction(async (tx) => {
    const { offered, organisations } = await whatIsTheirs(tx, caller.userId);
    if (!wish.permissions.every((permission) => offered.includes(permission))) wrong("permissions", "A key can be given only what you may do yourself.");
    if (wish.tenantIds?.some((id) => !organisations.some((organisation) => organisation.id === id))) wrong("tenantIds", "Choose among your organisations.");
    if (await hasLiveKeyNamed(tx, caller.userId, wish.name, now)) wrong("name", "You have a key of this name already. Choose another name, or revoke that key first.");
    await insertKey(tx, { userId: caller.userId, name: wish.name, keyId, key: sha256(key), permissions: wish.permissions, tenantIds: wish.tenantIds, expiresAt });
    await record(tx, "apiKey.created", { actor: actorOf(caller), resource: { type: "ApiKey", id: keyId }, details: { name: wish.name, permissions: wish.permissions.join(" ") } });
  });
  return { name: wish.name, key };
}

/** From its next request on the key opens nothing. Refusal "notFound" for somebody else's, and for one that is revoked already. */
export async function revokeKey(caller: Caller, id: string, now: Date): Promise<void> {
  permit(caller, "keys:manage");
  const isId = z.uuid().safeParse(id).success;
  await systemTransaction(async (tx) => {
    const { keyId, name } = (isId ? await revoke(tx, caller.userId, id, now) : undefined) ?? refuse("notFound", "There is no such key of yours, or it is revoked already.");
    await record(tx, "apiKey.revoked", { actor: actorOf(caller), resource: { type: "ApiKey", id: keyId }, details: { name } });
  });
}

async function whatIsTheirs(q: SystemQuery, userId: string): Promise<{ offered: Permission[]; organisations: { id: string; name: string }[] }> {
  const person = (await findUser(q, userId)) ?? refuse("notFound", "There is no such person.");
  const memberships = await membershipsOf(q, userId);
  const reach = reachOf(userId, person.role, memberships, keyPermissionsOf);
  const theirs = new Set([...reach.permissions, ...reach.scopes.flatMap((scope) => scope.permissions)]);
  return { offered: permissions.filter((permission) => theirs.has(permission)), organisations: memberships.map(({ tenantId, name }) => ({ id: tenantId, name })) };
}

function stateOf({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): "live" | "revoked" | "expired" {
  if (revokedAt) return "revoked";
  return expiresAt && expiresAt <= now ? "expired" : "live";
}

function nameOf(organisations: readonly { id: string; name: string }[], id: string): string {
  return organisations.find((organisation) => organisation.id === id)?.name ?? "one you left";
}

function endOf(lastDay: string, now: Date): Date {
  const end = new Date(`${addDays(lastDay, 1)}T00:00:00Z`);
  return end > now ? end : wrong("lastDay", "This day is over. Choose a later one, or leave it empty.");
}

function wrong(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}
