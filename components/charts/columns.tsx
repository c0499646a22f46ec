import { scaleBand, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type ChartPlace, fills, type Series } from "#components/charts/chart.ts";
import { drawn, inWords, onAxis } from "#components/charts/figures-for-drawing.ts";
import { LivePlot } from "#components/charts/live-plot.tsx";

type Props = { title: string; places: readonly ChartPlace[]; columns: readonly Series[]; line?: Series };

/** The drawing is stretched to its frame, so words stand outside of it. */
const size = 100;

/**
 * Columns at each place, and a line over them: drawn here, so that they are there without scripts, and answering once somebody points at them. Each
 * column leads to its proof.
 */
export function ColumnChart({ title, places, columns, line: over }: Props) {
  const all = [...columns, ...(over ? [over] : [])].flatMap(({ values }) => values.map(drawn)).filter((value) => value !== null);
  const y = scaleLinear().domain([Math.min(0, ...all), Math.max(0, ...all)]).nice(4).range([size, 0]);
  const ticks = y.ticks(4);
  const [least = 0, most = 0] = y.domain();
  return (
    <>
      <div className="relative h-56">
        <div aria-hidden>
          {ticks.map((tick) => (
            <span key={tick} style={{ top: `${y(tick)}%` }} className="figures absolute left-0 w-11 -translate-y-1/2 text-right text-xs text-muted">
              {onAxis(tick)}
            </span>
          ))}
        </div>
        <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className={plotArea}>
          {ticks.map((tick) => (
            <path key={tick} d={`M0 ${y(tick)}H${size}`} className={tick === 0 ? "stroke-control" : "stroke-line"} strokeWidth={1} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
        <LivePlot title={title} plot={{ places, columns, ...(over ? { line: over } : {}), axis: [least, most] }} className={plotArea}>
          <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className="size-full overflow-visible">
            <Columns places={places} columns={columns} y={y} />
            {over && <Line places={places} over={over} y={y} />}
          </svg>
        </LivePlot>
      </div>
      <div aria-hidden style={{ gridTemplateColumns: `repeat(${places.length}, minmax(0, 1fr))` }} className="mt-1.5 grid pl-13 text-center text-xs text-muted">
        {places.map(({ id, short, narrow }) => (
          <span key={id}>
            <span className="sm:hidden">{narrow}</span>
            <span className="max-sm:hidden">{short}</span>
          </span>
        ))}
      </div>
    </>
  );
}

const plotArea = "absolute inset-y-0 left-13 h-full w-[calc(100%-3.25rem)] overflow-visible";

type Drawn = { places: readonly ChartPlace[]; y: (value: number) => number };

function Columns({ places, columns, y }: Drawn & Pick<Props, "columns">) {
  const x = scaleBand<number>().domain(places.keys()).range([0, size]).paddingInner(0.3).paddingOuter(0.15);
  const width = x.bandwidth() / columns.length;
  return columns.flatMap(({ label, look, values, hrefs }, order) =>
    values.map(drawn).map((value, place) => (
      <a key={`${label} ${places[place]?.id}`} href={hrefs[place]} tabIndex={-1} className="hover:opacity-75">
        <title>{inWords(places[place]?.label ?? "", label, values[place] ?? null)}</title>
        <rect x={(x(place) ?? 0) + order * width} width={width} y={Math.min(y(value ?? 0), y(0))} height={Math.abs(y(value ?? 0) - y(0))} className={fills[look]} />
      </a>
    )),
  );
}

function Line({ places, over, y }: Drawn & { over: Series }) {
  const step = size / places.length;
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => (place + 0.5) * step)
    .y((value) => y(value ?? 0));
  const numbers = over.values.map(drawn);
  const points = numbers.flatMap((value, place) => (value === null ? [] : [`M${(place + 0.5) * step} ${y(value)}h0`])).join("");
  return (
    <>
      <path d={path(numbers) ?? ""} fill="none" className="stroke-surface" strokeWidth={5} strokeLinejoin="round" vectorEffect="non-scaling-stroke" pointerEvents="none" />
      <path d={path(numbers) ?? ""} fill="none" className="stroke-ink" strokeWidth={2} strokeLinejoin="round" vectorEffect="non-scaling-stroke" pointerEvents="none" />
      <path d={points} className="stroke-ink" strokeWidth={6} strokeLinecap="round" vectorEffect="non-scaling-stroke" pointerEvents="none" />
    </>
  );
}
