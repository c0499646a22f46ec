// Which of the connections that a Xero login has are worth keeping after a consent, and which of them the consent was about. Xero lists all of
// them each time: those of earlier consents, those it takes away a little later because somebody disconnected them here, and
// those that an Admin took this person's membership of.
import type { tenantTypes } from "#db/vocabulary.ts";
import { Refusal } from "#lib/refusal.ts";
import type { XeroConnection } from "#lib/xero/oauth.ts";

export type Consented = XeroConnection & { kind: (typeof tenantTypes)[number] };

const kinds: Readonly<Record<string, Consented["kind"]>> = { ORGANISATION: "Organization", PRACTICE: "Practice" };

/**
 * Those to keep, the newest last. One that was disconnected here, or whose member they are no more, comes back by a consent of its own only. Refusal "invalid" when nothing is
 * left, or when the consent is about something that Daybook does not know.
 */
export function consented(connections: readonly XeroConnection[], authEventId: string | null, left: readonly string[]): Consented[] {
  const isMeant = meantBy(connections, authEventId);
  const stranger = connections.find((connection) => isMeant(connection) && !kinds[connection.tenantType]);
  if (stranger) throw new Refusal("invalid", `Xero calls ${stranger.name} a ${stranger.tenantType}, which Daybook does not know, so nothing was connected. Choose an organisation when Xero asks.`);
  const kept = connections.filter((connection) => isMeant(connection) || !left.includes(connection.xeroTenantId));
  const known = kept.flatMap((connection) => (kinds[connection.tenantType] ? [{ ...connection, kind: kinds[connection.tenantType] ?? "Organization" }] : []));
  if (known.length === 0) throw new Refusal("invalid", "This Xero sign-in reaches no organisation that has books. Choose an organisation when Xero asks.");
  return known.toSorted((one, other) => Number(isMeant(one)) - Number(isMeant(other)) || (one.updatedAt < other.updatedAt ? -1 : Number(one.updatedAt > other.updatedAt)));
}

/** By the id of the consent; where Xero does not say it, those that changed last. */
function meantBy(connections: readonly XeroConnection[], authEventId: string | null): (connection: XeroConnection) => boolean {
  if (connections.some((connection) => authEventId !== null && connection.authEventId === authEventId)) return (connection) => connection.authEventId === authEventId;
  const latest = connections.map(({ updatedAt }) => updatedAt).toSorted().at(-1);
  return ({ updatedAt }) => updatedAt === latest;
}
