// How a figure stands against what it is compared with, in words: by how much, and whether that is good news. Where less is neither good nor
// bad, it is just less.
import { amountInSentence } from "#lib/amount-label.ts";
import { absolute, decimal, type Money, money, quotient } from "#lib/money.ts";
import type { Unit } from "#lib/reports/unit.ts";

export type Change = { direction: "up" | "down" | "level"; judgement: "better" | "worse" | "neither"; words: string };
type Compared = { value: string | null; before: string | null; unit: Unit; good: "up" | "down" | "neither" };

/** Null where one of the two has no figure. */
export function changeOf({ value, before, unit, good }: Compared): Change | null {
  if (value === null || before === null) return null;
  const [now, then] = [money(value), money(before)];
  const direction = now === then ? "level" : now > then ? "up" : "down";
  if (direction === "level") return { direction, judgement: "neither", words: "no change" };
  const judgement = good === "neither" ? good : good === direction ? "better" : "worse";
  const comparative = judgement === "neither" ? (direction === "up" ? "more" : "less") : judgement;
  return { direction, judgement, words: `${howMuch(now, then, unit)} ${comparative}` };
}

/** A percentage of what was there before, where that is something to be a percentage of. */
function howMuch(now: Money, then: Money, unit: Unit): string {
  const step = absolute(now - then);
  if (unit === "percent") return `${decimal(step)} points`;
  if (unit !== "money") return decimal(step);
  if (then <= 0n) return amountInSentence(step);
  const tenths = quotient(step * 1_000n, then);
  return `${grouped(tenths / 10n)}.${tenths % 10n}%`;
}

function grouped(whole: bigint): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
