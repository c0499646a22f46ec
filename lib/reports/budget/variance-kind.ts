// The budget variance: the profit and loss of some days beside what was budgeted for them, and the same for the financial year up to their end. Without
// any wish: the last closed month.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import type { ReachingBudget } from "#lib/budgets/queries.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { openBudget } from "#lib/reports/budget/budget-amounts.ts";
import { actualColumns, besideEach, monthStart, quartets } from "#lib/reports/budget/budget-columns.ts";
import { budgetNotes } from "#lib/reports/budget/budget-notes.ts";
import { asHeldAgainst, budgetToHold, chosenBudget, missingIn } from "#lib/reports/budget/chosen-budget.ts";
import { withBudget } from "#lib/reports/budget/with-budget.ts";
import { commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { lastDay, refuseImpossible } from "#lib/reports/parameters.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { columnKinds, type Tracked, type VarianceParameters, type VarianceReport } from "#lib/reports/report.ts";
import { chosenWithin, hashOfNames, withinParameters, withinWishes } from "#lib/reports/tracking/chosen-tracking.ts";
import { trackingNotes, withinName, withinWords } from "#lib/reports/tracking/tracking-words.ts";
import { onlyWithin, readTieOutWithin } from "#lib/reports/tracking/within-options.ts";
import { daySchema } from "#lib/reports/values.ts";
import { titles, varianceType } from "#lib/reports/report-types.ts";

const varianceWishes = z.strictObject({
  budgetId: z.uuid().optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  columns: z.enum(columnKinds, { error: "Columns can be total, month, quarter or year." }).default("total"),
  basis: z.literal("accrual", { error: "Budgets are compared on accrual basis." }).default("accrual"),
  hideZero: z.boolean().default(true),
  ...withinWishes,
});

export const varianceKind = reportKindThatReads(varianceWishes, async ({ budgetId, from: asked, to: wanted, trackingWithin, ...wishes }, organisation, q) => {
  const to = lastDay({ from: asked, to: wanted }, organisation.today);
  const from = asked ?? monthStart(to);
  refuseImpossible(from, to, wishes.columns);
  const within = await chosenWithin(q, trackingWithin);
  const budget = await chosenBudget(q, budgetId, withinWords(within));
  const parameters = { budgetId: budget.id, from, to, ...wishes, ...withinParameters(within) };
  const name = [`${titles[varianceType]}, ${rangeLabel(from, to)}`, ...withinName(within)].join(", ");
  return { parameters, end: to, name, definitions: [budget.contentHash, ...(within ? [hashOfNames(within)] : [])].join(" "), compute: (query: Query) => compute(query, organisation, { budget, within }, parameters) };
});

type Looked = { budget: ReachingBudget; within: Tracked | null };

async function compute(q: Query, organisation: Organisation, { budget: found, within }: Looked, parameters: VarianceParameters): Promise<VarianceReport> {
  const { from, to, basis, hideZero } = parameters;
  const columns = quartets(actualColumns(parameters, organisation.today, organisation.yearEnd));
  const actual = columns.map((each) => each.actual);
  const budget = openBudget((await budgetToHold(q, found)).figures);
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, actual, null, onlyWithin(within));
  const { summary: tieOut, residuals } = await readTieOutWithin(q, basis, actual, within);
  const [drafts, unreconciled] = [await countDrafts(q, { start: from, end: to }), await countUnreconciled(q, { start: from, end: to })];
  const statement = profitAndLoss({ accounts, movements, residuals }, actual, hideZero, budget.accounts);
  const rows = withBudget(statement.rows, columns, budget);
  const notes = [...qualityNotes({ organisation, tieOut, basis, end: to, isFiltered: within !== null }, { accounts, residuals }, actual, rows), ...trackingNotes({ tracking: null, trackingWithin: within }), ...budgetNotes(rows, accounts, budget)];
  return {
    ...commonParts({ organisation, drafts, unreconciled, tieOut }, { start: from, end: to }, { hiddenAccounts: statement.hiddenAccounts, notes }),
    type: varianceType,
    title: titles[varianceType],
    basis,
    comparison: null,
    columns: besideEach(columns),
    rows,
    parameters,
    budget: asHeldAgainst(found, missingIn(rows)),
    ...(within ? { trackingWithin: within } : {}),
  };
}
