// A figure of any unit in words: as it stands alone, and within a sentence.
import { amountInSentence, inThrees } from "#lib/amount-label.ts";
import { decimal, type Money, money } from "#lib/money.ts";
import { decimalsOf, type Unit } from "#lib/reports/unit.ts";

/** A figure that is no money, as it stands alone: "45.30%", "31.0 days", "1.25", "14". With a minus sign. */
export function inUnit(value: string, unit: Exclude<Unit, "money">): string {
  const [whole = "", fraction] = value.replace("-", "").split(".");
  const digits = `${value.startsWith("-") ? "−" : ""}${inThrees(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${digits}${unit === "percent" ? "%" : unit === "days" ? (digits === "1" ? " day" : " days") : ""}`;
}

/** Any figure within a sentence, to its last decimal; "n/m" where there is none. */
export function figureInSentence(value: string | null, unit: Unit): string {
  if (value === null) return "n/m";
  return unit === "money" ? amountInSentence(money(value)) : inUnit(value, unit);
}

/** With the decimals of its unit, and more where it has more: 45.0 days, 14. */
export function writtenIn(unit: Unit, amount: Money): string {
  const [whole = "", fraction = ""] = decimal(amount).split(".");
  const told = fraction.replace(/0+$/, "").padEnd(decimalsOf[unit], "0");
  return told === "" ? whole : `${whole}.${told}`;
}
