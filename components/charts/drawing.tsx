import { scaleBand, type ScaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactNode } from "react";
import { type Figures, type Plot, type Series, strokes } from "#components/charts/chart.ts";
import { drawn, inWords } from "#components/charts/figures-for-drawing.ts";
import { levelsOf, marksOf } from "#components/charts/marks.ts";

type Y = ScaleLinear<number, number>;
type Props = { plot: Plot; y: Y };
type Point = { x: number; y: number } | null;

/** The drawing is stretched to its frame, so words stand outside of it. */
export const size = 100;
/** Where there are few places, their columns do not fill the drawing. */
const widest = size / 6;
/** More places than these have no dots on their lines. */
const fewPlaces = 14;

/** Everything that stands for a figure. Each leads to its proof, and says itself to a pointer that rests on it. */
export function Drawing({ plot, y }: Props) {
  const { places, target, lines = [], minimum, today } = plot;
  const x = scaleBand<number>().domain(places.keys()).range([0, size]).paddingInner(0.3).paddingOuter(0.15);
  const step = size / Math.max(places.length, 1);
  const band = Math.min(x.bandwidth(), widest);
  const start = (place: number) => (place + 0.5) * step - band / 2;
  return (
    <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className="size-full overflow-visible [&_a:hover]:opacity-75 [&_path]:[vector-effect:non-scaling-stroke]">
      {today !== undefined && <path d={`M${(today + 0.5) * step} 0V${size}`} className="stroke-control" strokeWidth={1} />}
      {marksOf(plot).map(({ of, place, from, to, left, width, fill }) => (
        <Told key={`${of.label} ${places[place]?.id}`} of={of} place={place} plot={plot}>
          <rect x={start(place) + left * band} width={width * band} y={y(Math.max(from, to))} height={Math.abs(y(from) - y(to))} className={fill} />
        </Told>
      ))}
      {plot.arrangement === "waterfall" && <Connectors plot={plot} y={y} step={step} band={band} />}
      {target?.values.map((value, place) => (
        <Told key={places[place]?.id} of={target} place={place} plot={plot}>
          {value !== null && <path d={`M${start(place) + 0.1 * band} ${y(drawn(value) ?? 0)}h${0.8 * band}`} className="stroke-ink" strokeWidth={3} />}
        </Told>
      ))}
      {minimum && <path d={`M0 ${y(drawn(minimum.value) ?? 0)}H${size}`} className="stroke-critical" strokeWidth={1.5} strokeDasharray="6 4" />}
      {lines.map((one) => (
        <Line key={one.label} of={one} plot={plot} points={one.values.map(drawn).map((value, place) => value === null ? null : { x: (place + 0.5) * step, y: y(value) })} />
      ))}
    </svg>
  );
}

function Told({ of, place, plot, children }: { of: Figures; place: number; plot: Plot; children: ReactNode }) {
  return (
    <a href={of.hrefs?.[place] || undefined} tabIndex={-1}>
      <title>{inWords(plot.places[place]?.label ?? "", of.label, of.values[place] ?? null)}</title>
      {children}
    </a>
  );
}

/** From each level to the place after it; one that does not add up shows it here. */
function Connectors({ plot, y, step, band }: Props & { step: number; band: number }) {
  const levels = levelsOf(plot).slice(0, -1).map(drawn);
  const path = levels.map((level, place) => (level === null ? "" : `M${(place + 0.5) * step + band / 2} ${y(level)}h${step - band}`)).join("");
  return <path d={path} className="stroke-ink" strokeWidth={1} strokeDasharray="2 2" pointerEvents="none" />;
}

function Line({ of, plot, points }: { of: Series; plot: Plot; points: readonly Point[] }) {
  const path = line<Point>()
    .defined((point) => point !== null)
    .x((point) => point?.x ?? 0)
    .y((point) => point?.y ?? 0)(points);
  return (
    <>
      <path d={path ?? ""} fill="none" className="stroke-surface" strokeWidth={5} strokeLinejoin="round" pointerEvents="none" />
      <path d={path ?? ""} fill="none" className={strokes[of.look]} strokeWidth={2} strokeLinejoin="round" strokeDasharray={of.dashed ? "5 4" : undefined} pointerEvents="none" />
      {points.map((point, place) => (
        <Told key={plot.places[place]?.id} of={of} place={place} plot={plot}>
          {point && <Dot point={point} look={hasDot(points, place) ? strokes[of.look] : null} />}
        </Told>
      ))}
    </>
  );
}

/** A pointer finds it before it is on it; without a look it is not seen. */
function Dot({ point: { x, y }, look }: { point: { x: number; y: number }; look: string | null }) {
  const at = `M${x} ${y}h0`;
  return (
    <>
      <path d={at} className="stroke-transparent" strokeWidth={14} strokeLinecap="round" />
      {look && <path d={at} className="stroke-surface" strokeWidth={9} strokeLinecap="round" />}
      {look && <path d={at} className={look} strokeWidth={6} strokeLinecap="round" />}
    </>
  );
}

/** A point that no line reaches would not be seen. */
function hasDot(points: readonly Point[], place: number): boolean {
  const isAlone = !points[place - 1] && !points[place + 1];
  return points.length <= fewPlaces || isAlone;
}
