// Who is let through the HTTP door: somebody with a live key, as often as it may ask.
import { callerOfKey, type KeyCaller } from "#lib/api-keys/caller-of-key.ts";
import { recordDeadKey } from "#lib/api-keys/dead-key.ts";
import { takeToken } from "#lib/api-keys/rate-limit.ts";
import { originOf } from "#lib/people/origin.ts";
import { Refusal } from "#lib/refusal.ts";

export type Admitted = { caller: KeyCaller; headers: Record<string, string> };

/** `headers` go with whatever is answered. Refusals "unauthenticated" and "tooMany". */
export async function admit(request: Request): Promise<Admitted> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? request.headers.get("x-api-key") ?? "";
  const origin = originOf(request.headers);
  const caller = await callerOfKey(key, new Date(), origin);
  if (caller) return { caller, headers: takeToken(caller.key.keyId, caller.key.rateLimit) };
  await recordDeadKey(key, origin);
  throw new Refusal("unauthenticated", "Send a live API key as Authorization: Bearer.", { headers: { "www-authenticate": "Bearer" } });
}
