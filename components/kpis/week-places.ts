import type { ChartPlace } from "#components/charts/chart.ts";
import { shortDayLabel } from "#lib/day-label.ts";
import type { DrawnWeek } from "#lib/kpis/drawn-weeks.ts";

/** Weeks beneath a chart, each by its last day. */
export function weekPlaces(weeks: readonly DrawnWeek[]): ChartPlace[] {
  return weeks.map(({ id, label, end }) => ({ id, label, short: shortDayLabel(end), narrow: shortDayLabel(end) }));
}
