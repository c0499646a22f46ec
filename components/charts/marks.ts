// Where rectangles begin and end: in the unit of the figures along the axis, and from 0 to 1 across the band of their place.
import { stack, stackOffsetDiverging } from "d3-shape";
import { type Figures, fills, figuresOf, type Plot, rangeFill, steps } from "#components/charts/chart.ts";
import { drawn } from "#components/charts/figures-for-drawing.ts";
import { decimal, type Money, money } from "#lib/money.ts";

export type Mark = { of: Figures; place: number; from: number; to: number; left: number; width: number; fill: string };

/** Ranges behind, columns before them. */
export function marksOf(plot: Plot): Mark[] {
  return [...ranges(plot), ...arrangements[plot.arrangement ?? "beside"](plot)];
}

/** From the least to the most that is drawn, zero always within. */
export function extentOf(plot: Plot): [least: number, most: number] {
  const single = plot.arrangement === undefined || plot.arrangement === "beside" ? figuresOf(plot) : figuresOf({ ...plot, columns: [] });
  const reached = [...single.flatMap(({ values }) => values.map(drawn)), ...marksOf(plot).flatMap(({ from, to }) => [from, to]), drawn(plot.minimum?.value ?? null)];
  const known = reached.filter((value) => value !== null);
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

/** The levels that a waterfall stands at after each of its places; none from where a figure is missing on. Exact, for steps add up. */
export function levelsOf({ columns = [], places }: Plot): (string | null)[] {
  const values = columns[0]?.values ?? [];
  let level: Money | null = 0n;
  return places.map((_, place) => {
    const [value, isLevel] = [values[place] ?? null, place === 0 || place === places.length - 1];
    const before = isLevel ? 0n : level;
    level = value === null || before === null ? null : before + money(value);
    return level === null ? null : decimal(level);
  });
}

function beside({ columns = [], ranges: behind = [] }: Plot): Mark[] {
  const [margin, room] = behind.length > 0 ? [0.25, 0.5] : [0, 1];
  const width = room / columns.length;
  return columns.flatMap((of, order) => of.values.map((value, place) => ({ of, place, from: 0, to: drawn(value) ?? 0, left: margin + order * width, width, fill: fills[of.look] })));
}

/** What is above zero upwards, what is below it downwards. */
function stacked({ columns = [], places }: Plot): Mark[] {
  const heights = stack<unknown, number, number>()
    .keys(columns.keys())
    .value((place, order) => drawn(columns[order]?.values[place] ?? null) ?? 0)
    .offset(stackOffsetDiverging);
  return heights(places.keys()).flatMap((layer, order) => {
    const of = columns[order];
    return of ? layer.map(([from, to], place) => ({ of, place, from, to, left: 0, width: 1, fill: fills[of.look] })) : [];
  });
}

function waterfall(plot: Plot): Mark[] {
  const [of, levels, last] = [plot.columns?.[0], levelsOf(plot).map(drawn), plot.places.length - 1];
  if (!of) return [];
  return levels.map((level, place) => {
    const before = place === 0 || place === last ? 0 : (levels[place - 1] ?? 0);
    const step = (level ?? 0) < before ? steps.down : steps.up;
    return { of, place, from: level === null ? 0 : before, to: level ?? 0, left: 0, width: 1, fill: place === 0 || place === last ? fills[of.look] : step };
  });
}

const arrangements = { beside, stacked, waterfall } as const;

/** Each from where the one before ends. */
function ranges({ ranges: all = [] }: Plot): Mark[] {
  return all.flatMap((of, order) =>
    of.values.map((value, place) => {
      const from = drawn(all[order - 1]?.values[place] ?? null) ?? 0;
      return { of, place, from, to: drawn(value) ?? from, left: 0, width: 1, fill: rangeFill(order) };
    }),
  );
}
