import { ChartTable } from "#components/charts/chart-table.tsx";
import { figuresOf, type Plot } from "#components/charts/chart.ts";
import { Legend } from "#components/charts/legend.tsx";
import { PlotFrame } from "#components/charts/plot-frame.tsx";
import { Card } from "#components/ui/card.tsx";

type Props = Plot & { title: string; currency: string; by: string };

/** A chart with its legend and, beneath it, its table. */
export function ChartCard({ title, currency, by, ...plot }: Props) {
  const isEmpty = figuresOf(plot).every(({ values }) => values.every((value) => value === null));
  return (
    <Card title={title} description={`${currency}, by ${by}.${plot.proofs ? " Each figure opens its proof." : ""}`} flush className="print:break-inside-avoid">
      <figure aria-label={title} className="break-inside-avoid">
        {isEmpty ? (
          <p className="px-4 pb-5 text-muted sm:px-5">There is no figure to draw for this time.</p>
        ) : (
          <>
            <Legend plot={plot} />
            <div className="px-2 sm:px-4">
              <PlotFrame title={title} plot={plot} />
            </div>
            <ChartTable caption={`${title}, ${currency}`} by={by} plot={plot} />
          </>
        )}
      </figure>
    </Card>
  );
}
