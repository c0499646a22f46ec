// Exchange rates that wander a little from day to day: units of the currency for one New Zealand dollar.

import { type Day, startOf } from "../../exact/day.ts";
import { numeral, type Numeral } from "../../exact/json.ts";
import { diceFor } from "../dice.ts";

const MIDDLE: Readonly<Record<string, number>> = { USD: 598_000, AUD: 914_000, EUR: 551_000 };
const WEEK = 7 * 86_400_000;

export function rateOn(currency: string, day: Day): Numeral {
  const week = Math.floor(startOf(day) / WEEK);
  const drift = diceFor("rate", currency, week).between(-21_000, 21_000) + diceFor("rate", currency, day).between(-3_000, 3_000);
  const millionths = (MIDDLE[currency] ?? 1_000_000) + drift;
  return currency === "NZD" ? numeral("1.0000000000") : numeral(`0.${String(millionths).padStart(6, "0")}0000`);
}
