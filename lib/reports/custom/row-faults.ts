// What is wrong with the rows of a custom report: each fault with its row and the field of it, all of them in one refusal.
import { type Fault, Refusal, refuse } from "#lib/refusal.ts";

/** `row` counts from zero; the pointer is into the row. */
export type RowFault = Fault & { row: number };

/** In the sentence for people; the faults themselves are all there. */
const mostSaid = 5;

/** `field` as the row has it: "formula", "notMeaningful/0/when". */
export function refuseField(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}

/** Says of a refusal which field of the row it is about. */
export function atField<Result>(field: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuseField(field, error.message);
  }
}

/** What comes of the work on one row, alone in a list; nothing where it was refused, which is put among the faults. */
export function told<Result>(faults: RowFault[], row: number, work: () => Result): Result[] {
  try {
    return [work()];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(...error.faults.map((fault) => ({ ...fault, row })));
    return [];
  }
}

/** `within` is where the rows stand in what was sent. */
export function refuseRows(faults: readonly RowFault[], within: string): never {
  const sentences = faults.slice(0, mostSaid).map(({ row, detail }) => `Row ${row + 1}: ${detail}`);
  return refuse("invalid", sentences.join("\n"), { faults: faults.map(({ row, pointer, detail }) => ({ pointer: `${within}/${row}${pointer}`, detail })) });
}
