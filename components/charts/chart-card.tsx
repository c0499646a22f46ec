import { ChartTable } from "#components/charts/chart-table.tsx";
import { type ChartPlace, fills, type Series } from "#components/charts/chart.ts";
import { ColumnChart } from "#components/charts/columns.tsx";
import { Card } from "#components/ui/card.tsx";

type Props = { title: string; currency: string; by: string; places: readonly ChartPlace[]; columns: readonly Series[]; line?: Series };

/** A chart with its legend and, beneath it, its table. */
export function ChartCard({ title, currency, by, places, columns, line }: Props) {
  const series = [...columns, ...(line ? [line] : [])];
  return (
    <Card title={title} description={`${currency}, by ${by}. A column opens its proof.`} flush>
      <figure aria-label={title} className="break-inside-avoid">
        {series.length > 1 && <Legend columns={columns} line={line} />}
        <div className="px-2 sm:px-4">
          <ColumnChart title={title} places={places} columns={columns} {...(line ? { line } : {})} />
        </div>
        <ChartTable caption={`${title}, ${currency}`} by={by} places={places} series={series} />
      </figure>
    </Card>
  );
}

function Legend({ columns, line }: { columns: readonly Series[]; line: Series | undefined }) {
  return (
    <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 px-4 text-sm text-muted sm:px-5">
      {columns.map(({ label, look }) => (
        <span key={label} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 10 10" className="size-2.5">
            <rect width={10} height={10} className={fills[look]} />
          </svg>
          {label}
        </span>
      ))}
      {line && (
        <span className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 16 10" className="h-2.5 w-4">
            <path d="M0 5H16" className="stroke-ink" strokeWidth={2} />
          </svg>
          {line.label}
        </span>
      )}
    </p>
  );
}
