import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { drawn } from "#components/charts/figures-for-drawing.ts";

type Props = { values: readonly (string | null)[] };

const [width, height] = [100, 28];

/** The shape of some months, without figures: those stand beside it. A month without one is a gap. Zero is drawn where figures lie on both sides. */
export function Sparkline({ values }: Props) {
  const numbers = values.map(drawn);
  const known = numbers.filter((number) => number !== null);
  if (known.length === 0) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = scalePoint<number>().domain(numbers.keys()).range([2, width - 2]);
  const y = scaleLinear().domain(least === most ? [least - 1, most + 1] : [least, most]).range([height - 3, 3]);
  const path = line<number | null>()
    .defined((number) => number !== null)
    .x((_, index) => x(index) ?? 0)
    .y((number) => y(number ?? 0));
  const last = numbers.at(-1);
  return (
    <svg aria-hidden viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-8 w-full overflow-visible text-accent">
      {least < 0 && most > 0 && <path d={`M0 ${y(0)}H${width}`} className="stroke-line" strokeWidth={1} vectorEffect="non-scaling-stroke" />}
      <path d={path(numbers) ?? ""} fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      {last !== null && last !== undefined && <path d={`M${x(numbers.length - 1) ?? 0} ${y(last)}h0`} stroke="currentColor" strokeWidth={5} strokeLinecap="round" vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}
