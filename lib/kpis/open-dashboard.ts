// The dashboard that a page's address asks for: of the latest days, or of the month and comparison that it names.
import type { Query } from "#db/index.ts";
import { monthOf } from "#lib/day.ts";
import { type DrawnDashboard, toDrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { findDashboardTo, findLatestDashboard } from "#lib/kpis/queries.ts";
import { askedPeriod } from "#lib/reports/asked-period.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { type Comparison, comparisons } from "#lib/reports/report.ts";

/** `isOld`: the books have changed since it was made, and nothing makes it again by itself. `isToMake`: that, or there is none. */
export type AskedDashboard = { month: string; compare: Comparison; isOld: boolean; isToMake: boolean };
type Opened = { dashboard: DrawnDashboard | undefined; asked: AskedDashboard | null };

/** `asked` is null where the address names no month that can be understood. */
export async function openDashboard(q: Query, period: string | undefined, comparison: string | undefined): Promise<Opened> {
  const latest = async () => findLatestDashboard(q).then((row) => row && toDrawnDashboard(row));
  if (period === undefined) return { dashboard: await latest(), asked: null };
  const { today, yearEnd, dataVersion } = await readOrganisation(q);
  const days = askedPeriod(period, today, yearEnd);
  if (!days) return { dashboard: await latest(), asked: null };
  const compare = comparisons.find((name) => name === comparison) ?? "previousYear";
  const stored = await findDashboardTo(q, days.end > today ? today : days.end, compare);
  const isOld = stored !== undefined && stored.dataVersion < dataVersion;
  return { dashboard: stored && toDrawnDashboard(stored), asked: { month: monthOf(days.end), compare, isOld, isToMake: isOld || !stored } };
}
