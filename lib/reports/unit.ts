/** What a cell counts. */
export const units = ["money", "percent", "days", "ratio", "count"] as const;
export type Unit = (typeof units)[number];
