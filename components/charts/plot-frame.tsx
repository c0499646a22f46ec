import type { ChartPlace, Plot } from "#components/charts/chart.ts";
import { Drawing } from "#components/charts/drawing.tsx";
import { onAxis } from "#components/charts/figures-for-drawing.ts";
import { heightOf, size } from "#components/charts/geometry.ts";
import { LivePlot } from "#components/charts/live-plot.tsx";
import { extentOf } from "#components/charts/marks.ts";
import { classes } from "#components/ui/classes.ts";

type Props = { title: string; plot: Plot };

/** A drawing between its axes: made on the server, so that it is there without scripts, and answering once somebody points at it. */
export function PlotFrame({ title, plot }: Props) {
  const [least, most] = extentOf(plot);
  const y = heightOf(plot);
  const ticks = least === most ? [0] : y.ticks(4);
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
        <LivePlot title={title} plot={plot} className={plotArea}>
          <Drawing plot={plot} y={y} />
        </LivePlot>
      </div>
      <Places places={plot.places} today={plot.today} />
    </>
  );
}

const plotArea = "absolute inset-y-0 left-13 h-full w-[calc(100%-3.25rem)] overflow-visible";

/** More places than these are time, and some of them are named; fewer are things, and each is, in as many lines as it needs. */
const fewPlaces = 9;
/** In pixels: a letter of this size, and how wide a drawing is at the least. */
const [letter, room] = [6.5, { narrow: 290, short: 480 }];

/** A name that is wider than its place reaches into those beside it, which have none. */
const acrossNeighbours = "-mx-4 whitespace-nowrap last:-ml-8 last:mr-0 last:justify-end";

/** The place of today is named whatever else is. */
function Places({ places, today }: { places: readonly ChartPlace[]; today: number | undefined }) {
  const isNamed = (place: number, of: "narrow" | "short") => (place - (today ?? 0)) % every(places, of) === 0;
  const wraps = places.length <= fewPlaces;
  return (
    <div aria-hidden style={{ gridTemplateColumns: `repeat(${places.length}, minmax(0, 1fr))` }} className="mt-1.5 grid pl-13 text-xs text-muted">
      {places.map(({ id, short, narrow }, place) => (
        <span key={id} className={classes("flex justify-center", wraps ? "px-0.5 text-center break-words hyphens-auto *:line-clamp-3" : acrossNeighbours, place === today && "font-semibold text-ink")}>
          {isNamed(place, "narrow") && <span className="sm:hidden">{narrow}</span>}
          {isNamed(place, "short") && <span className="max-sm:hidden">{short}</span>}
        </span>
      ))}
    </div>
  );
}

/** Each place, or every other, or fewer: so that their names have room beside each other. */
function every(places: readonly ChartPlace[], of: "narrow" | "short"): number {
  if (places.length <= fewPlaces) return 1;
  const longest = Math.max(...places.map((place) => place[of].length));
  return Math.ceil((places.length * (longest + 1) * letter) / room[of]);
}
