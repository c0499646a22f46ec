import { z } from "zod";
import { systemRead } from "#db/system.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { organisationSchema, toOrganisation } from "#lib/organisations/organisation.ts";
import { organisationsOf } from "#lib/organisations/queries.ts";
import { none } from "#lib/scope.ts";

export const listOrganisations = operation({
  name: "tenants.list",
  describe: "The organisations you are a member of, by name.",
  needs: "tenants:read",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(organisationSchema) }),
  http: { method: "GET", path: "/tenants" },
  example: { input: {}, output: { data: [exampleOrganisation] } },
  run: async (caller) => {
    const rows = await systemRead((q) => organisationsOf(q, caller.userId));
    return { data: rows.filter((row) => caller.scopes.some(({ tenantId }) => tenantId === row.organisation.id)).map(toOrganisation) };
  },
});
