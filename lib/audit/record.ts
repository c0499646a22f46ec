// Writes down that something happened, in the transaction in which it happens: if that is rolled back, so is this, and its place in the
// chain is free again. A transaction of an organisation adds to that organisation's chain. A system transaction says whose it is, and
// without an organisation it is the installation's. Call it last: from here to the commit nobody else can add to the chain.
import { v7 as uuidv7 } from "uuid";
import { storable } from "#db/codec.ts";
import type { Transaction } from "#db/index.ts";
import type { SystemTransaction } from "#db/system.ts";
import type { auditStatuses } from "#db/vocabulary.ts";
import { type Action, actions } from "#lib/audit/actions.ts";
import type { Actor } from "#lib/audit/actor.ts";
import { chainHash, type Said } from "#lib/audit/chain.ts";
import { advanceChain, insertAuditRow } from "#lib/audit/queries.ts";

/** What is worth knowing later. Never a secret, a token, a password or a body. */
type Details = Record<string, string | number | boolean | null>;

export type AuditEvent = {
  actor: Actor;
  /** "success" unless it says otherwise. */
  status?: (typeof auditStatuses)[number];
  /** Our id of it, in a system transaction; a transaction of an organisation knows its own. */
  organisationId?: string;
  resource?: { type: string; id: string };
  details?: Details;
  correlationId?: string;
};

export async function record(tx: Transaction | SystemTransaction, action: Action, event: AuditEvent): Promise<void> {
  const organisationId = "tenantId" in tx ? tx.tenantId : (event.organisationId ?? null);
  const { sequence, prevHash } = await advanceChain(tx, organisationId);
  const said = saidOf(action, event, organisationId, sequence);
  await insertAuditRow(tx, { ...said, userId: event.actor.userId, tenantId: organisationId, prevHash, hash: chainHash(prevHash, said) });
}

function saidOf(action: Action, { actor, status = "success", resource, details, correlationId }: AuditEvent, organisationId: string | null, sequence: number): Said {
  return {
    id: uuidv7(),
    action,
    ...actions[action],
    details: plain({ ...details, ...(actor.keyId === null ? {} : { key: actor.keyId }) }),
    ipAddress: cut(actor.ipAddress, 45),
    userAgent: cut(actor.userAgent, 255),
    actorId: actor.userId,
    organisationId,
    actorType: actor.type,
    status,
    resourceType: resource?.type ?? null,
    resourceId: resource?.id ?? null,
    correlationId: correlationId ?? null,
    sequence,
    createdAt: new Date(),
  };
}

/** As they are given back, or the hash would not be of what is stored. */
function plain(details: Details): Details | null {
  const pairs = Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? storable(value) : value] as const);
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function cut(text: string | null, length: number): string | null {
  return text === null ? null : storable(text.slice(0, length));
}
