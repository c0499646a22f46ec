// Every stored dashboard of every organisation held against today's definitions, from its own stored measures: the books are not asked.
import { read } from "#db/index.ts";
import { type Definitions, definitions as todays } from "#lib/kpis/definitions.ts";
import { type MovedFigure, movedFigures } from "#lib/kpis/moved-figures.ts";
import { findDashboards } from "#lib/kpis/queries.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { reportSchema } from "#lib/reports/report.ts";

export type MovedStored = MovedFigure & { organisation: string; report: string; reportId: string };
type Checked = { reports: number; figures: number; moved: MovedStored[] };

export async function checkStoredDashboards(definitions: Definitions = todays): Promise<Checked> {
  const checked: Checked = { reports: 0, figures: 0, moved: [] };
  for (const { id, name } of await everyOrganisation()) {
    for (const stored of await read({ tenantId: id }, findDashboards)) {
      const report = reportSchema.parse(stored.data);
      checked.reports += 1;
      checked.figures += report.rows.filter(({ kind }) => kind === "kpi").reduce((count, { cells }) => count + cells.length, 0);
      checked.moved.push(...movedFigures(report, definitions).map((moved) => ({ ...moved, organisation: name, report: stored.name, reportId: stored.id })));
    }
  }
  return checked;
}

/** One line a figure. */
export function movedLine({ organisation, report, reportId, label, column, before, after, why }: MovedStored): string {
  const words = (value: string | null) => value ?? "n/m";
  return `${organisation} · ${report} (${reportId}) · ${label} · ${column} · ${words(before)} → ${words(after)}${why === null ? "" : ` (${why})`}`;
}
