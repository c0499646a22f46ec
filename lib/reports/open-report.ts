// Everything the page of a report shows, from one snapshot: the stored document, the proof of the cell that is open, and by what it turned stale.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { type Changes, changesSince } from "#lib/reports/changes/changes.ts";
import type { LinePlace } from "#lib/reports/line-queries.ts";
import { findReport } from "#lib/reports/queries.ts";
import { type Place, placeOf } from "#lib/reports/proof.ts";
import { type CellProof, proveCell } from "#lib/reports/prove-cell.ts";
import { linePlaceAt } from "#lib/reports/cursor.ts";
import { type StoredReport, toStoredReport } from "#lib/reports/stored-report.ts";

export type OpenCell = { place: Place; proof: CellProof };
/** `changes` are those since a report that is stale was made. */
type OpenReport = { report: StoredReport; open: OpenCell | null; changes: Changes | null };

const linesAtOnce = 100;

/** Undefined when there is no such report here. A cell that it does not have is not open. */
export async function openReport(q: Query, id: string, cell: string | undefined, cursor: string | undefined): Promise<OpenReport | undefined> {
  const row = z.uuid().safeParse(id).success ? await findReport(q, id) : undefined;
  if (!row) return undefined;
  const report = toStoredReport(row);
  const place = cell === undefined ? undefined : placeOf(report.data, cell);
  const open = place ? await openCell(q, report, place, linePlaceAt(cursor)) : null;
  const changes = report.stale ? await changesSince(q, report.data) : null;
  return { report, open, changes };
}

async function openCell(q: Query, report: StoredReport, place: Place, after: LinePlace | null): Promise<OpenCell> {
  return { place, proof: await proveCell(q, report.data, place, after, linesAtOnce) };
}
