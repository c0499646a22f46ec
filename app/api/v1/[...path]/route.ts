// The HTTP API: every operation, for keys.
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { recordDeadKey } from "#lib/api-keys/dead-key.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { env } from "#lib/env.ts";
import { httpDoor } from "#lib/http-door.ts";
import { operations } from "#lib/operations.ts";
import { originOf } from "#lib/people/origin.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

async function authenticate(request: Request): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const key = bearer ?? request.headers.get("x-api-key") ?? "";
  const origin = originOf(request.headers);
  const caller = await callerOfKey(key, new Date(), origin);
  if (caller) return caller;
  await recordDeadKey(key, origin);
  throw new Refusal("unauthenticated", "Send a live API key as Authorization: Bearer.", { headers: { "www-authenticate": "Bearer" } });
}

const handle = httpDoor({ base: () => `${env().APP_URL}/api/v1`, operations, authenticate, refused: recordDenial, bodyLimit: 100_000 });

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
