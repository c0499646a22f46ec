// Which cells of a stored statement would be others today, found without making it again: what was posted since it was made, taken through the
// very proofs that its cells carry. A cell of lines moves by the lines of its accounts and days, a total by the cells it sums.
import type { Day } from "#lib/day.ts";
import { decimal, type Money, money, sum } from "#lib/money.ts";
import type { Cell, Report, Row } from "#lib/reports/report.ts";

/** Debit less credit, of an account on a day; `tracking` is the option it is of where the report is by tracking. */
export type Posted = { accountId: string; date: Day; amount: Money; tracking?: string | undefined };
export type MovedCell = { row: string; column: string; label: string; columnLabel: string; before: string; after: string };
type Lines = { accounts: readonly string[]; from: Day | null; to: Day; tracking?: readonly string[] | undefined };

/** In the order of the report, rows before columns. */
export function movedCells({ rows, columns }: Pick<Report, "rows" | "columns">, posted: readonly Posted[]): MovedCell[] {
  const stepOf = stepsThrough(rows, posted);
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const step = cell.value === null || cell.unit !== "money" ? 0n : stepOf(row, cell);
      return step === 0n ? [] : [{ row: row.id, column: cell.column, label: row.label, columnLabel: labels.get(cell.column) ?? "", before: cell.value ?? "", after: decimal(money(cell.value ?? "0") + step) }];
    }),
  );
}

/** Accounts with movements on days that the statement covers, and no row in it: those that had no amount when it was made. */
export function accountsWithoutRow({ rows }: Pick<Report, "rows">, posted: readonly Posted[]): number {
  const known = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ proof }) => (proof?.kind === "lines" ? proof.accounts : []))));
  const moved = Map.groupBy(posted.filter(({ accountId }) => !known.has(accountId)), ({ accountId }) => accountId);
  return [...moved.values()].filter((movements) => sum(movements.map(({ amount }) => amount)) !== 0n).length;
}

function stepsThrough(rows: readonly Row[], posted: readonly Posted[]): (row: Row, cell: Cell) => Money {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byAccount = Map.groupBy(posted, ({ accountId }) => accountId);
  const known = new Map<string, Money>();
  const linesIn = (lines: Lines) => sum(lines.accounts.flatMap((account) => (byAccount.get(account) ?? []).filter((each) => isAmong(each, lines)).map(({ amount }) => amount)));

  function step(row: Row, cell: Cell): Money {
    const name = `${row.id}|${cell.column}`;
    const found = known.get(name) ?? stepBy(row, cell);
    known.set(name, found);
    return found;
  }
  function stepBy({ sign }: Row, { column, proof }: Cell): Money {
    if (proof?.kind === "lines") return BigInt(sign) * linesIn(proof);
    if (proof?.kind === "earnings") return BigInt(sign) * sum(proof.parts.map(linesIn));
    if (proof?.kind === "variance") return stepOfPart(proof.actual.row, proof.actual.column);
    if (proof?.kind !== "sum") return 0n;
    return sum(proof.of.map(({ row: id, factor }) => BigInt(factor) * stepOfPart(id, column)));
  }
  function stepOfPart(id: string, column: string): Money {
    const row = byId.get(id);
    const cell = row?.cells.find((each) => each.column === column);
    return row && cell ? step(row, cell) : 0n;
  }
  return step;
}

function isAmong({ date, tracking: option = "" }: Posted, { from, to, tracking }: Lines): boolean {
  return date <= to && (from === null || date >= from) && (!tracking || tracking.includes(option));
}
