/** Figures month by month; `hrefs` lead to the proof of each. */
export type Series = { label: string; look: "strong" | "plain"; values: readonly (string | null)[]; hrefs: readonly string[] };
export type ChartMonth = { id: string; label: string };
