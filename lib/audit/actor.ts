// Who did it: a person, a person by a key, or Daybook itself. A key is the instrument of its owner, so the actor is the person, and the key
// is named beside.
import type { auditActorTypes } from "#db/vocabulary.ts";
import type { Trace } from "#lib/scope.ts";

export type Actor = { type: (typeof auditActorTypes)[number]; userId: string | null; keyId: string | null } & Pick<Trace, "ipAddress" | "userAgent">;

/** The worker, and commands typed on the machine itself. */
export const daybook: Actor = { type: "system", userId: null, keyId: null, ipAddress: null, userAgent: null };

/** A scope or a caller; without a trace it was made by no request. */
export function actorOf({ userId, trace }: { userId: string; trace?: Trace | undefined }): Actor {
  if (!trace) return { ...daybook, userId };
  const { keyId, ipAddress, userAgent } = trace;
  return { type: keyId === null ? "user" : "key", userId, keyId, ipAddress, userAgent };
}

/** Somebody at the way in, who has no session yet. `userId` is null for whom nobody knows. */
export function visitor(userId: string | null, { ipAddress, userAgent }: Pick<Trace, "ipAddress" | "userAgent">): Actor {
  return { type: "user", userId, keyId: null, ipAddress, userAgent };
}
