/** Figures place by place, which is a month or an age; `hrefs` lead to the proof of each. */
export type Series = { label: string; look: "strong" | "plain"; values: readonly (string | null)[]; hrefs: readonly string[] };
/** `short` stands beneath its columns, `narrow` on a phone. */
export type ChartPlace = { id: string; label: string; short: string; narrow: string };
