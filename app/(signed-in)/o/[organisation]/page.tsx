import { cancelSync, hideSteps, syncNow } from "#app/(signed-in)/o/[organisation]/actions.ts";
import { acknowledge } from "#app/(signed-in)/o/[organisation]/alerts/actions.ts";
import { Dashboard } from "#app/(signed-in)/o/[organisation]/dashboard.tsx";
import { DashboardHead } from "#app/(signed-in)/o/[organisation]/dashboard-head.tsx";
import { ForNewcomers } from "#app/(signed-in)/o/[organisation]/for-newcomers.tsx";
import { LiveSync } from "#app/(signed-in)/o/[organisation]/live-sync.tsx";
import { MakeDashboard } from "#app/(signed-in)/o/[organisation]/make-dashboard.tsx";
import { first } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireCaller, requireScope } from "#app/session.ts";
import { FirstSteps } from "#components/organisations/first-steps.tsx";
import { ReconnectNotice } from "#components/organisations/reconnect-notice.tsx";
import { type RecentReport, RecentReports } from "#components/organisations/recent-reports.tsx";
import { FailedNotice } from "#components/sync/failed-notice.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Ago } from "#components/ui/moment.tsx";
import { type Query, read } from "#db/index.ts";
import { toAlert } from "#lib/alerts/alert.ts";
import { findUnseen } from "#lib/alerts/queries.ts";
import { asJob, lastSyncs } from "#lib/jobs/queries.ts";
import { syncsOf } from "#lib/jobs/syncs-of.ts";
import { tieOutSummary } from "#lib/jobs/tie-out-summary.ts";
import { mostAlerts } from "#lib/kpis/attention.ts";
import { openDashboard } from "#lib/kpis/open-dashboard.ts";
import { type FirstStep, firstStepsFor } from "#lib/organisations/first-steps.ts";
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
  const { job, lastComplete, reports, dashboard, asked, told } = await read(scope, (q) => findEverything(q, first(period), first(compare)));
  const { name, lastSyncedAt, connectionStatus: connection } = organisation;
  const [now, timeZone] = [new Date(), organisation.timezone ?? "UTC"];
  const synced = lastSyncedAt === null ? null : <Ago at={new Date(lastSyncedAt)} now={now} timeZone={timeZone} />;
  const maySync = allows(scope, "sync:write");
  const start = maySync && connection === "connected" ? syncNow.bind(null, tenantId) : undefined;
  const tieOut = tieOutSummary(lastComplete, job);
  const known = { isConnected: connection === "connected", isSynced: lastSyncedAt !== null, ties: tieOut?.ties ?? false };
  const steps = await firstStepsFor(await requireCaller(), scope, known, now);
  const statements = <RecentReports reports={reports.map(recent)} allHref={addressOf(tenantId, "reports")} now={now} timeZone={timeZone} />;

  return (
    <>
      <DashboardHead name={name} synced={synced} tieOut={tieOut} tenantId={tenantId} dashboard={dashboard} mayMake={allows(scope, "reports:write")} />
      <ReconnectNotice name={name} connection={connection} connectHref="/api/xero/connect" mayConnect={allows(scope, "organisations:manage")} />
      <FailedNotice tenantId={tenantId} job={job} synced={synced} retry={start} />
      <FirstSteps steps={steps.map((step) => ({ ...step, href: placeOfStep(step, tenantId) }))} isOpen={!dashboard} tenantId={tenantId} hide={hideSteps.bind(null, tenantId)} />
      {asked?.isToMake && <MakeDashboard organisation={tenantId} asked={asked} mayMake={allows(scope, "reports:write")} />}
      {dashboard ? <Dashboard stored={dashboard} lastSyncedAt={lastSyncedAt} told={told} now={now} acknowledge={allows(scope, "alerts:write") ? acknowledge.bind(null, tenantId) : undefined} /> : asked === null && <NoDashboard />}
      <ForNewcomers tenantId={tenantId} dashboard={dashboard} />
      <div className="grid gap-6 lg:grid-cols-2 lg:items-start print:hidden">
        {/* Who has statements came for them; who has none waits for the sync. */}
        {reports.length > 0 && statements}
        <div key="sync" id="sync" className="min-w-0 scroll-mt-20">
          <LiveSync
            address={`/api/o/${tenantId}/sync`}
            initial={job}
            tenantId={tenantId}
            lastSynced={synced === null ? "There was no complete sync yet." : <>Last complete sync {synced}</>}
            start={start}
            cancel={maySync ? cancelSync.bind(null, tenantId) : undefined}
          />
        </div>
        {reports.length === 0 && statements}
      </div>
    </>
  );
}

function placeOfStep({ name }: FirstStep, tenantId: string): string {
  const places = { connect: addressOf(tenantId, "settings"), sync: "#sync", tieOut: addressOf(tenantId, "tie-out"), tags: addressOf(tenantId, "accounts"), invite: "/settings/members", key: "/settings/api-keys" };
  return places[name];
}

function NoDashboard() {
  return (
    <Card className="mb-6">
      <Empty title="No dashboard yet">The first complete sync makes one: twelve months of key figures, each with its proof. It is drawn here as soon as it is stored.</Empty>
    </Card>
  );
}

async function findEverything(q: Query, period: string | undefined, compare: string | undefined) {
  const { latest, complete } = syncsOf(q.tenantId, (await lastSyncs(q)).map(asJob));
  const rows = await listReports(q, statementTypes, null, mostReports);
  const { dashboard, asked } = await openDashboard(q, period, compare);
  const { alerts, broken } = await findUnseen(q, mostAlerts + 1);
  return { dashboard, asked, told: { broken, alerts: alerts.map(toAlert) }, job: latest ?? null, lastComplete: complete, reports: rows.map(toListedReport) };
}

function recent({ id, tenantId, name, createdAt, stale, quality }: ListedReport): RecentReport {
  return { id, href: `${addressOf(tenantId, "reports")}/${id}`, name, madeAt: new Date(createdAt), stale, final: quality.final };
}
