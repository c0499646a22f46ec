import type Fraction from "fraction.js";
import { absolute, quotient } from "#lib/money.ts";

/** To so many decimals, half away from zero: "1234.50", "-0.4", "14". Never "-0.00". */
export function rounded({ s, n, d }: Fraction, decimals: number): string {
  const units = quotient(s * n * 10n ** BigInt(decimals), d);
  const digits = absolute(units).toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return `${units < 0n ? "-" : ""}${digits.slice(0, point)}${decimals === 0 ? "" : `.${digits.slice(point)}`}`;
}
