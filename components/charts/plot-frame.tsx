import type { ChartPlace, Plot } from "#components/charts/chart.ts";
import { Drawing } from "#components/charts/drawing.tsx";
import { onAxis } from "#components/charts/figures-for-drawing.ts";
import { type Height, heightOf, size } from "#components/charts/geometry.ts";
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
        <div aria-hidden className="figures text-right text-xs text-muted">
          {ticks.map((tick) => (
            <span key={tick} style={{ top: `${y(tick)}%` }} className="absolute left-0 w-11 -translate-y-1/2">
              {onAxis(tick)}
            </span>
          ))}
        </div>
        <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className={plotArea}>
          <Levels of={ticks.filter((tick) => tick !== 0)} y={y} className="stroke-line" />
          <Levels of={ticks.filter((tick) => tick === 0)} y={y} className="stroke-control" />
        </svg>
        <LivePlot title={title} plot={plot} className={plotArea}>
          <Drawing plot={plot} y={y} />
        </LivePlot>
      </div>
      <Places places={plot.places} today={plot.today} />
    </>
  );
}

function Levels({ of, y, className }: { of: readonly number[]; y: Height; className: string }) {
  return <path d={of.map((level) => `M0 ${y(level)}H${size}`).join("")} className={className} strokeWidth={1} vectorEffect="non-scaling-stroke" />;
}

const plotArea = "absolute inset-y-0 left-13 h-full w-[calc(100%-3.25rem)] overflow-visible";

/** More places than these are time, and some of them are named; fewer are things, and each is, in as many lines as it needs. */
const fewPlaces = 9;
/** In pixels: a letter of this size, and how wide a drawing is at the least. */
const [letter, room] = [6.5, { narrow: 290, short: 480 }];

/** On which width which name stands. */
const widths = { narrow: "sm:hidden", short: "max-sm:hidden" } as const;
const withinItsPlace = "px-0.5 text-center break-words hyphens-auto line-clamp-3";
/** A name that is wider than its place reaches into those beside it, which have none. */
const acrossNeighbours = "-mx-4 flex justify-center whitespace-nowrap";
const backFromTheEdge = "-ml-8 flex justify-end whitespace-nowrap";

/** The place of today is named whatever else is. What has no name on this width is no element. */
function Places({ places, today }: { places: readonly ChartPlace[]; today: number | undefined }) {
  const isNamed = (place: number, of: "narrow" | "short") => places[place]?.[of] !== "" && (place - (today ?? 0)) % every(places, of) === 0;
  const standing = (place: number) => (places.length <= fewPlaces ? withinItsPlace : place === places.length - 1 ? backFromTheEdge : acrossNeighbours);
  return (
    <div aria-hidden style={{ gridTemplateColumns: `repeat(${places.length}, minmax(0, 1fr))` }} className="mt-1.5 grid pl-13 text-xs text-muted">
      {(["narrow", "short"] as const).map((of) =>
        places.map(
          (named, place) =>
            isNamed(place, of) && (
              <span key={named.id} style={{ gridColumn: place + 1 }} className={classes("row-start-1", standing(place), widths[of], place === today && "font-semibold text-ink")}>
                {named[of]}
              </span>
            ),
        ),
      )}
    </div>
  );
}

/** Each place, or every other, or fewer: so that their names have room beside each other. */
function every(places: readonly ChartPlace[], of: "narrow" | "short"): number {
  if (places.length <= fewPlaces) return 1;
  const longest = Math.max(...places.map((place) => place[of].length));
  return Math.ceil((places.length * (longest + 1) * letter) / room[of]);
}
