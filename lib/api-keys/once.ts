// An Idempotency-Key is claimed before the work and carries its answer afterwards, for a day. It counts for one API key and one operation;
// the request behind it must be the same. Work that was refused or broke has changed nothing, so it leaves the key free for another try.
// Somebody who died at it loses the claim after two minutes, longer than any request runs. An answer may hold a secret that is shown once, so it is
// kept encrypted.
import { v7 as uuidv7 } from "uuid";
import { systemTransaction } from "#db/system.ts";
import { type Answered, claim, findAnswered, forgetClaim, keepAnswer } from "#lib/api-keys/idempotency-queries.ts";
import { decrypt, encrypt, type Place, sha256 } from "#lib/crypto.ts";
import type { Errand, Once, Written } from "#lib/once.ts";
import { refuse } from "#lib/refusal.ts";

const day = 24 * 60 * 60_000;
const lease = 2 * 60_000;

/** Refusals: "invalid" for another request under the same key, "conflict" while the first one runs. */
export const once: Once = async (errand, work) => {
  const id = uuidv7();
  const earlier = await begin(id, errand, new Date());
  if (earlier) return replay(earlier, errand);
  try {
    const written = await work();
    await systemTransaction((tx) => keepAnswer(tx, id, { ...written, body: encrypt(written.body, placeOfAnswer(id)) }));
    return written;
  } catch (error) {
    await systemTransaction((tx) => forgetClaim(tx, id));
    throw error;
  }
};

/** Nothing when the claim is ours. */
function begin(id: string, { caller, operation, key, request, tenantIds }: Errand, now: Date): Promise<Answered | undefined> {
  const [leaseUntil, expiresAt] = [new Date(now.getTime() + lease), new Date(now.getTime() + day)];
  const mine = { id, apiKeyId: caller.id, operation, key, requestHash: sha256(request), tenantIds: [...tenantIds], leaseUntil, expiresAt };
  return systemTransaction(async (tx) => ((await claim(tx, mine, now)) ? undefined : findAnswered(tx, mine)));
}

/** What was answered then is told again only to those who still reach what it is about. */
function replay({ id, requestHash, status, headers, body, tenantIds }: Answered, errand: Errand): Written {
  if (requestHash !== sha256(errand.request)) return refuse("invalid", "This Idempotency-Key came with another request before. Take a new key for a new request.");
  if (status === null) return refuse("conflict", "The first request with this Idempotency-Key is still running. Ask again in a moment.", { headers: { "retry-after": "1" } });
  if (!tenantIds.every((id) => errand.tenantIds.includes(id))) return refuse("notFound", "What this was about is no longer yours to see.");
  return { status, headers: { ...headers, "idempotency-replayed": "true" }, body: body === null ? "" : decrypt(body, placeOfAnswer(id)) };
}

export function placeOfAnswer(row: string): Place {
  return { table: "IdempotencyKeys", column: "body", row };
}
