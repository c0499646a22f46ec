// What the API can do, for programs: public, so that a client can be made before there is a key.
import { env } from "#lib/env.ts";
import { openApi } from "#lib/openapi/document.ts";
import { operations } from "#lib/operations.ts";

export function GET(): Response {
  return Response.json(openApi(operations, `${env().APP_URL}/api/v1`), { headers: { "access-control-allow-origin": "*" } });
}
