import type { Fault } from "#components/custom/faults.ts";
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";
import type { ListChoice, RowChoices } from "#lib/reports/custom/saved/row-choices.ts";

/** `names` are those that a formula of this row can have: other rows, then measures. */
export type Offered = { choices: RowChoices; names: readonly ListChoice[] };

/** What the fields of a row are given; the pointers of its faults are into the row. */
export type RowProps<Row> = { row: Row; faults: readonly Fault[]; offered: Offered; change: (row: CustomRow) => void; leaveLabel: () => void };
