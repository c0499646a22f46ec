// Whatever changes a draft takes it first: of two who change it at once one waits, and neither changes what is being issued.
import { readMany, type Transaction, transaction } from "#db/index.ts";
import { type OpenPack, openPack } from "#lib/packs/open-pack.ts";
import { type Pack, toPack } from "#lib/packs/pack.ts";
import { findPack, touchDraft } from "#lib/packs/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { type Scope, scopeOf } from "#lib/scope.ts";

/** Refusal "notFound" for what is not there and for what is not theirs. */
export async function scopeOfPack(scopes: readonly Scope[], id: string): Promise<Scope> {
  const { tenantId } = (await readMany(scopes, (q) => findPack(q, id))) ?? noPack();
  return scopeOf(scopes, tenantId);
}

/** Refusal "conflict" where it is issued. */
export async function takeDraft(tx: Transaction, id: string): Promise<OpenPack> {
  if (await touchDraft(tx, id)) return requirePack(tx, id);
  const { pack } = await requirePack(tx, id);
  return refuse("conflict", `“${pack.name}” is issued, and what is issued stays as it is. Nothing was changed; make the pack again to change it.`);
}

/** The draft as it is after `work`. */
export async function changeDraft(scopes: readonly Scope[], id: string, work: (tx: Transaction, draft: OpenPack) => Promise<void>): Promise<Pack> {
  return transaction(await scopeOfPack(scopes, id), async (tx) => {
    await work(tx, await takeDraft(tx, id));
    return toPack(await requirePack(tx, id));
  });
}

export async function requirePack(q: Parameters<typeof openPack>[0], id: string): Promise<OpenPack> {
  return (await openPack(q, id)) ?? noPack();
}

export function noPack(): never {
  return refuse("notFound", "There is no such pack, or it is not yours.");
}
