// The audit of the installation as a file, with the filters of its page.
import { askedBy, chosenIn } from "#app/audit-filter.ts";
import { csvResponse } from "#app/csv-response.ts";
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { auditCsv } from "#lib/audit/audit-csv.ts";
import { listInstallationAudit } from "#lib/audit/list-audit.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { permit } from "#lib/scope.ts";

export async function GET(request: Request): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    permit(caller, "members:manage");
    const asked = askedBy(chosenIn(Object.fromEntries(new URL(request.url).searchParams)), "UTC");
    return csvResponse(auditCsv((cursor) => listInstallationAudit.run(caller, { ...asked, cursor, limit: 200 })), "audit-of-the-installation");
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
