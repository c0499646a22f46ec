// A month as people head a column with it: 2026-04, 2026-04-30, 04/2026, Apr 2026, April 2026, Apr-26. Two digits are a year of this century: a
// spreadsheet writes Apr-26 for what was typed as Apr 2026.
import type { Month } from "#lib/day.ts";

const names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Null where it is none. */
export function readMonth(text: string): Month | null {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(text) ?? [];
  if (year && month) return monthOfYear(year, Number(month));
  const [, before, after] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (before && after) return monthOfYear(after, Number(before));
  const [, name = "", short] = /^([a-z]{3,9})\.?[\s'’/-]*(\d{4}|\d{2})$/i.exec(text) ?? [];
  return short ? monthOfYear(short.padStart(4, "20"), names.findIndex((each) => each.startsWith(name.toLowerCase())) + 1) : null;
}

function monthOfYear(year: string, month: number): Month | null {
  return month >= 1 && month <= 12 && year >= "1990" && year <= "2099" ? `${year}-${String(month).padStart(2, "0")}` : null;
}
