// Where on a drawing its figures stand: from 0 to `size` both ways, for it is stretched to its frame.
import { scaleBand, type ScaleLinear, scaleLinear } from "d3-scale";
import type { Figures, Plot } from "#components/charts/chart.ts";
import { drawn } from "#components/charts/figures-for-drawing.ts";
import { extentOf, type Mark } from "#components/charts/marks.ts";

export const size = 100;
/** Where there are few places, their columns do not fill the drawing. */
const widest = size / 6;

export type Height = ScaleLinear<number, number>;
export type Point = { x: number; y: number } | null;
export type Box = { x: number; y: number; width: number; height: number };

/** The height of an amount, zero and all that is drawn within. */
export function heightOf(plot: Plot): Height {
  const [least, most] = extentOf(plot);
  return scaleLinear().domain(least === most ? [0, 1] : [least, most]).nice(4).range([size, 0]);
}

/** `band` is what the columns of a place have for themselves, `start` where they begin. */
export function acrossOf({ places }: Plot) {
  const x = scaleBand<number>().domain(places.keys()).range([0, size]).paddingInner(0.3).paddingOuter(0.15);
  const step = size / Math.max(places.length, 1);
  const band = Math.min(x.bandwidth(), widest);
  const middle = (place: number) => (place + 0.5) * step;
  return { step, band, middle, start: (place: number) => middle(place) - band / 2 };
}

export type Across = ReturnType<typeof acrossOf>;

export function boxOf({ place, from, to, left, width }: Mark, { start, band }: Across, y: Height): Box {
  return { x: start(place) + left * band, width: width * band, y: y(Math.max(from, to)), height: Math.abs(y(from) - y(to)) };
}

/** Null where there is no figure. */
export function pointsOf({ values }: Figures, { middle }: Across, y: Height): Point[] {
  return values.map(drawn).map((value, place) => (value === null ? null : { x: middle(place), y: y(value) }));
}

/** What stands for a target, across the middle of its columns. */
export function targetOf({ values }: Figures, { start, band }: Across, y: Height): Box[] {
  return values.map(drawn).flatMap((value, place) => (value === null ? [] : [{ x: start(place) + 0.1 * band, width: 0.8 * band, y: y(value), height: 0 }]));
}
