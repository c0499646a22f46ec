// A stretch of days taken apart: the whole months in it, whose balances are kept, and the days at its edges, which are read line by line.
// So profit is cut by day wherever a financial year ends within a month, and still read from a few rows.
import { addToMonth, type Day, firstDayOf, lastDayOf, type Month, monthOf } from "#lib/day.ts";

/** Days, both included; a start of null is the beginning of the books. */
export type Stretch = { from: Day | null; to: Day };
/** `first` is null from the beginning of the books. */
type Parts = { months: { first: Month | null; last: Month } | null; days: { from: Day; to: Day }[] };

export function partsOf({ from, to }: Stretch): Parts {
  const endsWhole = to === lastDayOf(monthOf(to));
  const startsWhole = from === null || from === firstDayOf(monthOf(from));
  if (from !== null && monthOf(from) === monthOf(to) && !(startsWhole && endsWhole)) return { months: null, days: from <= to ? [{ from, to }] : [] };
  const head = from === null || startsWhole ? [] : [{ from, to: lastDayOf(monthOf(from)) }];
  const tail = endsWhole ? [] : [{ from: firstDayOf(monthOf(to)), to }];
  const first = from === null ? null : startsWhole ? monthOf(from) : addToMonth(monthOf(from), 1);
  const last = endsWhole ? monthOf(to) : addToMonth(monthOf(to), -1);
  return { months: first !== null && first > last ? null : { first, last }, days: [...head, ...tail].filter((part) => part.from <= part.to) };
}
