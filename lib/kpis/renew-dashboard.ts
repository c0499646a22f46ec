// The dashboard of the books as they are now, made after a sync. Of unchanged books there is one already, and nothing is written. The rules for alerts
// are held against it as it is stored.
import { read } from "#db/index.ts";
import { watchFigures } from "#lib/alerts/watch-figures.ts";
import { findLatestAuthor } from "#lib/kpis/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** In the name of whoever asked for the sync; of a sync nobody asked for, in that of the author of the newest report. Null without either. */
export async function renewDashboard({ tenantId, userId: asked }: { tenantId: string; userId: string | null }): Promise<StoredReport | null> {
  const userId = asked ?? (await read({ tenantId }, findLatestAuthor));
  if (userId === null) return null;
  return makeReport({ tenantId, userId }, { type: "KPI_DASHBOARD", name: null, wishes: {} }, (tx, { id, data }) => watchFigures(tx, { id, report: data }, new Date()));
}
