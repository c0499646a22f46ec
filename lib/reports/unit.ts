import { decimal, type Money } from "#lib/money.ts";

/** What a cell counts. */
export const units = ["money", "percent", "days", "ratio", "count"] as const;
export type Unit = (typeof units)[number];

export const decimalsOf: Record<Unit, number> = { money: 2, percent: 2, ratio: 2, days: 1, count: 0 };

/** With the decimals of its unit, and more where it has more: 45.0 days, 14. */
export function writtenIn(unit: Unit, amount: Money): string {
  const [whole = "", fraction = ""] = decimal(amount).split(".");
  const told = fraction.replace(/0+$/, "").padEnd(decimalsOf[unit], "0");
  return told === "" ? whole : `${whole}.${told}`;
}
