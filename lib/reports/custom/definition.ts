// The rows of a custom report, understood: what each name in them means, which measures they rest on, and in which order formulas are worked out.
// Whatever is wrong is refused with the place of the row, and within a formula with the character.
import { namesIn, placesOf } from "#lib/formula/expression.ts";
import { parseCondition, parseFormula } from "#lib/formula/parse.ts";
import { fault as formulaFault } from "#lib/formula/tokens.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import { isPlain, type PlainMeasure } from "#lib/kpis/measure-figures.ts";
import { Refusal, refuse } from "#lib/refusal.ts";
import type { AccountsRow, CustomRow, FormulaRow } from "#lib/reports/custom/custom-row.ts";
import type { Account } from "#lib/reports/sections.ts";

export type Understood =
  | { kind: "heading"; label: string }
  | { kind: "accounts"; row: AccountsRow }
  /** `inputs` are what it names, each with the row of the report that it means. */
  | { kind: "figure"; id: string; kpi: Kpi; inputs: { name: string; row: string }[] };
/** `measures` are those that some row names, each once. */
export type Definition = { rows: Understood[]; measures: PlainMeasure[] };

const kpis = new Map(definitions.groups.flatMap((group) => group.kpis).map((kpi) => [kpi.id, kpi]));
const measures = new Map(definitions.measures.map((measure) => [measure.id, measure]));

/** Refusal "invalid" with a pointer to the row; `within` is where the rows stand in what was sent. */
export function understood(rows: readonly CustomRow[], chart: readonly Account[], within: string): Definition {
  const at = <Result>(index: number, work: () => Result) => saidOfRow(within, index, work);
  const own = new Map(rows.flatMap((row) => (row.kind === "heading" ? [] : [[row.id, row] as const])));
  const read = rows.map((row, index) => at(index, () => understoodRow(row, index, rows, own, chart)));
  for (const [index, row] of rows.entries()) if (row.kind === "formula") at(index, () => refuseCircle(row, own, []));
  const named = new Set(read.flatMap((row) => (row.kind === "figure" ? row.inputs : [])).flatMap(({ name, row }) => (row === measureRow(name) ? [name] : [])));
  return { rows: read, measures: [...named].flatMap((name) => plainMeasure(name) ?? []) };
}

export function ownRow(id: string): string {
  return `row:${id}`;
}

export function measureRow(name: string): string {
  return `measure:${name}`;
}

type Own = ReadonlyMap<string, Exclude<CustomRow, { kind: "heading" }>>;

function understoodRow(row: CustomRow, index: number, rows: readonly CustomRow[], own: Own, chart: readonly Account[]): Understood {
  if (row.kind === "heading") return row;
  if (rows.findIndex((other) => other.kind !== "heading" && other.id === row.id) < index) refuse("invalid", `There are two rows called ${row.id}.`);
  if (row.kind === "accounts") return accountsRow(row, chart);
  if (row.kind === "kpi") return keyFigure(row.id);
  const kpi: Kpi = { ...row, variants: [], missing: "A figure it is computed from is missing.", good: "neither", meaning: row.label, source: "custom" };
  return { kind: "figure", id: row.id, kpi, inputs: inputsOf(kpi, own) };
}

function accountsRow(row: AccountsRow, chart: readonly Account[]): Understood {
  const known = new Set(chart.map(({ code }) => code));
  const unknown = row.accounts.flatMap(({ codes = [] }) => codes).find((code) => !known.has(code));
  if (row.each && row.accounts.some(({ side }) => side !== undefined)) refuse("invalid", "Accounts that are chosen by their side are others in each column: they cannot be listed one by one.");
  if (unknown !== undefined) refuse("invalid", `There is no account ${unknown} in the chart of accounts.`);
  return { kind: "accounts", row };
}

function keyFigure(id: string): Understood {
  const kpi = kpis.get(id) ?? refuse("invalid", `There is no key figure ${id}.`);
  return { kind: "figure", id, kpi, inputs: inputsOf(kpi, new Map()) };
}

/** Of the formula, its variants and its conditions. A row of the report goes before a measure of that name; a key figure knows measures only. */
function inputsOf(kpi: Kpi, own: Own): { name: string; row: string }[] {
  const cases = [kpi, ...kpi.variants];
  const conditions = [...cases.flatMap(({ notMeaningful }) => notMeaningful), ...kpi.variants].map(({ when }) => when);
  const sides = conditions.flatMap((text) => Object.values(sidesOf(text)).map((expression) => ({ text, expression })));
  const all = [...cases.map(({ formula }) => ({ text: formula, expression: parseFormula(formula) })), ...sides];
  for (const { text, expression } of all) for (const { name, at: place } of placesOf(expression)) checkName(text, place, name, own);
  return [...new Set(all.flatMap(({ expression }) => namesIn(expression)))].map((name) => ({ name, row: own.has(name) ? ownRow(name) : measureRow(name) }));
}

function sidesOf(text: string) {
  const { left, right } = parseCondition(text);
  return { left, right };
}

function checkName(text: string, place: number, name: string, own: Own): void {
  const row = own.get(name);
  if (row?.kind === "kpi") formulaFault(text, place, `"${name}" is a key figure: name what it is computed from`);
  if (row?.kind === "formula" && row.unit === "percent") formulaFault(text, place, `"${name}" is a percentage: name what it is computed from`);
  if (row || plainMeasure(name)) return;
  formulaFault(text, place, measures.has(name) ? `"${name}" rests on documents, which a custom report does not read` : `"${name}" is neither a row of this report nor a measure`);
}

function plainMeasure(name: string): PlainMeasure | undefined {
  const measure = measures.get(name);
  return measure && isPlain(measure) ? measure : undefined;
}

function refuseCircle(row: FormulaRow, own: Own, from: readonly string[]): void {
  if (from.includes(row.id)) refuse("invalid", `The formula of ${row.id} rests on itself: ${[...from.slice(from.indexOf(row.id)), row.id].join(" → ")}.`);
  for (const name of namesIn(parseFormula(row.formula))) {
    const next = own.get(name);
    if (next?.kind === "formula") refuseCircle(next, own, [...from, row.id]);
  }
}

/** Says of a refusal which row it is about. */
export function saidOfRow<Result>(within: string, index: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const detail = `Row ${index + 1}: ${error.message}`;
    return refuse(error.reason, detail, { faults: [{ pointer: `${within}/${index}`, detail }], cause: error });
  }
}
