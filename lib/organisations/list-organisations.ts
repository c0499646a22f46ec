import { z } from "zod";
import { systemRead } from "#db/system.ts";
import { connectionStatuses, tenantTypes } from "#db/vocabulary.ts";
import { operation } from "#lib/operation.ts";
import { organisationsOf } from "#lib/organisations/queries.ts";
import { none } from "#lib/scope.ts";

const organisation = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    /** A practice is listed and never synced. */
    tenantType: z.enum(tenantTypes),
    baseCurrency: z.string().nullable(),
    /** IANA; null before the first sync. */
    timezone: z.string().nullable(),
    connectionStatus: z.enum(connectionStatuses),
    lastSyncedAt: z.iso.datetime().nullable(),
    isActive: z.boolean(),
  })
  .meta({ id: "Tenant" });

export const listOrganisations = operation({
  name: "tenants.list",
  describe: "The organisations you are a member of, by name.",
  needs: "tenants:read",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(organisation) }),
  http: { method: "GET", path: "/tenants" },
  run: async (caller) => {
    const rows = await systemRead((q) => organisationsOf(q, caller.userId));
    const reachable = rows.filter((row) => caller.scopes.some(({ tenantId }) => tenantId === row.organisation.id));
    return {
      data: reachable.map(({ organisation: one, isActive }) => ({
        id: one.id,
        name: one.tenantName,
        tenantType: one.tenantType,
        baseCurrency: one.baseCurrency,
        timezone: one.timezone,
        connectionStatus: one.connectionStatus,
        lastSyncedAt: one.lastSyncedAt?.toISOString() ?? null,
        isActive,
      })),
    };
  },
});
