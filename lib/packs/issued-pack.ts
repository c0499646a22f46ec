// What is issued and hashed: the words and the order of a pack, and of each report the hash under which it is stored. Anybody who has the pack from the
// API can write it as canonical JSON and compute the hash again; the hash of a report then leads on to its figures.
import { z } from "zod";
import type { OpenPart } from "#lib/packs/open-pack.ts";
import type { PackRow } from "#lib/packs/queries.ts";

const packVersion = 1;

export const notesSchema = z.array(z.strictObject({ row: z.string(), text: z.string() }));
export type Note = z.output<typeof notesSchema>[number];

export const issuedPackSchema = z.strictObject({
  schemaVersion: z.literal(packVersion),
  tenantId: z.uuid(),
  name: z.string(),
  month: z.string(),
  cover: z.string(),
  issuedBy: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  supersedesId: z.uuid().nullable(),
  reports: z.array(z.strictObject({ id: z.uuid(), contentHash: z.string(), commentary: z.string(), notes: notesSchema })),
});
export type IssuedPack = z.output<typeof issuedPackSchema>;

export function toIssuedPack({ tenantId, name, month, cover, issuedBy, issuedAt, supersedesId }: PackRow & { issuedAt: Date }, parts: readonly Pick<OpenPart, "report" | "commentary" | "notes">[]): IssuedPack {
  return {
    schemaVersion: packVersion,
    tenantId,
    name,
    month,
    cover,
    issuedBy,
    issuedAt: issuedAt.toISOString(),
    supersedesId,
    reports: parts.map(({ report: { id, contentHash }, commentary, notes }) => ({ id, contentHash, commentary, notes })),
  };
}
