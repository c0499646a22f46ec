// A pack with everything in it, from one snapshot: its reports as they are stored, what is said of them, and what was posted since.
import type { Query } from "#db/index.ts";
import { type Note, notesSchema } from "#lib/packs/issued-pack.ts";
import { type FoundPack, findPack, findParts } from "#lib/packs/queries.ts";
import { type Changes, changesOfEach } from "#lib/reports/changes/changes.ts";
import { type StoredReport, toStoredReport } from "#lib/reports/stored-report.ts";

/** `changes` are those since a report that is stale was made. */
export type OpenPart = { id: string; commentary: string; notes: Note[]; report: StoredReport; changes: Changes | null };
export type OpenPack = { pack: FoundPack; parts: OpenPart[] };

/** Undefined when there is no such pack here. */
export async function openPack(q: Query, id: string): Promise<OpenPack | undefined> {
  const pack = await findPack(q, id);
  if (!pack) return undefined;
  const { currentDataVersion } = pack;
  const rows = await findParts(q, id);
  const reports = rows.map(({ report }) => toStoredReport({ ...report, currentDataVersion, successorId: null }));
  const stale = reports.filter((report) => report.stale);
  const changes = new Map((await changesOfEach(q, stale.map(({ data }) => data))).map((each, place) => [stale[place]?.id, each]));
  const parts = rows.flatMap(({ part: { id: partId, commentary, notes } }, place): OpenPart[] => {
    const report = reports[place];
    return report ? [{ id: partId, commentary, notes: notesSchema.parse(notes), report, changes: changes.get(report.id) ?? null }] : [];
  });
  return { pack, parts };
}
