// Doing a thing once, however often it is asked for: a client that heard no answer asks again under the same Idempotency-Key and is told
// what the first time came to. What the doors need to know of it; lib/api-keys/once.ts keeps it.
import type { Caller } from "#lib/scope.ts";

/** An answer as it goes over the wire. */
export type Written = { status: number; headers: Record<string, string>; body: string };

/** `request` is everything that makes two requests the same; `tenantIds` are the organisations within reach of this one. */
export type Errand = { caller: Caller; operation: string; key: string; request: string; tenantIds: readonly string[] };

export type Once = (errand: Errand, work: () => Promise<Written>) => Promise<Written>;
