// A pack as everybody sees it: what was put together for one month of one organisation, who issued it, and by which of its reports it turned stale.
import { z } from "zod";
import { packStatuses, reportTypes } from "#db/vocabulary.ts";
import { type IssuedPack, issuedPackSchema, toIssuedPack } from "#lib/packs/issued-pack.ts";
import type { OpenPack, OpenPart } from "#lib/packs/open-pack.ts";
import type { PackInList, PackRow } from "#lib/packs/queries.ts";
import { titleOf } from "#lib/reports/title-of.ts";
import { wireInstant } from "#lib/wire-values.ts";

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "A month is written as year and month: 2026-10.");

const summary = {
  id: z.uuid(),
  tenantId: z.uuid(),
  status: z.enum(packStatuses),
  name: z.string(),
  month: monthSchema,
  templateName: z.string(),
  madeBy: z.string().nullable(),
  issuedBy: z.string().nullable(),
  issuedAt: wireInstant.nullable(),
  /** SHA-256 of the canonical JSON of `issued`; null while it is a draft. */
  contentHash: z.string().nullable(),
  /** The pack that this one was made in the place of. */
  supersedesId: z.uuid().nullable(),
  /** Something in the books of one of its reports has changed since. */
  stale: z.boolean(),
  createdAt: wireInstant,
  updatedAt: wireInstant,
};

export const listedPackSchema = z.strictObject({ ...summary, reports: z.int() }).meta({ id: "ListedPack" });

const part = z.strictObject({
  id: z.uuid(),
  reportId: z.uuid(),
  type: z.enum(reportTypes),
  title: z.string(),
  name: z.string(),
  reportHash: z.string(),
  stale: z.boolean(),
  /** How many documents were posted, changed or taken back since on its days and accounts. */
  changedDocuments: z.int(),
  commentary: z.string(),
  /** `row` is the id of a row of the report. */
  notes: z.array(z.strictObject({ row: z.string(), label: z.string(), text: z.string() })),
});

export const packSchema = z
  .strictObject({ ...summary, cover: z.string(), successorId: z.uuid().nullable(), parts: z.array(part), issued: issuedPackSchema.nullable() })
  .meta({ id: "Pack" });

export type ListedPack = z.output<typeof listedPackSchema>;
export type Pack = z.output<typeof packSchema>;

export function toListedPack({ oldestDataVersion, currentDataVersion, reports, ...row }: PackInList): ListedPack {
  return { ...summaryOf(row, oldestDataVersion !== null && oldestDataVersion < currentDataVersion), reports };
}

export function toPack(opened: OpenPack): Pack {
  const { pack, parts } = opened;
  const { cover, successorId } = pack;
  return { ...summaryOf(pack, parts.some(({ report }) => report.stale)), cover, successorId, parts: parts.map(toPart), issued: issuedOf(opened) };
}

function issuedOf({ pack, parts }: OpenPack): IssuedPack | null {
  const { issuedAt } = pack;
  return issuedAt && toIssuedPack({ ...pack, issuedAt }, parts);
}

function summaryOf({ id, tenantId, status, name, month, templateName, madeBy, issuedBy, issuedAt, contentHash, supersedesId, createdAt, updatedAt }: PackRow, stale: boolean) {
  return { id, tenantId, status, name, month, templateName, madeBy, issuedBy, issuedAt, contentHash, supersedesId, stale, createdAt, updatedAt };
}

function toPart({ id, commentary, notes, report, changes }: OpenPart): Pack["parts"][number] {
  const labels = new Map(report.data.rows.map((row) => [row.id, row.label]));
  return {
    id,
    reportId: report.id,
    type: report.type,
    title: titleOf(report),
    name: report.name,
    reportHash: report.contentHash,
    stale: report.stale,
    changedDocuments: changes?.documents.length ?? 0,
    commentary,
    notes: notes.map(({ row, text }) => ({ row, label: labels.get(row) ?? row, text })),
  };
}
