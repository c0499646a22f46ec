import Link from "next/link";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { ChartCard } from "#components/charts/chart-card.tsx";
import type { Series } from "#components/charts/chart.ts";
import { isWide, KpiTile } from "#components/kpis/kpi-tile.tsx";
import { NeedsAttention } from "#components/kpis/needs-attention.tsx";
import { TilesTable } from "#components/kpis/tiles-table.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import { type Matter, mattersOf } from "#lib/kpis/attention.ts";
import type { DrawnDashboard, DrawnReport } from "#lib/kpis/drawn-report.ts";
import { type AgeingFigures, ageingOf } from "#lib/kpis/ageing.ts";
import { historyOf, monthsOf, tilesOf } from "#lib/kpis/tiles.ts";

type Props = { stored: DrawnDashboard; lastSyncedAt: string | null; now: Date };

/** A stored dashboard, drawn: nothing here asks the books. */
export function Dashboard({ stored: { id, tenantId, report }, lastSyncedAt, now }: Props) {
  const address = `${addressOf(tenantId, "reports")}/${id}`;
  const proofOf = (cell: string) => `${address}?${new URLSearchParams({ cell })}`;
  const [tiles, months, ageing] = [tilesOf(report), monthsOf(report), ageingOf(report)];
  const comparedWith = report.columns.find(({ kind }) => kind === "compare")?.label ?? null;
  const places = months.map(({ id: month, label }) => ({ id: month, label, short: label.slice(0, 3), narrow: label.slice(0, 1) }));
  const seriesOf = (row: string, label: string, look: Series["look"]): Series => ({ label, look, values: historyOf(report, row), hrefs: months.map((month) => proofOf(`${row}|${month.id}`)) });
  const { currency, quality } = report;
  return (
    <section aria-label="Dashboard" className="mb-8">
      <ul className={classes("grid gap-3 lg:grid-cols-4 print:grid-cols-4", tiles.some(isWide) ? "sm:grid-cols-2" : "grid-cols-2")}>
        {tiles.map((tile) => (
          <KpiTile key={tile.id} tile={tile} quality={quality} comparedWith={comparedWith} href={proofOf(tile.cell)} />
        ))}
      </ul>
      <TilesTable tiles={tiles} months={months} currency={currency} />
      <div className="mt-6 grid gap-6 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="grid min-w-0 gap-6">
          <ChartCard
            title="Income, costs and net profit"
            currency={currency}
            by="month"
            places={places}
            columns={[seriesOf("measure:income", "Income", "strong"), seriesOf("measure:costs", "Costs", "plain")]}
            line={seriesOf("measure:netProfit", "Net profit", "plain")}
          />
          <ChartCard title="Cash at bank at month end" currency={currency} by="month" places={places} columns={[seriesOf("measure:cash", "Cash at bank", "strong")]} />
          {ageing && <Ageing ageing={ageing} currency={currency} proofOf={proofOf} />}
        </div>
        <div className="grid min-w-0 gap-6 max-lg:order-first">
          <NeedsAttention matters={mattersOf(report, lastSyncedAt, now)} currency={currency} now={now} hrefOf={(matter) => placeOf(matter, tenantId, proofOf)} />
          <AllFigures report={report} href={address} />
        </div>
      </div>
    </section>
  );
}

function Ageing({ ageing: { buckets, receivables, payables }, currency, proofOf }: { ageing: AgeingFigures; currency: string; proofOf: (cell: string) => string }) {
  const places = buckets.map(({ id, label }) => ({ id, label, short: label, narrow: label.replace(" days", "").replace("Over ", "> ") }));
  const seriesOf = (label: string, look: Series["look"], cells: AgeingFigures["receivables"]): Series => ({ label, look, values: cells.map(({ value }) => value), hrefs: cells.map(({ cell }) => proofOf(cell)) });
  return (
    <ChartCard
      title="What is owed, by age"
      currency={currency}
      by="days overdue"
      places={places}
      columns={[seriesOf("Receivables", "strong", receivables), seriesOf("Payables", "plain", payables)]}
    />
  );
}

function AllFigures({ report, href }: { report: DrawnReport; href: string }) {
  const count = report.rows.filter(({ kind }) => kind === "kpi").length;
  return (
    <div className="rounded-lg border border-line bg-surface p-4 sm:p-5 print:hidden">
      <h2 className="text-md font-semibold">All key figures</h2>
      <p className="mt-1 mb-3 text-muted">{count} of them, each month with its formula and what it is computed from.</p>
      <Link href={href} className={buttonClasses({ size: "small" })}>
        Open the report
      </Link>
    </div>
  );
}

function placeOf(matter: Matter, tenantId: string, proofOf: (cell: string) => string): string | null {
  if (matter.kind === "untied") return addressOf(tenantId, "tie-out");
  return "cell" in matter ? proofOf(matter.cell) : null;
}
