// A profit and loss held against a budget, row by row: the budget, the variance and the variance in percent. A total's budget is the sum of the rows
// that its actual is the sum of, so that both sides add up alike. What was not budgeted varies by its whole amount.
import { absolute, decimal, type Money, money, quotient } from "#lib/money.ts";
import type { Quartet } from "#lib/reports/budget/budget-columns.ts";
import type { BudgetAmount, OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import type { Cell, Column, Row, Verdict } from "#lib/reports/report.ts";

type Held = Omit<BudgetAmount, "proof"> & { proof: Cell["proof"] };

/** Rows with cells for the actual columns; given back with those of the budget beside each. */
export function withBudget(rows: readonly Row[], columns: readonly Quartet[], budget: OpenBudget): Row[] {
  const held = new Map<string, Held>();
  const budgetOf = (row: Row, actual: Cell, column: Column): Held => {
    const found = heldAgainst(row, actual, column, budget, (id) => held.get(`${id}|${column.id}`));
    held.set(`${row.id}|${column.id}`, found);
    return found;
  };
  return rows.map((row) => ({ ...row, cells: columns.flatMap((quartet) => cellsOf(row, quartet, budgetOf)) }));
}

function cellsOf(row: Row, columns: Quartet, budgetOf: (row: Row, actual: Cell, column: Column) => Held): Cell[] {
  const actual = row.cells.find(({ column }) => column === columns.actual.id);
  if (!actual) return [];
  const { amount, reason, missingMonths, proof } = budgetOf(row, actual, columns.actual);
  const variance = money(actual.value ?? "0") - (amount ?? 0n);
  const place = (column: Column) => ({ row: row.id, column: column.id });
  const missing = missingMonths > 0 ? { missingMonths } : {};
  return [
    actual,
    { column: columns.budget.id, value: amount === null ? null : decimal(amount), reason, unit: "money", proof, ...missing },
    { column: columns.variance.id, value: decimal(variance), reason: null, unit: "money", proof: { kind: "variance", actual: place(columns.actual), budget: place(columns.budget) }, verdict: verdictOf(row.sign, variance) },
    { column: columns.percent.id, ...percentOf(variance, amount), unit: "percent", proof: { kind: "variancePercent", variance: place(columns.variance), budget: place(columns.budget) } },
  ];
}

function heldAgainst(row: Row, { proof }: Cell, { start, end }: Column, budget: OpenBudget, above: (id: string) => Held | undefined): Held {
  if (row.kind === "account") return budget.amountOf(row.accountId ?? "", { start: start ?? end, end });
  if (proof?.kind !== "sum") return { amount: null, reason: "Nothing is budgeted for what Xero posted by itself.", missingMonths: 0, proof: null };
  const terms = proof.of.map(({ row: id, factor }) => ({ factor: BigInt(factor), held: above(id) }));
  return {
    amount: terms.reduce((total, { factor, held }) => total + factor * (held?.amount ?? 0n), 0n),
    reason: null,
    missingMonths: terms.reduce((total, { held }) => total + (held?.missingMonths ?? 0), 0),
    proof,
  };
}

/** More income than was budgeted is favourable, and so is less cost; a row says by its sign which of the two it is. */
function verdictOf(sign: 1 | -1, variance: Money): Verdict {
  if (variance === 0n) return "neutral";
  return variance > 0n === (sign === -1) ? "favourable" : "adverse";
}

function percentOf(variance: Money, budget: Money | null): Pick<Cell, "value" | "reason"> {
  if (budget === null) return { value: null, reason: "There is no budget to measure it by." };
  if (budget === 0n) return { value: null, reason: "The budget is zero." };
  return { value: decimal(quotient(variance * 10_000n, absolute(budget)) * 100n), reason: null };
}
