import { z } from "zod";
import { read } from "#db/index.ts";
import { syncResult } from "#lib/jobs/job.ts";
import { asJob, lastCompleteSyncs } from "#lib/jobs/queries.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation, exampleTieOut } from "#lib/organisations/examples.ts";
import { organisationSchema, toOrganisation } from "#lib/organisations/organisation.ts";
import { findMembership } from "#lib/organisations/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { one } from "#lib/scope.ts";

export const getOrganisation = operation({
  name: "tenants.get",
  describe: "One organisation: how it is connected, how fresh its data is, and how well its ledger agreed with Xero after the last complete sync.",
  needs: "tenants:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.uuid() }),
  output: organisationSchema.extend({ tieOut: syncResult.shape.tieOut }).meta({ id: "TenantWithTieOut" }),
  http: { method: "GET", path: "/tenants/{tenantId}" },
  example: { input: { tenantId: exampleOrganisation.id }, output: { ...exampleOrganisation, tieOut: exampleTieOut } },
  run: (scope) =>
    read(scope, async (q) => {
      const membership = (await findMembership(q, scope.userId)) ?? refuse("notFound", "There is no such organisation, or it is not yours.");
      const [lastSync] = await lastCompleteSyncs(q);
      return { ...toOrganisation(membership), tieOut: (lastSync && asJob(lastSync).result?.tieOut) ?? null };
    }),
});
