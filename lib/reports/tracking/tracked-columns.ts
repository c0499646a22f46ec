// Columns of a profit and loss by tracking. A column of some options has only what carries one of them; told apart by a category, the whole has a column an
// option before it, of those that have any lines, so that they add up to it.
import { rangeLabel } from "#lib/day-label.ts";
import { isProfitAndLoss } from "#lib/ledger/balances.ts";
import type { Books } from "#lib/reports/books.ts";
import { fault, mostColumns } from "#lib/reports/parameters.ts";
import type { Column, StatementParameters, Tracked } from "#lib/reports/report.ts";
import type { ChosenTracking } from "#lib/reports/tracking/chosen-tracking.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

type Option = Tracked["options"][number];

/** `whole` are the columns as they would be without it. Refusal "invalid" where they become too many. */
export function trackedColumns({ all, optionIds }: Pick<ChosenTracking, "all" | "optionIds">, { columns: kind }: Pick<StatementParameters, "columns">, whole: readonly Column[], books: Pick<Books, "accounts" | "movements">): Column[] {
  const columns = whole.map((column) => (optionIds ? { ...column, tracking: [...optionIds] } : column));
  if (kind !== "tracking") return columns;
  const shown = optionIds ?? optionsWithLines(books);
  const options = all.options.filter(({ id }) => shown.includes(id));
  if (options.length > mostColumns) fault("trackingOptionIds", `With these columns a statement can have ${mostColumns} options at most; these would be ${options.length}. Name those that matter.`);
  return columns.flatMap((total) => [...options.map((option) => partOf(total, option)), total]);
}

/** What is unassigned has a column always. */
function optionsWithLines({ accounts, movements }: Pick<Books, "accounts" | "movements">): string[] {
  const earning = new Set(accounts.filter(isProfitAndLoss).map(({ id }) => id));
  return [...new Set(movements.filter(({ accountId }) => earning.has(accountId)).flatMap(({ tracking }) => tracking ?? [])), unassigned];
}

function partOf({ kind, start, end }: Column, { id, name }: Option): Column {
  const part = { start, end, tracking: [id] };
  if (kind === "compare") return { id: `compare:tracking:${id}`, kind, label: `${name}, ${rangeLabel(start ?? end, end)}`, ...part };
  return { id: `tracking:${id}`, kind: "tracking", label: name, ...part };
}
