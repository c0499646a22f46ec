/** Figures place by place, which is a month, a week, an age or a measure; `cells` are those of the report that hold them, null where nothing proves one. */
export type Figures = { label: string; values: readonly (string | null)[]; cells?: readonly (string | null)[] };
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
  /** The address of a proof, up to the name of its cell. */
  proofs?: string;
};

export const fills = { strong: "fill-accent", plain: "fill-control", third: "fill-info", fourth: "fill-warning" } as const;
export const strokes = { strong: "stroke-accent", plain: "stroke-ink", third: "stroke-info", fourth: "stroke-warning" } as const;
export const steps = { up: "fill-positive", down: "fill-critical" } as const;

/** The poorest is the darkest. */
export function rangeFill(order: number): string {
  return rangeFills[order] ?? "fill-ink/5";
}

const rangeFills = ["fill-ink/25", "fill-ink/15", "fill-ink/8"];

/** Where the proof of a figure is; null where there is none. Said in two parts, for a page tells of hundreds. */
export function proofOf({ proofs }: Plot, { cells }: Figures, place: number): string | null {
  const cell = cells?.[place];
  return proofs && cell ? proofAt(proofs, cell) : null;
}

export function proofAt(proofs: string, cell: string): string {
  return `${proofs}${encodeURIComponent(cell)}`;
}

/** Everything that has a figure at each place, as tables, tooltips and screen readers have it. */
export function figuresOf({ columns = [], lines = [], target, ranges = [] }: Plot): Figures[] {
  return [...columns, ...lines, ...(target ? [target] : []), ...ranges];
}
