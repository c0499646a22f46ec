import type { ChartPlace } from "#components/charts/chart.ts";
import { shortDayLabel } from "#lib/day-label.ts";
import type { DrawnWeek } from "#lib/kpis/drawn-weeks.ts";

/** A phone has room for each fourth. */
const namedOnAPhone = 4;

/** Weeks beneath a chart, each by its last day; the present one is always named. */
export function weekPlaces(weeks: readonly DrawnWeek[]): ChartPlace[] {
  const today = weeks.findIndex(({ isAhead }) => isAhead);
  return weeks.map(({ id, label, end }, place) => ({ id, label, short: shortDayLabel(end), narrow: (place - today) % namedOnAPhone === 0 ? shortDayLabel(end) : "" }));
}
