// An organisation as the doors hand it out.
import { z } from "zod";
import { connectionStatuses, tenantTypes } from "#db/vocabulary.ts";
import type { Organisation } from "#lib/organisations/queries.ts";

export const organisationSchema = z
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

/** `isActive`: the one its member lands on. */
export function toOrganisation({ organisation, isActive }: { organisation: Organisation; isActive: boolean }): z.output<typeof organisationSchema> {
  const { id, tenantName: name, tenantType, baseCurrency, timezone, connectionStatus, lastSyncedAt } = organisation;
  return { id, name, tenantType, baseCurrency, timezone, connectionStatus, lastSyncedAt: lastSyncedAt?.toISOString() ?? null, isActive };
}
