// The audit of an organisation as a file, with the filters of its page.
import { askedBy, chosenIn } from "#app/audit-filter.ts";
import { csvResponse } from "#app/csv-response.ts";
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { read } from "#db/index.ts";
import { auditCsv } from "#lib/audit/audit-csv.ts";
import { listAudit } from "#lib/audit/list-audit.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { one } from "#lib/scope.ts";

type Context = { params: Promise<{ organisation: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    const scope = one(caller, "audit:read", { tenantId: (await params).organisation });
    const organisation = await read(scope, findOrganisation);
    const asked = askedBy(chosenIn(Object.fromEntries(new URL(request.url).searchParams)), organisation?.timezone ?? "UTC");
    return csvResponse(auditCsv((cursor) => listAudit.run([scope], { ...asked, cursor, limit: 200 })), "audit");
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}
