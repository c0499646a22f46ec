// What the palette offers among reports. A program asks, so it is told what is wrong instead of being led to a page.
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { listStoredReports } from "#lib/reports/read-reports.ts";
import { allows, one } from "#lib/scope.ts";

type Context = { params: Promise<{ organisation: string }> };

const most = 12;

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    const scope = one(caller, "reports:read", { tenantId: (await params).organisation });
    const { data } = await listStoredReports.run([scope], { limit: most });
    const reports = data.map(({ id, name }) => ({ href: `/o/${scope.tenantId}/reports/${id}`, name }));
    return Response.json({ reports, mayMake: allows(scope, "reports:write") }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
