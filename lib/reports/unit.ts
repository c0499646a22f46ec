/** What a cell counts. */
export const units = ["money", "percent", "days", "ratio", "count"] as const;
export type Unit = (typeof units)[number];

export const decimalsOf: Record<Unit, number> = { money: 2, percent: 2, ratio: 2, days: 1, count: 0 };
