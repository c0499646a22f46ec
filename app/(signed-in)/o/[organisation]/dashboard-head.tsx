import Link from "next/link";
import type { ReactNode } from "react";
import { choosePeriod } from "#app/(signed-in)/o/[organisation]/choose-period.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { TieOutBadge } from "#components/organisations/tie-out-badge.tsx";
import type { tieOutSummary } from "#lib/jobs/tie-out-summary.ts";
import { PeriodBar } from "#components/reports/period-bar.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { DrawnDashboard } from "#lib/kpis/drawn-report.ts";

/** `synced` says when; null before the first complete sync. */
type Props = {
  name: string;
  tenantId: string;
  synced: ReactNode;
  tieOut: ReturnType<typeof tieOutSummary>;
  dashboard: DrawnDashboard | undefined;
  mayMake: boolean;
};

/** Whose dashboard, how fresh, how well tied, of which month, and the way to another. */
export function DashboardHead({ name, tenantId, synced, tieOut, dashboard, mayMake }: Props) {
  const context = (
    <>
      <span>{synced === null ? "Not completely synced yet" : <>Synced {synced}</>}</span>
      <Link href={addressOf(tenantId, "tie-out")} prefetch={false} className="rounded-sm hover:underline">
        <TieOutBadge tieOut={tieOut} />
      </Link>
      {dashboard && <span>{basisOf(dashboard)}</span>}
      {dashboard && !dashboard.report.period.complete && <Badge tone="warning">Incomplete month</Badge>}
    </>
  );
  return <PageHead title={name} context={context} actions={<Period dashboard={dashboard} mayMake={mayMake} />} />;
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
  const shown = { tenantId, type, from: month?.start ?? "", to: month?.end ?? "", compare: parameters.compare, columns: null, basis: null, method: null };
  return <PeriodBar label={periodOf(dashboard)} shown={shown} action={choosePeriod.bind(null, tenantId)} />;
}
