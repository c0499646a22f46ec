// What was found wrong with a definition, beside the fields it is about.
import { rowLines } from "#lib/reports/custom/saved/row-words.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

/** `pointer` is into the definition: "/name", "/rows/1/formula". */
export type Fault = { pointer: string; detail: string };
export type Refused = { refused: string; faults: readonly Fault[]; given: { name: string; rows: string } };

/** A fault of a row is about the row as it was sent: it goes with the first change. The pointers of these are into the row, "formula". */
export function faultsOfRow(row: CustomRow, answer: Refused | undefined): Fault[] {
  if (!answer || answer.faults.length === 0) return [];
  const sent = rowLines(answer.given.rows);
  const now = JSON.stringify(row);
  return answer.faults.flatMap(({ pointer, detail }) => {
    const [, list, place, ...within] = pointer.split("/");
    return list === "rows" && sent[Number(place)] === now ? [{ pointer: within.join("/"), detail }] : [];
  });
}

/** The first fault of a field or of something within it. */
export function faultAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find(({ pointer }) => pointer === field || pointer.startsWith(`${field}/`))?.detail;
}
