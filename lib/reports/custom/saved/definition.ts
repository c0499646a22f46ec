// A custom report that somebody wrote down, as everybody sees it.
import { z } from "zod";
import { customRowSchema } from "#lib/reports/custom/custom-row.ts";
import type { DefinitionRow } from "#lib/reports/custom/saved/queries.ts";
import { wireInstant } from "#lib/wire-values.ts";

const mostRows = 200;
export const rowsSchema = z.array(customRowSchema).min(1, "A custom report needs a row.").max(mostRows, `A custom report has ${mostRows} rows at most.`);
/** The title of what is made of it. */
export const nameSchema = z.string().trim().min(1, "Give the report a name.").max(100, "A name has 100 characters at most.");

export const savedDefinitionSchema = z
  .strictObject({ id: z.uuid(), tenantId: z.uuid(), name: z.string(), rows: z.array(z.record(z.string(), z.unknown())), savedBy: z.string().nullable(), createdAt: wireInstant, updatedAt: wireInstant })
  .meta({ id: "ReportDefinition" });
export type SavedDefinition = z.output<typeof savedDefinitionSchema>;

/** ZodError, which is a bug, where what was kept is no list of rows. */
export function toSavedDefinition({ id, tenantId, name, rows, savedBy, createdAt, updatedAt }: DefinitionRow): SavedDefinition {
  return { id, tenantId, name, rows: savedDefinitionSchema.shape.rows.parse(rows), savedBy, createdAt, updatedAt };
}
