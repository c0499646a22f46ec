import Link from "next/link";
import { placeOfAlert } from "#app/(signed-in)/o/[organisation]/alerts/place-of-alert.ts";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { ChartCard } from "#components/charts/chart-card.tsx";
import { proofAt, type Series } from "#components/charts/chart.ts";
import { BillsDue } from "#components/kpis/bills-due.tsx";
import { CashChart } from "#components/kpis/cash-chart.tsx";
import { ExpenseChanges } from "#components/kpis/expense-changes.tsx";
import { isWide, KpiTile } from "#components/kpis/kpi-tile.tsx";
import { LargestDebtors } from "#components/kpis/largest-debtors.tsx";
import { NeedsAttention } from "#components/kpis/needs-attention.tsx";
import { ProfitBridge } from "#components/kpis/profit-bridge.tsx";
import { Ratios } from "#components/kpis/ratios.tsx";
import { type MonthlyRow, TilesTable } from "#components/kpis/tiles-table.tsx";
import type { Act } from "#components/ui/action-form.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import type { Invariant } from "#db/vocabulary.ts";
import type { Alert } from "#lib/alerts/alert.ts";
import { dayLabel } from "#lib/day-label.ts";
import { accountChanges, byEffect } from "#lib/kpis/account-changes.ts";
import { type AgeingFigures, ageingOf } from "#lib/kpis/ageing.ts";
import { type Matter, mattersOf } from "#lib/kpis/attention.ts";
import { debtorsOf } from "#lib/kpis/debtors.ts";
import { comparedIn, type DrawnDashboard, type DrawnReport } from "#lib/kpis/drawn-report.ts";
import { weeksOf } from "#lib/kpis/drawn-weeks.ts";
import { ratiosOf } from "#lib/kpis/kpi-figures.ts";
import { profitBridge } from "#lib/kpis/profit-bridge.ts";
import { figureInSentence } from "#lib/reports/figure-words.ts";
import { historyOf, monthsOf, type Tile, tilesOf } from "#lib/kpis/tiles.ts";

type Props = { stored: DrawnDashboard; lastSyncedAt: string | null; told: { broken: readonly Invariant[]; alerts: readonly Alert[] }; now: Date; acknowledge: Act | undefined };
/** The address of a proof, up to the name of its cell, "row|column". */
type Drawn = { report: DrawnReport; proofs: string };

const mostExpenses = 8;

/** A stored dashboard, drawn: nothing here asks the books. */
export function Dashboard({ stored: { id, tenantId, report }, lastSyncedAt, told, now, acknowledge }: Props) {
  const address = `${addressOf(tenantId, "reports")}/${id}`;
  const proofs = `${address}?cell=`;
  const drawn = { report, proofs };
  const proofOf = (cell: string) => proofAt(proofs, cell);
  const { currency } = report;
  return (
    <section aria-label="Dashboard" className="mb-8 grid gap-6">
      <Tiles {...drawn} />
      <div className={wideAndNarrow}>
        <Cash {...drawn} />
        <NeedsAttention matters={mattersOf(report, lastSyncedAt, now, told)} currency={currency} now={now} hrefOf={(matter) => placeOf(matter, tenantId, proofOf)} acknowledge={acknowledge} />
      </div>
      <div className={halves}>
        <Bridge {...drawn} />
        <Profit {...drawn} />
      </div>
      <div className={wideAndNarrow}>
        <Ageing {...drawn} />
        <LargestDebtors debtors={debtorsOf(report)} currency={currency} asAt={dayLabel(report.period.end)} proofOf={proofOf} />
      </div>
      <Due {...drawn} />
      <div className={wideAndNarrow}>
        <Costs {...drawn} />
        <div className="grid gap-6">
          <Ratios figures={ratiosOf(report)} proofOf={proofOf} />
          <AllFigures report={report} href={address} />
        </div>
      </div>
    </section>
  );
}

const wideAndNarrow = "grid gap-6 lg:grid-cols-[2fr_1fr] lg:items-start empty:hidden [&>:only-child]:lg:col-span-2";
const halves = "grid gap-6 lg:grid-cols-2 lg:items-start [&>:only-child]:lg:col-span-2";

function Tiles({ report, proofs }: Drawn) {
  const [tiles, comparedWith] = [tilesOf(report), comparedIn(report).before?.label ?? null];
  return (
    <div className="min-w-0">
      <ul className={classes("grid gap-3 lg:grid-cols-4 print:grid-cols-4", tiles.some(isWide) ? "sm:grid-cols-2" : "grid-cols-2")}>
        {tiles.map((tile) => (
          <KpiTile key={tile.id} tile={tile} quality={report.quality} comparedWith={comparedWith} href={proofAt(proofs, tile.cell)} />
        ))}
      </ul>
      <TilesTable rows={tiles.filter(({ looksAhead }) => !looksAhead).map(monthly)} months={monthsOf(report).map(({ id, label }) => ({ id, label }))} currency={report.currency} />
    </div>
  );
}

function monthly({ id, label, unit, history }: Tile): MonthlyRow {
  return { id, label, figures: history.map((value) => figureInSentence(value, unit)) };
}

/** Week by week where the dashboard is of the latest days; else at the end of each month. */
function Cash({ report, proofs }: Drawn) {
  const weeks = weeksOf(report);
  if (weeks.length === 0) return <ChartCard title="Cash at bank at month end" currency={report.currency} by="month" proofs={proofs} places={placesOf(report)} columns={[seriesOf(report, "measure:cash", "Cash at bank", "strong")]} />;
  const [lowest = null] = tilesOf(report).flatMap(({ id, value }) => (id === "lowestCash" ? [value] : []));
  return <CashChart weeks={weeks} lowest={lowest} currency={report.currency} proofs={proofs} />;
}

function Bridge({ report, proofs }: Drawn) {
  const steps = profitBridge(report);
  return steps.length === 0 ? null : <ProfitBridge steps={steps} currency={report.currency} proofs={proofs} />;
}

function Profit({ report, proofs }: Drawn) {
  return (
    <ChartCard
      title="Income, costs and net profit"
      currency={report.currency}
      by="month"
      proofs={proofs}
      places={placesOf(report)}
      columns={[seriesOf(report, "measure:income", "Income", "strong"), seriesOf(report, "measure:costs", "Costs", "plain")]}
      lines={[seriesOf(report, "measure:netProfit", "Net profit", "plain")]}
    />
  );
}

function Ageing({ report, proofs }: Drawn) {
  const ageing = ageingOf(report);
  if (!ageing) return null;
  const { buckets, receivables, payables } = ageing;
  const places = buckets.map(({ id, label }) => ({ id, label, short: label, narrow: label.replace(" days", "").replace("Over ", "> ") }));
  const ofSide = (label: string, look: Series["look"], cells: AgeingFigures["receivables"]): Series => ({ label, look, values: cells.map(({ value }) => value), cells: cells.map(({ cell }) => cell) });
  return (
    <ChartCard
      title="What is owed, by age"
      currency={report.currency}
      by="days overdue"
      proofs={proofs}
      places={places}
      columns={[ofSide("Receivables", "strong", receivables), ofSide("Payables", "plain", payables)]}
    />
  );
}

function Due({ report, proofs }: Drawn) {
  const ahead = weeksOf(report).filter(({ isAhead }) => isAhead);
  return ahead.length === 0 ? null : <BillsDue weeks={ahead} currency={report.currency} proofs={proofs} />;
}

function Costs({ report, proofs }: Drawn) {
  const { last, before } = comparedIn(report);
  if (!last || !before) return null;
  const changes = accountChanges(report).filter(({ isIncome }) => !isIncome);
  return <ExpenseChanges changes={changes.toSorted(byEffect).slice(0, mostExpenses)} month={last.label} comparedWith={before.label} currency={report.currency} proofOf={(cell) => proofAt(proofs, cell)} />;
}

function AllFigures({ report, href }: { report: DrawnReport; href: string }) {
  const count = report.rows.filter(({ kind }) => kind === "kpi").length;
  return (
    <div className="rounded-lg border border-line bg-surface p-4 sm:p-5 print:hidden">
      <h2 className="text-md font-semibold">All key figures</h2>
      <p className="mt-1 mb-3 text-muted">{count} of them, each month with its formula and what it is computed from.</p>
      <Link href={href} prefetch={false} className={buttonClasses({ size: "small" })}>
        Open the report
      </Link>
    </div>
  );
}

function placesOf(report: DrawnReport) {
  return monthsOf(report).map(({ id, label }) => ({ id, label, short: label.slice(0, 3), narrow: label.slice(0, 1) }));
}

function seriesOf(report: DrawnReport, row: string, label: string, look: Series["look"]): Series {
  return { label, look, values: historyOf(report, row), cells: monthsOf(report).map((month) => `${row}|${month.id}`) };
}

function placeOf(matter: Matter, tenantId: string, proofOf: (cell: string) => string): string | null {
  if (matter.kind === "broken") return `${addressOf(tenantId)}/health`;
  if (matter.kind === "alert") return placeOfAlert(matter.alert);
  if (matter.kind === "moreAlerts") return addressOf(tenantId, "alerts");
  if (matter.kind === "untied") return addressOf(tenantId, "tie-out");
  return "cell" in matter ? proofOf(matter.cell) : null;
}
