// The targets that a dashboard was made with, as words beneath the labels of its rows.
import { figureInSentence } from "#lib/reports/figure-words.ts";
import type { Report } from "#lib/reports/report.ts";

/** Row id → words. */
export function targetNotes(report: Report): ReadonlyMap<string, string> {
  const targets = report.type === "KPI_DASHBOARD" ? (report.targets ?? []) : [];
  return new Map(
    targets.map(({ kpi, value }) => {
      const id = `kpi:${kpi}`;
      const unit = report.rows.find((row) => row.id === id)?.cells.at(0)?.unit ?? "ratio";
      return [id, `Target ${figureInSentence(value, unit)}`];
    }),
  );
}
