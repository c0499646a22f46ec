// What the progress panel asks for while a sync runs. A program asks, so it is told what is wrong instead of being led to a page.
import { noteDenial } from "#app/denied.ts";
import { requireSameSite } from "#app/same-origin.ts";
import { currentCaller } from "#app/session.ts";
import { read } from "#db/index.ts";
import { asJob, latestJobs } from "#lib/jobs/queries.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { problem } from "#lib/problem.ts";
import { refuse } from "#lib/refusal.ts";
import { one, type Scope } from "#lib/scope.ts";

type Context = { params: Promise<{ organisation: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameSite(request);
    const caller = (await currentCaller()) ?? refuse("unauthenticated", "You are signed out. Sign in again.");
    const state = await syncState(one(caller, "jobs:read", { tenantId: (await params).organisation }));
    return Response.json(state, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    await noteDenial(error);
    return problem(error, crypto.randomUUID());
  }
}

function syncState(scope: Scope) {
  return read(scope, async (q) => {
    const [latest] = await latestJobs(q, 1);
    const organisation = await findOrganisation(q);
    return { job: latest ? asJob(latest) : null, lastSyncedAt: organisation?.lastSyncedAt?.toISOString() ?? null };
  });
}
