// Numbers that are missing from a row of invoices. Invoices are numbered by a prefix and a number that counts up; between the first and the last of some
// days each number ought to be there, whatever became of the invoice.

/** `from` and `to` are the first and last missing number, as an invoice would carry them. */
export type Gap = { from: string; to: string; count: number; after: string; before: string };
type Numbered = { text: string; prefix: string; value: number; width: number };

/** A jump beyond this is another row of numbers, not a gap in one. */
const widest = 1000;

/** `known` are all numbers there are; `within` those of the days that are looked at. */
export function numberGaps(known: readonly string[], within: readonly string[]): Gap[] {
  const all = Map.groupBy(known.flatMap(numbered), ({ prefix }) => prefix);
  return [...Map.groupBy(within.flatMap(numbered), ({ prefix }) => prefix)].toSorted(([one], [other]) => one.localeCompare(other)).flatMap(([prefix, own]) => {
    const values = own.map(({ value }) => value).toSorted((one, other) => one - other);
    const [first = 0, last = 0] = [values.at(0), values.at(-1)];
    const between = [...new Map((all.get(prefix) ?? []).filter(({ value }) => value >= first && value <= last).map((each) => [each.value, each])).values()].toSorted((one, other) => one.value - other.value);
    return between.flatMap((each, place) => gapAfter(each, between[place + 1]));
  });
}

function gapAfter(one: Numbered, next: Numbered | undefined): Gap[] {
  const count = next ? next.value - one.value - 1 : 0;
  if (!next || count < 1 || count > widest) return [];
  const written = (value: number) => `${one.prefix}${String(value).padStart(one.width, "0")}`;
  return [{ from: written(one.value + 1), to: written(next.value - 1), count, after: one.text, before: next.text }];
}

/** "INV-0012": its last digits count. Longer ones than a number holds exactly do not. */
function numbered(text: string): Numbered[] {
  const [, prefix, digits] = /^(.*?)(\d{1,15})$/.exec(text.trim()) ?? [];
  return prefix === undefined || digits === undefined ? [] : [{ text, prefix, value: Number(digits), width: digits.length }];
}
