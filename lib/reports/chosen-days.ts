// Which days a form asks for: by the name of a period, by what was typed instead, by two days, or by a step away from those that are shown.
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { askedPeriod } from "#lib/reports/asked-period.ts";
import { neighbour, type Stretch } from "#lib/reports/periods.ts";
import { refuse } from "#lib/refusal.ts";

/** `from` and `to` are the days shown, or those of a custom period. */
export type Choice = { period: string; typed: string; from: Day | ""; to: Day | ""; step: "" | "-1" | "1" };

/** Refusal "invalid" with a sentence. */
export function chosenDays({ period, typed, from, to, step }: Choice, today: Day, yearEnd: YearEnd): Stretch {
  if (step !== "") return neighbour(twoDays(from, to), step === "1" ? 1 : -1);
  if (typed === "" && period === "custom") return twoDays(from, to);
  return askedPeriod(typed || period, today, yearEnd) ?? refuse("invalid", `“${typed || period}” is no period. Write FY2026, 2026-Q3, 2026-03, or two days as 2026-01-15..2026-03-31.`);
}

function twoDays(start: Day | "", end: Day | ""): Stretch {
  if (start === "" || end === "") return refuse("invalid", "For a custom period give its first and its last day.");
  return { start, end };
}
