// Profit and loss and balance sheet: what is read for them, and what they are called when nobody named them.
import type { Query } from "#db/index.ts";
import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { buildReport, columnsOf } from "#lib/reports/build-report.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { budgetToHold, chosenBudget } from "#lib/reports/budget/chosen-budget.ts";
import type { ReachingBudget } from "#lib/budgets/queries.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { asKnownOn, postedBy, standingOf } from "#lib/reports/known-on.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { type ChosenTracking, chosenTracking, hashOfNames, parametersOf, trackedIn, trackingWishes } from "#lib/reports/tracking/chosen-tracking.ts";
import { optionOf } from "#lib/reports/tracking/option-of-set.ts";
import { trackedColumns } from "#lib/reports/tracking/tracked-columns.ts";
import { isOfSome, optionWords, trackingName } from "#lib/reports/tracking/tracking-words.ts";
import { besidesWithin } from "#lib/reports/tracking/within-options.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import type { StatementParameters, StatementReport } from "#lib/reports/report.ts";
import type { StatementType } from "#lib/reports/report-types.ts";

const statementWishesSchema = wishesSchema.extend(trackingWishes);

export function statementKind(type: StatementType) {
  return reportKindThatReads(statementWishesSchema, async ({ trackingCategoryId, trackingOptionIds, trackingWithin, ...wishes }, organisation, q) => {
    const resolved = resolveParameters(type, { ...wishes, columns: wishes.columns === "tracking" ? "total" : wishes.columns }, organisation.today, organisation.yearEnd);
    const tracking = await chosenTracking(q, type, { ...wishes, trackingCategoryId, trackingOptionIds, trackingWithin });
    const budget = resolved.compare === "budget" ? await chosenBudget(q, wishes.budgetId, tracking?.optionIds ? optionWords(tracking.all, tracking.optionIds) : null) : null;
    const parameters = { ...resolved, columns: wishes.columns, ...(budget ? { budgetId: budget.id } : {}), ...(tracking ? parametersOf(tracking) : {}) };
    const known = await asKnownOn(q, organisation, parameters);
    const definitions = [budget?.contentHash, ...namesOf(tracking)].filter((hash) => typeof hash === "string").join(" ");
    const name = [nameOf(type, parameters), ...trackingName(tracking, parameters)].join(", ");
    return { parameters, end: parameters.to, name, definitions, compute: (query: Query) => compute(query, known, type, parameters, { budget, tracking }) };
  });
}

function namesOf(chosen: ChosenTracking | null): string[] {
  return chosen ? [chosen.all, ...(chosen.within ? [chosen.within] : [])].map(hashOfNames) : [];
}

/** The statement and its days. */
function nameOf(type: StatementType, { from, to, knownOn }: StatementParameters): string {
  const days = type === "BALANCE_SHEET" ? `Balance Sheet as at ${dayLabel(to)}` : `Profit and Loss, ${rangeLabel(from ?? to, to)}`;
  return [days, ...knownOnWords(knownOn)].join(", ");
}

type Looked = { budget: ReachingBudget | null; tracking: ChosenTracking | null };

async function compute(q: Query, organisation: Organisation, type: StatementType, parameters: StatementParameters, { budget: found, tracking }: Looked): Promise<StatementReport> {
  const whole = columnsOf(type, parameters, organisation);
  // A balance rests on everything up to its day.
  const span = { start: type === "BALANCE_SHEET" ? null : parameters.from, end: parameters.to };
  const accounts = await chartOfAccounts(q);
  const reading = { upToSequence: postedBy(organisation, parameters), optionOf: tracking ? optionOf(tracking.all, tracking.within) : undefined };
  const movements = await readMovements(q, parameters.basis, whole, type === "BALANCE_SHEET" ? organisation.yearEnd : null, reading);
  const { residuals, ...standing } = await standingOf(q, organisation, parameters, whole, span);
  const columns = tracking ? trackedColumns(tracking, parameters, whole, { accounts, movements }) : whole;
  return buildReport({
    ...standing,
    type,
    parameters,
    columns,
    books: { accounts, movements, residuals: besidesWithin(tracking?.within ?? null, residuals) },
    tieOut: isOfSome(parameters) ? null : standing.tieOut,
    budget: found && (await budgetToHold(q, found)),
    tracking: tracking && trackedIn(tracking, columns),
    trackingWithin: tracking?.within ?? null,
  });
}
