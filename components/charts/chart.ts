/** Figures place by place, which is a month or an age; `hrefs` lead to the proof of each. */
export type Series = { label: string; look: "strong" | "plain"; values: readonly (string | null)[]; hrefs: readonly string[] };
/** `short` stands beneath its columns, `narrow` on a phone. */
export type ChartPlace = { id: string; label: string; short: string; narrow: string };
/** Columns at each place, a line over them, and the least and the most that the axis goes to. */
export type Plot = { places: readonly ChartPlace[]; columns: readonly Series[]; line?: Series; axis: readonly [least: number, most: number] };

export const fills = { strong: "fill-accent", plain: "fill-control" } as const;
