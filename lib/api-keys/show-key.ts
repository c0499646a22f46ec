import { z } from "zod";
import { systemRead } from "#db/system.ts";
import { findOwnKey } from "#lib/api-keys/queries.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { membershipsOf } from "#lib/people/queries.ts";
import { permissions } from "#lib/permissions.ts";
import { refuse } from "#lib/refusal.ts";
import { allows, none } from "#lib/scope.ts";

export const showKey = operation({
  name: "me.get",
  describe: "The key that asks: what it may do at this moment, and where. Any live key may ask, so it is the way to try one out.",
  needs: null,
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z
    .strictObject({
      keyId: z.string(),
      name: z.string(),
      permissions: z.array(z.enum(permissions)),
      tenants: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    })
    .meta({ id: "Key" }),
  http: { method: "GET", path: "/me" },
  example: {
    input: {},
    output: { keyId: "Q4rT7yPz", name: "Monday report", permissions: ["tenants:read", "reports:read"], tenants: [{ id: exampleOrganisation.id, name: exampleOrganisation.name }] },
  },
  run: async (caller) => {
    const { key, memberships } = await systemRead(async (q) => ({ key: await findOwnKey(q, caller.userId, caller.id), memberships: await membershipsOf(q, caller.userId) }));
    const { keyId, name } = key ?? refuse("notFound", "This is asked with an API key; a session has none.");
    const within = memberships.filter(({ tenantId }) => caller.scopes.some((scope) => scope.tenantId === tenantId));
    return { keyId, name, permissions: permissions.filter((permission) => allows(caller, permission)), tenants: within.map(({ tenantId, name: called }) => ({ id: tenantId, name: called })) };
  },
});
