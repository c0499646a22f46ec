// A file made of a stored report, to somebody who is signed in and may read it.
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { fileResponse } from "#lib/file-response.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { one, type Scope } from "#lib/scope.ts";

export type ReportContext = { params: Promise<{ organisation: string; report: string }> };

export async function fileOfReport(request: Request, { params }: ReportContext, make: (scope: Scope, id: string) => Promise<File>): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    const { organisation, report } = await params;
    return fileResponse(await make(one(caller, "reports:read", { tenantId: organisation }), report));
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
