// What each kind of proof comes to. The figures of other cells are taken as the report has them: each of those is proved by itself.
import Fraction from "fraction.js";
import type { Context, Finding } from "#lib/evidence/verify/cells.ts";
import { daysBetween, monthOf } from "#lib/day.ts";
import { evaluate } from "#lib/formula/evaluate.ts";
import { parseFormula } from "#lib/formula/parse.ts";
import { writtenValue } from "#lib/kpis/evaluate-kpi.ts";
import { absolute, decimal, inBaseCurrency, type Money, money, portion, quotient, rate, squared, sum } from "#lib/money.ts";
import type { LineGroup } from "#lib/reports/line-queries.ts";
import type { Difference, Proof } from "#lib/reports/report.ts";
import { linesOf } from "#lib/reports/tracking/tracked-lines.ts";

type Kind = Proof["kind"];
type Proofs = { [Each in Kind]: Extract<Proof, { kind: Each }> };

export function findingOf<Each extends Kind>(kind: Each, context: Context, proof: Proofs[Each]): Finding {
  return provings[kind](context, proof);
}

const hundred: Money = 100_0000n;
const cent: Money = 100n;

const provings: { [Each in Kind]: (context: Context, proof: Proofs[Each]) => Finding } = {
  lines: ({ report, add, row }, { basis, sign, amounts, ...group }) => ({ value: decimal(BigInt(sign ?? row.sign) * add(basis ?? report.basis, linesOf(report, group), amounts)) }),
  across: (context, { of }) => summed(context, of.map(({ column, factor }) => ({ row: context.row.id, column, factor }))),
  sum: (context, { of }) => summed(context, of.map(({ row, factor }) => ({ row, column: context.column.id, factor }))),
  tieOut: (context, { differences }) => ({ value: decimal(sumOf(differences)), faults: differences.flatMap((each) => differenceFaults(context, each)) }),
  earnings: (context, { parts, differences }) => ({
    value: decimal(sumOf(parts) + sumOf(differences)),
    faults: [...parts.flatMap((part) => partFaults(context, part)), ...differences.flatMap((each) => differenceFaults(context, each))],
  }),
  outstanding: ({ row: { document } }) => (document ? { value: decimal(money(document.baseTotal) - sum(document.settlements.map(({ baseAmount }) => money(baseAmount)))) } : { value: null, faults: ["the row has no document."] }),
  share: (context, { part, whole }) => {
    const all = amountAt(context, whole.row, whole.column);
    return { value: all <= 0n ? null : decimal(portion(hundred, amountAt(context, part.row, part.column), all)) };
  },
  formula: formulaFinding,
  documents: ({ cell }, { largest, others }) => ({ value: cell.unit === "count" ? String(largest.length + others.count) : decimal(sumOf(largest) + money(others.amount)) }),
  squares: squaresFinding,
  late: (_, { largest, others }) => ({ value: decimal(sum(largest.map(({ amount, due, settled }) => money(amount) * BigInt(daysBetween(due, settled)))) + money(others.amount)) }),
  cell: (context, { row, column }) => ({ value: context.cellAt(row, column)?.value ?? null, faults: missing(context, row, column) }),
  valued: valuedFinding,
  words: wordsFinding,
  budget: (_, { months }) => ({ value: months.every(({ budgeted }) => budgeted === null) ? null : decimal(sum(months.map(({ counted }) => money(counted)))), faults: months.flatMap(monthFaults) }),
  variance: (context, { actual, budget }) => ({ value: decimal(amountAt(context, actual.row, actual.column) - amountAt(context, budget.row, budget.column)), faults: missing(context, actual.row, actual.column) }),
  variancePercent: (context, { variance, budget }) => {
    const base = amountAt(context, budget.row, budget.column);
    return { value: base === 0n ? null : decimal(quotient(amountAt(context, variance.row, variance.column) * 10_000n, absolute(base)) * 100n) };
  },
  change: changeFinding,
};

/** At a rate that was asked for with the report, and at no other. */
function valuedFinding({ report: { parameters }, row, cellAt }: Context, { column, rate: stated }: Proofs["valued"]): Finding {
  const foreign = cellAt(row.id, column)?.value ?? null;
  const wasStated = "rates" in parameters && parameters.rates.some((each) => each.rate === stated);
  const faults = wasStated ? [] : [`is valued at ${stated}, a rate that the report was not asked to use.`];
  return { value: foreign === null ? null : decimal(inBaseCurrency(money(foreign), rate(stated))), faults };
}

type Term = { row: string; column: string; factor: 1 | -1 };

/** What is not there counts as nothing in a total, or leaves it without a figure: the report says which. */
function summed(context: Context, terms: readonly Term[]): Finding {
  const faults = terms.flatMap(({ row, column }) => missing(context, row, column));
  const isPartial = terms.length === 0 || terms.some(({ row, column }) => context.cellAt(row, column)?.value === null);
  if (context.cell.value === null && isPartial) return { value: null, faults };
  const total = decimal(sum(terms.map(({ row, column, factor }) => BigInt(factor) * amountAt(context, row, column))));
  return { value: context.cell.unit === "count" ? total.replace(/\.00$/, "") : total, faults };
}

/** Of days and counts words can tell, and of what a list of findings names; of an amount only why there is none. */
function wordsFinding({ cell, report: { parameters } }: Context): Finding {
  if (cell.value === null) return { value: null };
  const isFinding = "layout" in parameters && parameters.layout === "dataQuality";
  return cell.unit === "days" || cell.unit === "count" || isFinding ? { value: undefined } : { value: null, faults: ["words alone cannot prove an amount."] };
}

/** What the others come to is worked out by the definition; here each of the largest is held against its lines. */
function squaresFinding(context: Context, { accounts, from, to, largest, others }: Proofs["squares"]): Finding {
  const faults = largest.flatMap(({ contact, amount }) => {
    const lines = posted(context, { accounts, from, to, only: { contacts: [contact] } });
    return lines === money(amount) ? [] : [`says ${amount} of one contact, and the lines come to ${decimal(lines)}.`];
  });
  return { value: decimal(sum(largest.map(({ amount }) => squared(money(amount)))) + money(others.amount)), faults };
}

/** In the sign of the row. */
function posted({ report, add, row }: Context, group: LineGroup): Money {
  return BigInt(row.sign) * add(report.basis, group);
}

/** Without both figures, or from nothing, there is no change. */
function changeFinding({ cellAt }: Context, { now, before }: Proofs["change"]): Finding {
  const [is, was] = [now, before].map(({ row, column }) => cellAt(row, column)?.value ?? null);
  if (!is || !was || money(was) === 0n) return { value: null };
  return { value: decimal(portion(hundred, money(is) - money(was), absolute(money(was)))) };
}

function partFaults(context: Context, part: Proofs["earnings"]["parts"][number]): string[] {
  const lines = posted(context, linesOf(context.report, part));
  return money(part.amount) === lines ? [] : [`"${part.label}" says ${part.amount}, and the lines come to ${decimal(lines)}.`];
}

/** What the ledger moved can be added up where the days are those of one month: a longer stretch may leave out months that agreed. */
function differenceFaults(context: Context, { accountId, accountName, from, to, ledger, xero, amount }: Difference): string[] {
  const apart = money(xero) - money(ledger) === money(amount) ? [] : [`the difference of ${accountName} says ${amount}, and Xero's ${xero} less the ledger's ${ledger} is another amount.`];
  const isRetained = context.report.rows.some((row) => row.id === "total:retainedEarnings" && row.accountId === accountId);
  if (monthOf(from) !== monthOf(to) || isRetained) return apart;
  const lines = posted(context, { accounts: [accountId], from, to });
  return lines === money(ledger) ? apart : [...apart, `the difference of ${accountName} says that the ledger moved ${ledger}, and its lines come to ${decimal(lines)}.`];
}

/** A name may have no figure, and then neither has the formula. An amount is rounded to cents but where it is a plain difference of two, which may have more decimals. */
function formulaFinding(context: Context, { formula, inputs }: Proofs["formula"]): Finding {
  const { cell, column } = context;
  if (cell.value === null) return { value: null, faults: cell.reason === null ? ["has no figure and no reason."] : [] };
  const rows = new Map(inputs.map(({ name, row }) => [name, row]));
  const figureOf = (name: string) => exact(context.cellAt(rows.get(name) ?? "", column.id)?.value ?? null);
  const expression = parseFormula(formula);
  const whole = cell.unit === "money" ? evaluate(expression, figureOf) : null;
  return { value: whole?.equals(new Fraction(cell.value)) ? cell.value : writtenValue(expression, cell.unit, figureOf) };
}

/** Of a month that is cut, what counts is known to the cent: it is rounded so that the pieces of a month come to the month. */
function monthFaults({ month, budgeted, counted, days }: Proofs["budget"]["months"][number]): string[] {
  const whole = money(budgeted ?? "0");
  const share = days ? portion(whole, BigInt(days.counted), BigInt(days.of)) : whole;
  return absolute(money(counted) - share) <= (days ? cent : 0n) ? [] : [`of the ${budgeted ?? "nothing"} budgeted for ${month} it counts ${counted}.`];
}

function missing({ cellAt }: Context, row: string, column: string): string[] {
  return cellAt(row, column) ? [] : [`names a cell that the report does not have: ${row}|${column}.`];
}

function amountAt({ cellAt }: Context, row: string, column: string): Money {
  return money(cellAt(row, column)?.value ?? "0");
}

function sumOf(parts: readonly { amount: string }[]): Money {
  return sum(parts.map(({ amount }) => money(amount)));
}

function exact(value: string | null): Fraction | null {
  return value === null ? null : new Fraction(value);
}
