// The HTTP API: every operation, for keys.
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { env } from "#lib/env.ts";
import { httpDoor } from "#lib/http-door.ts";
import { operations } from "#lib/operations.ts";
import { Refusal } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

async function authenticate(request: Request): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const caller = await callerOfKey(bearer ?? request.headers.get("x-api-key") ?? "");
  if (caller) return caller;
  throw new Refusal("unauthenticated", "Send a live API key as Authorization: Bearer.", { headers: { "www-authenticate": "Bearer" } });
}

const handle = httpDoor({ base: () => `${env().APP_URL}/api/v1`, operations, authenticate, bodyLimit: 100_000 });

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
