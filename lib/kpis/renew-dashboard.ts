// The dashboard of the books as they are now, made after a sync. Of unchanged books there is one already, and nothing is written.
import { read } from "#db/index.ts";
import { findLatestAuthor } from "#lib/kpis/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** In the name of whoever asked for the sync; of a sync nobody asked for, in that of the author of the newest report. Null without either. */
export async function renewDashboard({ tenantId, userId: asked }: { tenantId: string; userId: string | null }): Promise<StoredReport | null> {
  const userId = asked ?? (await read({ tenantId }, findLatestAuthor));
  return userId === null ? null : makeReport({ tenantId, userId }, { type: "KPI_DASHBOARD", name: null, wishes: {} });
}
