// A sum as somebody would write it: neighbours as one range, the others by themselves, each with its sign.
import { isNumber, type Place, range, reference } from "#lib/reports/export/xlsx/places.ts";

export type Term = { place: Place; factor: 1 | -1 };
type Run = { first: Place; last: Place; factor: 1 | -1 };

/** What spreadsheets take for one formula. */
const longest = 8_000;

/** Terms of one column; `taken` are the rows of it that hold something. Null where it cannot be live: a term is no number, or there are too many. */
export function sumFormula(terms: readonly Term[], from: Place, taken: ReadonlySet<number>): string | null {
  const counted = terms.filter(({ place }) => place.value !== null);
  if (counted.length === 0 || !counted.every(({ place }) => isNumber(place))) return null;
  const words = runsOf(counted.toSorted((one, other) => one.place.row - other.place.row), taken).map((run) => `${run.factor === 1 ? "+" : "-"}${written(run, from)}`);
  const formula = words.join("").replace(/^\+/, "");
  return formula.length > longest ? null : formula;
}

/** What stands next to each other with one sign; between them nothing else may hold a figure. */
function runsOf(terms: readonly Term[], taken: ReadonlySet<number>): Run[] {
  const runs: Run[] = [];
  for (const { place, factor } of terms) {
    const last = runs.at(-1);
    if (last && last.factor === factor && last.last.row < place.row && isFreeBetween(last.last.row, place.row, taken)) last.last = place;
    else runs.push({ first: place, last: place, factor });
  }
  return runs;
}

function isFreeBetween(above: number, below: number, taken: ReadonlySet<number>): boolean {
  for (let row = above + 1; row < below; row += 1) if (taken.has(row)) return false;
  return true;
}

function written({ first, last }: Run, from: Place): string {
  return first === last ? reference(first, from) : `SUM(${range(first, last)})`;
}
