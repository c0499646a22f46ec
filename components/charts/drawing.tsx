import { line } from "d3-shape";
import { type Plot, type Series, strokes } from "#components/charts/chart.ts";
import { drawn } from "#components/charts/figures-for-drawing.ts";
import { type Across, acrossOf, type Box, boxOf, type Height, type Point, pointsOf, size, targetOf } from "#components/charts/geometry.ts";
import { levelsOf, type Mark, marksOf } from "#components/charts/marks.ts";

type Props = { plot: Plot; y: Height };

/** More places than these have no dots on their lines. */
const fewPlaces = 14;

/** Everything that stands for a figure, in as few elements as there are looks: what each says, and leads to, is for whoever points at it (`leads.tsx`)
 * and for the table. */
export function Drawing({ plot, y }: Props) {
  const across = acrossOf(plot);
  const { target, lines = [], minimum, today } = plot;
  return (
    <svg aria-hidden viewBox={`0 0 ${size} ${size}`} preserveAspectRatio="none" className="size-full overflow-visible [&_path]:[vector-effect:non-scaling-stroke]">
      {today !== undefined && <path d={`M${across.middle(today)} 0V${size}`} className="stroke-control" strokeWidth={1} />}
      {blocksOf(plot, across, y).map(({ of, place, fill, path }) => (
        <path key={`${of.label} ${place}`} d={path} className={fill} />
      ))}
      {plot.arrangement === "waterfall" && <Connectors plot={plot} y={y} across={across} />}
      {target && <path d={targetOf(target, across, y).map(edge).join("")} className="stroke-ink" strokeWidth={3} />}
      {minimum && <path d={`M0 ${y(drawn(minimum.value) ?? 0)}H${size}`} className="stroke-critical" strokeWidth={1.5} strokeDasharray="6 4" />}
      {lines.map((one) => (
        <Line key={one.label} of={one} points={pointsOf(one, across, y)} />
      ))}
    </svg>
  );
}

type Block = Pick<Mark, "of" | "place" | "fill"> & { path: string };

/** Marks that follow each other and look alike are one path. */
function blocksOf(plot: Plot, across: Across, y: Height): Block[] {
  const blocks: Block[] = [];
  for (const mark of marksOf(plot)) {
    const [last, path] = [blocks.at(-1), rectangle(boxOf(mark, across, y))];
    if (last && last.of === mark.of && last.fill === mark.fill) last.path += path;
    else blocks.push({ of: mark.of, place: mark.place, fill: mark.fill, path });
  }
  return blocks;
}

function rectangle({ x, y, width, height }: Box): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`;
}

function edge({ x, y, width }: Box): string {
  return `M${short(x)} ${short(y)}h${short(width)}`;
}

/** A thousandth of a hundredth is less than a pixel. */
function short(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** From each level to the place after it; one that does not add up shows it here. */
function Connectors({ plot, y, across: { middle, step, band } }: Props & { across: Across }) {
  const levels = levelsOf(plot).slice(0, -1).map(drawn);
  const path = levels.map((level, place) => (level === null ? "" : `M${middle(place) + band / 2} ${y(level)}h${step - band}`)).join("");
  return <path d={path} className="stroke-ink" strokeWidth={1} strokeDasharray="2 2" />;
}

function Line({ of, points }: { of: Series; points: readonly Point[] }) {
  const path = line<Point>()
    .defined((point) => point !== null)
    .x((point) => short(point?.x ?? 0))
    .y((point) => short(point?.y ?? 0))(points);
  const dots = points.map((point, place) => (point && hasDot(points, place) ? `M${short(point.x)} ${short(point.y)}h0` : "")).join("");
  return (
    <>
      <path d={path ?? ""} fill="none" className="stroke-surface" strokeWidth={5} strokeLinejoin="round" />
      <path d={path ?? ""} fill="none" className={strokes[of.look]} strokeWidth={2} strokeLinejoin="round" strokeDasharray={of.dashed ? "5 4" : undefined} />
      {dots && <path d={dots} className="stroke-surface" strokeWidth={9} strokeLinecap="round" />}
      {dots && <path d={dots} className={strokes[of.look]} strokeWidth={6} strokeLinecap="round" />}
    </>
  );
}

/** A point that no line reaches would not be seen. */
function hasDot(points: readonly Point[], place: number): boolean {
  const isAlone = !points[place - 1] && !points[place + 1];
  return points.length <= fewPlaces || isAlone;
}
