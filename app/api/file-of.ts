// A file of an organisation, to somebody who is signed in and may have it.
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { fileResponse } from "#lib/file-response.ts";
import type { Permission } from "#lib/permissions.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { one, type Scope } from "#lib/scope.ts";

type Asked = { request: Request; organisation: string; needs: Permission };

export async function fileOf({ request, organisation: tenantId, needs }: Asked, make: (scope: Scope) => Promise<File>): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    return fileResponse(await make(one(caller, needs, { tenantId })));
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
