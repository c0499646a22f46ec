// A stored report as a file, for the menu of its page.
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { accept } from "#lib/operation.ts";
import { fileResponse } from "#lib/file-response.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { exportReport } from "#lib/reports/read-reports.ts";
import { one } from "#lib/scope.ts";

type Context = { params: Promise<{ organisation: string; report: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    const { organisation, report: id } = await params;
    const scope = one(caller, "reports:read", { tenantId: organisation });
    const asked = accept(exportReport.input, { id, format: new URL(request.url).searchParams.get("format") });
    return fileResponse(await exportReport.run([scope], asked));
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
