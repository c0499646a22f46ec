import Link from "next/link";
import { cancelSync, syncNow } from "#app/(signed-in)/o/[organisation]/actions.ts";
import { Dashboard } from "#app/(signed-in)/o/[organisation]/dashboard.tsx";
import { LiveSync } from "#app/(signed-in)/o/[organisation]/live-sync.tsx";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { FiveThings } from "#components/organisations/five-things.tsx";
import { ReconnectNotice } from "#components/organisations/reconnect-notice.tsx";
import { type RecentReport, RecentReports } from "#components/organisations/recent-reports.tsx";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { tieOutSummary } from "#lib/jobs/tie-out-summary.ts";
import { PageHead } from "#components/shell/page-head.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { type Query, read } from "#db/index.ts";
import { appUrl } from "#lib/env.ts";
import { asJob, lastCompleteSyncs, latestJobs } from "#lib/jobs/queries.ts";
import { type DrawnDashboard, toDrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { findLatestDashboard } from "#lib/kpis/queries.ts";
import { tilesOf } from "#lib/kpis/tiles.ts";
import { standInUrl } from "#lib/organisations/stand-in.ts";
import { statementTypes } from "#lib/reports/report-types.ts";
import { listReports } from "#lib/reports/queries.ts";
import { type ListedReport, toListedReport } from "#lib/reports/stored-report.ts";
import { allows, permit } from "#lib/scope.ts";

const mostReports = 6;

type Props = { params: Promise<{ organisation: string }> };

export default async function DashboardPage({ params }: Props) {
  const { organisation: tenantId } = await params;
  const scope = await requireScope(tenantId);
  const organisation = await organisationAt(tenantId);
  permit(scope, "reports:read");
  const { job, lastComplete, reports, dashboard } = await read(scope, findEverything);
  const { name, lastSyncedAt, connectionStatus: connection } = organisation;
  const [now, timeZone] = [new Date(), organisation.timezone ?? "UTC"];
  const synced = lastSyncedAt === null ? "Not completely synced yet" : <Ago at={new Date(lastSyncedAt)} now={now} timeZone={timeZone} />;
  const maySync = allows(scope, "sync:write");
  const statements = <RecentReports reports={reports.map(recent)} allHref={addressOf(tenantId, "reports")} now={now} timeZone={timeZone} />;

  return (
    <>
      <PageHead
        title={name}
        context={
          <>
            <span>{lastSyncedAt === null ? synced : <>Synced {synced}</>}</span>
            <Link href={addressOf(tenantId, "tie-out")} className="rounded-sm hover:underline">
              <TieOutBadge tieOut={tieOutSummary(lastComplete, job)} />
            </Link>
            {dashboard && <span>{periodOf(dashboard)}</span>}
            {dashboard && !dashboard.report.period.complete && <Badge tone="warning">Incomplete month</Badge>}
            {job && !job.done && <Badge tone="info">Sync under way</Badge>}
          </>
        }
      />
      <ReconnectNotice name={name} connection={connection} connectHref="/api/xero/connect" mayConnect={allows(scope, "organisations:manage")} />
      {dashboard ? <Dashboard stored={dashboard} lastSyncedAt={lastSyncedAt} now={now} /> : <NoDashboard />}
      <ForNewcomers tenantId={tenantId} dashboard={dashboard} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start print:hidden">
        {/* Who has statements came for them; who has none waits for the sync. */}
        {reports.length > 0 && statements}
        <LiveSync
          key="sync"
          address={`/api/o/${tenantId}/sync`}
          initial={{ job, lastSyncedAt }}
          tenantId={tenantId}
          lastSynced={lastSyncedAt === null ? "There was no complete sync yet." : <>Last complete sync {synced}</>}
          start={maySync && connection === "connected" ? syncNow.bind(null, tenantId) : undefined}
          cancel={maySync ? cancelSync.bind(null, tenantId) : undefined}
        />
        {reports.length === 0 && statements}
      </div>
    </>
  );
}

/** Only where the books come from the stand-in. */
function ForNewcomers({ tenantId, dashboard }: { tenantId: string; dashboard: DrawnDashboard | undefined }) {
  const standIn = standInUrl();
  const [tile] = dashboard ? tilesOf(dashboard.report) : [];
  if (standIn === null) return null;
  return (
    <FiveThings
      tileHref={dashboard && tile ? `${addressOf(tenantId, "reports")}/${dashboard.id}?${new URLSearchParams({ cell: tile.cell })}` : null}
      tieOutHref={addressOf(tenantId, "tie-out")}
      standIn={standIn}
      keysHref="/settings/api-keys"
      curl={`curl -H "Authorization: Bearer $DAYBOOK_KEY" "${appUrl()}/api/v1/kpis?tenantId=${tenantId}"`}
      portfolioHref="/organisations"
    />
  );
}

function NoDashboard() {
  return (
    <Card className="mb-6">
      <Empty title="No dashboard yet">The first complete sync makes one: twelve months of key figures, each with its proof. It is drawn here as soon as it is stored.</Empty>
    </Card>
  );
}

/** "Oct 2026, compared with Oct 2025 · NZD, accrual basis". */
function periodOf({ report: { columns, currency, basis } }: DrawnDashboard): string {
  const month = columns.findLast(({ kind }) => kind === "period")?.label ?? "";
  const compared = columns.find(({ kind }) => kind === "compare")?.label;
  return `${month}${compared === undefined ? "" : `, compared with ${compared}`} · ${currency}, ${basis} basis`;
}

async function findEverything(q: Query) {
  const [latest] = await latestJobs(q, 1);
  const [complete] = await lastCompleteSyncs(q);
  const rows = await listReports(q, statementTypes, null, mostReports);
  const dashboard = await findLatestDashboard(q);
  return { dashboard: dashboard && toDrawnDashboard(dashboard), job: latest ? asJob(latest) : null, lastComplete: complete && asJob(complete), reports: rows.map(toListedReport) };
}

function recent({ id, tenantId, name, createdAt, stale, quality }: ListedReport): RecentReport {
  return { id, href: `${addressOf(tenantId, "reports")}/${id}`, name, madeAt: new Date(createdAt), stale, final: quality.final };
}
