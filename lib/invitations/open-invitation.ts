// What an invitation still opens, looked up by its token. Looking uses nothing up: previews and scanners of mail look too. One that was used,
// withdrawn, has expired or never was gets one answer.
import { systemRead, type SystemQuery } from "#db/system.ts";
import type { Role } from "#db/vocabulary.ts";
import { sha256 } from "#lib/crypto.ts";
import { stateOf } from "#lib/invitations/invitation.ts";
import { findInvitation } from "#lib/invitations/queries.ts";
import { nameOf } from "#lib/people/names.ts";
import { membershipsOf } from "#lib/people/queries.ts";
import { Refusal } from "#lib/refusal.ts";

export type OpenInvitation = { id: string; role: Role; email: string | null; invitedBy: string; organisations: readonly { tenantId: string; name: string }[] };

/** For the page that asks whether to accept; nothing when there is nothing to accept. */
export async function lookAtInvitation(token: string): Promise<OpenInvitation | undefined> {
  return systemRead((q) => findOpenInvitation(q, token, new Date()));
}

/** Refusals: "notFound" when it does not hold, "invalid" when it is for another e-mail. */
export async function requireOpenInvitation(q: SystemQuery, token: string, email: string): Promise<OpenInvitation> {
  const invitation = await findOpenInvitation(q, token, new Date());
  if (!invitation) throw deadInvitation();
  if (invitation.email === null || invitation.email === email) return invitation;
  const detail = "This invitation is for another e-mail. Use the address that it was meant for, or ask for a new one.";
  throw new Refusal("invalid", detail, { faults: [{ pointer: "/email", detail }] });
}

export function deadInvitation(): Refusal {
  return new Refusal("notFound", "This invitation has been used or withdrawn, or has expired. Ask whoever sent it for a new one.");
}

/** With those of its organisations that its maker still belongs to; when none is left of some, it does not hold. */
async function findOpenInvitation(q: SystemQuery, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const row = await findInvitation(q, { tokenHash: sha256(token) });
  if (!row || stateOf(row, now) !== "open") return undefined;
  const { id, role, email, tenantIds, inviter } = row;
  const organisations = (await membershipsOf(q, inviter.id)).filter(({ tenantId }) => tenantIds.includes(tenantId));
  if (tenantIds.length > 0 && organisations.length === 0) return undefined;
  return { id, role, email, invitedBy: nameOf(inviter), organisations: organisations.map(({ tenantId, name }) => ({ tenantId, name })) };
}
