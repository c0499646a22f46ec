// The dashboard that a sync makes: to the last closed month, of the latest state of the books that has one.
import type { Query } from "#db/index.ts";
import { todayIn } from "#lib/day.ts";
import { type DrawnDashboard, toDrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { findDashboardTo } from "#lib/kpis/queries.ts";
import { lastClosedDay } from "#lib/reports/parameters.ts";
import { findBooksOf } from "#lib/reports/queries.ts";

/** Undefined before the first complete sync, and between the end of a month and the next one. */
export async function currentDashboard(q: Query): Promise<DrawnDashboard | undefined> {
  const books = await findBooksOf(q);
  const row = await findDashboardTo(q, lastClosedDay(todayIn(books?.timezone ?? "UTC")), "previousYear");
  return row && toDrawnDashboard(row);
}
