// The HTTP API: every operation, for keys.
import { admit } from "#lib/api-keys/admit.ts";
import { once } from "#lib/api-keys/once.ts";
import { recordDenial } from "#lib/audit/denials.ts";
import { env } from "#lib/env.ts";
import { httpDoor } from "#lib/http-door.ts";
import { operations } from "#lib/operations.ts";

const handle = httpDoor({ base: () => `${env().APP_URL}/api/v1`, operations, admit, refused: recordDenial, once, bodyLimit: 100_000 });

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
