import Link from "next/link";
import { cancelSync, syncNow } from "#app/(signed-in)/o/[organisation]/actions.ts";
import { choosePeriod } from "#app/(signed-in)/o/[organisation]/choose-period.ts";
import { Dashboard } from "#app/(signed-in)/o/[organisation]/dashboard.tsx";
import { LiveSync } from "#app/(signed-in)/o/[organisation]/live-sync.tsx";
import { MakeDashboard } from "#app/(signed-in)/o/[organisation]/make-dashboard.tsx";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { ReconnectNotice } from "#components/organisations/reconnect-notice.tsx";
import { type RecentReport, RecentReports } from "#components/organisations/recent-reports.tsx";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import { tieOutSummary } from "#components/organisations/tie-out-summary.ts";
import { PeriodBar } from "#components/reports/period-bar.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { type Query, read } from "#db/index.ts";
import { asJob, lastCompleteSyncs, latestJobs } from "#lib/jobs/queries.ts";
import type { DrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { openDashboard } from "#lib/kpis/open-dashboard.ts";
import { statementTypes } from "#lib/reports/report-types.ts";
import { listReports } from "#lib/reports/queries.ts";
import { type ListedReport, toListedReport } from "#lib/reports/stored-report.ts";
import { allows, permit } from "#lib/scope.ts";

const mostReports = 6;

type Asked = Partial<Record<"period" | "compare", string | string[]>>;
type Props = { params: Promise<{ organisation: string }>; searchParams: Promise<Asked> };

export default async function DashboardPage({ params, searchParams }: Props) {
  const { organisation: tenantId } = await params;
  const { period, compare } = await searchParams;
  const scope = await requireScope(tenantId);
  const organisation = await organisationAt(tenantId);
  permit(scope, "reports:read");
  const { job, lastComplete, reports, dashboard, asked } = await read(scope, (q) => findEverything(q, first(period), first(compare)));
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
            {dashboard && <span>{basisOf(dashboard)}</span>}
            {dashboard && !dashboard.report.period.complete && <Badge tone="warning">Incomplete month</Badge>}
            {job && !job.done && <Badge tone="info">Sync under way</Badge>}
          </>
        }
        actions={<Period dashboard={dashboard} mayMake={allows(scope, "reports:write")} />}
      />
      <ReconnectNotice name={name} connection={connection} connectHref="/api/xero/connect" mayConnect={allows(scope, "organisations:manage")} />
      {asked?.isToMake && <MakeDashboard organisation={tenantId} asked={asked} mayMake={allows(scope, "reports:write")} />}
      {dashboard ? <Dashboard stored={dashboard} lastSyncedAt={lastSyncedAt} now={now} /> : asked === null && <NoDashboard />}
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

function NoDashboard() {
  return (
    <Card className="mb-6">
      <Empty title="No dashboard yet">The first complete sync makes one: twelve months of key figures, each with its proof. It is drawn here as soon as it is stored.</Empty>
    </Card>
  );
}

/** "NZD, accrual basis". */
function basisOf({ report: { currency, basis } }: DrawnDashboard): string {
  return `${currency}, ${basis} basis`;
}

/** "Oct 2026, compared with Oct 2025". */
function periodOf({ report: { columns } }: DrawnDashboard): string {
  const month = columns.findLast(({ kind }) => kind === "period")?.label ?? "";
  const compared = columns.find(({ kind }) => kind === "compare")?.label;
  return compared === undefined ? month : `${month}, compared with ${compared}`;
}

function Period({ dashboard, mayMake }: { dashboard: DrawnDashboard | undefined; mayMake: boolean }) {
  if (!dashboard) return null;
  if (!mayMake) return <span className="text-muted">{periodOf(dashboard)}</span>;
  const { tenantId, report: { type, columns, parameters } } = dashboard;
  const month = columns.findLast(({ kind }) => kind === "period");
  const shown = { tenantId, type, from: month?.start ?? "", to: month?.end ?? "", compare: parameters.compare, columns: null };
  return <PeriodBar label={periodOf(dashboard)} shown={shown} action={choosePeriod.bind(null, tenantId)} />;
}

async function findEverything(q: Query, period: string | undefined, compare: string | undefined) {
  const [latest] = await latestJobs(q, 1);
  const [complete] = await lastCompleteSyncs(q);
  const rows = await listReports(q, statementTypes, null, mostReports);
  const { dashboard, asked } = await openDashboard(q, period, compare);
  return { dashboard, asked, job: latest ? asJob(latest) : null, lastComplete: complete && asJob(complete), reports: rows.map(toListedReport) };
}

function recent({ id, tenantId, name, createdAt, stale, quality }: ListedReport): RecentReport {
  return { id, href: `${addressOf(tenantId, "reports")}/${id}`, name, madeAt: new Date(createdAt), stale, final: quality.final };
}
