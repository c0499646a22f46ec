/** Figures place by place, which is a month, a week, an age or a measure; `hrefs` lead to the proof of each that has one. */
export type Figures = { label: string; values: readonly (string | null)[]; hrefs?: readonly string[] };
export type Series = Figures & { look: keyof typeof fills; dashed?: boolean };
/** `short` stands beneath its columns, `narrow` on a phone. */
export type ChartPlace = { id: string; label: string; short: string; narrow: string };

/** What is drawn; all of it may stand over the same places. Values are exact decimals, null where there is no figure. */
export type Plot = {
  places: readonly ChartPlace[];
  columns?: readonly Series[];
  /** How columns stand. A waterfall has one series: its first and last values are levels, those between are steps from the one to the other. */
  arrangement?: "beside" | "stacked" | "waterfall";
  lines?: readonly Series[];
  /** What the columns ought to reach, and up to where each range goes, the poorest first: with these each column is a bullet. */
  target?: Figures;
  ranges?: readonly Figures[];
  /** What nothing should fall below. */
  minimum?: { label: string; value: string };
  /** The place in which the present day is. */
  today?: number;
};

export const fills = { strong: "fill-accent", plain: "fill-control", third: "fill-info", fourth: "fill-warning" } as const;
export const strokes = { strong: "stroke-accent", plain: "stroke-ink", third: "stroke-info", fourth: "stroke-warning" } as const;
export const steps = { up: "fill-positive", down: "fill-critical" } as const;

/** The poorest is the darkest. */
export function rangeFill(order: number): string {
  return rangeFills[order] ?? "fill-ink/5";
}

const rangeFills = ["fill-ink/25", "fill-ink/15", "fill-ink/8"];

/** Everything that has a figure at each place, as tables, tooltips and screen readers have it. */
export function figuresOf({ columns = [], lines = [], target, ranges = [] }: Plot): Figures[] {
  return [...columns, ...lines, ...(target ? [target] : []), ...ranges];
}
