// From a cell back to what it is made of, by what the stored report itself says about it. An account's cell is its journal lines, oldest
// first, with a running total that ends at the cell; a total is the rows above it; a difference to Xero is the two trial balances; what is
// outstanding of a document is its total and what settled it; a key figure is a formula over rows of the same report.
import type { Basis } from "#db/vocabulary.ts";
import { dayLabel } from "#lib/day-label.ts";
import { decimal } from "#lib/money.ts";
import { budgetExplanation, isOfBudget } from "#lib/reports/budget/budget-explanation.ts";
import { linesOf } from "#lib/reports/tracking/tracked-lines.ts";
import { knownOnWords } from "#lib/reports/known-on-words.ts";
import { lineFormula } from "#lib/reports/line-words.ts";
import { outstandingInputs } from "#lib/reports/aged/outstanding-inputs.ts";
import { documentInputs, formulaWords, lateInputs, namedInputs, plainInput, squareInputs } from "#lib/reports/figure-inputs.ts";
import type { LineGroup } from "#lib/reports/line-queries.ts";
import type { Cell, Column, Difference, EarningsPart, Proof, Report, Row } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";

/** `cell` names a cell of the same report that this is; `ledger` and `xero` are both sides of a difference; `documentId` is our id of the document that this is. */
export type Input = {
  cell: string | null;
  label: string;
  amount: string;
  factor: 1 | -1;
  ledger: string | null;
  xero: string | null;
  evidence: string | null;
  unit: Unit;
  documentId: string | null;
};
export type Place = { row: Row; column: Column; cell: Cell };

/** Of a line: with which sign, and in base currency or its own. */
export type Shown = { sign: 1 | -1; amounts: "base" | "foreign" };
/** `groups` are the lines to walk through. `total` is null where the cell is not meaningful. */
export type Explanation = { formula: string; inputs: Input[]; basis: Basis; groups: LineGroup[]; shown: Shown; total: string | null };
type Explained = Omit<Explanation, "total" | "basis" | "shown">;

/** "account:…|2026-03" → that cell, or undefined. */
export function placeOf(report: Report, name: string): Place | undefined {
  const [rowId, columnId] = splitAtLast(name);
  const row = report.rows.find(({ id }) => id === rowId);
  const column = report.columns.find(({ id }) => id === columnId);
  const cell = row?.cells.find((candidate) => candidate.column === columnId);
  return row && column && cell && { row, column, cell };
}

export function cellName(row: string, column: string): string {
  return `${row}|${column}`;
}

export function explain(report: Report, place: Place): Explanation {
  const { cell, row } = place;
  const lines = cell.proof?.kind === "lines" ? cell.proof : undefined;
  const shown: Shown = { sign: lines?.sign ?? row.sign, amounts: lines?.amounts ?? "base" };
  return { total: cell.value, basis: lines?.basis ?? report.basis, shown, ...explanationOf(report, place, cell.proof) };
}

function explanationOf(report: Report, { row, column, cell }: Place, proof: Proof | null): Explained {
  if (proof === null) return { formula: "Nothing stands behind this cell.", inputs: [], groups: [] };
  if (proof.kind === "lines") return { formula: lineFormula(report, row, proof), inputs: [], groups: [linesOf(report, proof)] };
  if (proof.kind === "sum") return { formula: sumFormula(report, row, proof.of), inputs: summands(report, column, proof.of), groups: [] };
  if (proof.kind === "tieOut") return { formula: `${row.label} = Xero's trial balance less the ledger here, account by account`, inputs: proof.differences.map(differing), groups: [] };
  if (proof.kind === "outstanding") return { formula: outstandingFormula(report, row), inputs: row.document ? outstandingInputs(row.document, report.currency) : [], groups: [] };
  if (proof.kind === "share") return { ...shareOf(report, row, proof), groups: [] };
  if (isBetweenColumns(proof)) return { ...betweenColumns(report, row, proof), groups: [] };
  if (proof.kind === "formula") return { formula: formulaWords(report, row, cell, proof.formula), inputs: namedInputs(report, column, proof.inputs), groups: [] };
  if (isOfDocuments(proof)) return { ...documentsOf(row, cell.unit, proof), groups: [] };
  if (proof.kind === "squares") return squaresOf(report, row, proof);
  if (isOfBudget(proof)) return { ...budgetExplanation(report, row, proof, (place) => cellInput(report, place.row, place.column, 1)), groups: [] };
  if (proof.kind === "cell") return { ...carriedFrom(report, row, proof), groups: [] };
  if (proof.kind === "words") return { formula: `${row.label}: ${proof.sentence}`, inputs: [], groups: [] };
  return earningsOf(report, row, proof);
}

function earningsOf(report: Report, { label: whose }: Row, { parts, differences }: Extract<Proof, { kind: "earnings" }>): Explained {
  const inputs = [...parts.map(earned), ...differences.map(differing)];
  const terms = [...parts.map(({ label }) => label), ...(differences.length > 0 ? ["what Xero's trial balance has besides"] : [])];
  return { formula: `${whose} = ${terms.join(" + ")}`, inputs, groups: parts.map((part) => linesOf(report, part)) };
}

function outstandingFormula({ period, parameters }: Report, { label }: Row): string {
  const known = "knownOn" in parameters ? knownOnWords(parameters.knownOn) : [];
  return [`${label} = its total less what settled it up to ${dayLabel(period.end)}`, ...known].join(", ");
}

function shareOf(report: Report, { label }: Row, { part, whole }: Extract<Proof, { kind: "share" }>): Pick<Explanation, "formula" | "inputs"> {
  const [one, other] = [cellInput(report, part.row, part.column, 1), cellInput(report, whole.row, whole.column, 1)];
  return { formula: `${label} = ${one.label} ÷ ${other.label} × 100, rounded to two decimals`, inputs: [one, other] };
}

type OfDocuments = Extract<Proof, { kind: "documents" | "late" }>;

function isOfDocuments(proof: Proof): proof is OfDocuments {
  return proof.kind === "documents" || proof.kind === "late";
}

function documentsOf({ label }: Row, unit: Unit, proof: OfDocuments): Pick<Explanation, "formula" | "inputs"> {
  if (proof.kind === "late") return { formula: `${label} = each amount times the days from its due date to its last settlement`, inputs: lateInputs(proof) };
  return { formula: `${label} = ${unit === "count" ? "how many documents there are" : "the sum of these documents"}`, inputs: documentInputs(proof, unit) };
}

/** The lines are those that were added up by contact. */
function squaresOf(report: Report, { label, sign }: Row, proof: Extract<Proof, { kind: "squares" }>): Explained {
  const { accounts, from, to } = proof;
  const sides = sign === 1 ? "debits less credits" : "credits less debits";
  const formula = `${label} = ${sides} posted from ${dayLabel(from)} to ${dayLabel(to)}, added up by contact, each sum above nothing times itself`;
  return { formula, inputs: squareInputs(report, proof), groups: [{ accounts, from, to, only: { hasContact: true } }] };
}

/** The inputs are called by their columns. */
function acrossOf(report: Report, { id, label }: Row, { of }: Extract<Proof, { kind: "across" }>): Pick<Explanation, "formula" | "inputs"> {
  const inputs = of.map(({ column, factor }) => ({ ...cellInput(report, id, column, factor), label: columnLabel(report, column) }));
  return { formula: `${label} = ${summed(inputs)}`, inputs };
}

function columnLabel({ columns }: Report, id: string): string {
  return columns.find((column) => column.id === id)?.label ?? id;
}

type BetweenColumns = Extract<Proof, { kind: "across" | "valued" | "change" }>;

function isBetweenColumns(proof: Proof): proof is BetweenColumns {
  return proof.kind === "across" || proof.kind === "valued" || proof.kind === "change";
}

function betweenColumns(report: Report, row: Row, proof: BetweenColumns): Pick<Explanation, "formula" | "inputs"> {
  if (proof.kind === "across") return acrossOf(report, row, proof);
  return proof.kind === "valued" ? valuedAt(report, row, proof) : changeOf(report, row, proof);
}

function valuedAt(report: Report, { id, label }: Row, { column, rate }: Extract<Proof, { kind: "valued" }>): Pick<Explanation, "formula" | "inputs"> {
  const input = { ...cellInput(report, id, column, 1), label: columnLabel(report, column) };
  return { formula: `${label} = ${input.label} ÷ ${rate}, rounded to cents`, inputs: [input] };
}

/** The inputs are the two cells, called by their columns. */
function changeOf(report: Report, { label }: Row, { now, before }: Extract<Proof, { kind: "change" }>): Pick<Explanation, "formula" | "inputs"> {
  const [is, was] = [columnLabel(report, now.column), columnLabel(report, before.column)];
  const inputs = [now, before].map(({ row, column }) => ({ ...cellInput(report, row, column, 1), label: `${label}, ${columnLabel(report, column)}` }));
  return { formula: `${label}: (${is} − ${was}) ÷ ${was} without its sign × 100, rounded to two decimals`, inputs };
}

function carriedFrom(report: Report, { label }: Row, from: Extract<Proof, { kind: "cell" }>): Pick<Explanation, "formula" | "inputs"> {
  const input = cellInput(report, from.row, from.column, 1);
  return { formula: `${label} = ${input.label}, ${columnLabel(report, from.column)}`, inputs: [input] };
}

type Summand = { row: string; factor: 1 | -1 };

function sumFormula(report: Report, { label }: Row, of: readonly Summand[]): string {
  if (of.length === 0) return `${label}: there is nothing to add up`;
  return `${label} = ${summed(of.map(({ row, factor }) => ({ label: labelOf(report, row), factor })))}`;
}

/** "Sales + Other − Costs" */
function summed(terms: readonly Pick<Input, "label" | "factor">[]): string {
  return terms.map(({ label, factor }, index) => `${factor === -1 ? "− " : index === 0 ? "" : "+ "}${label}`).join(" ");
}

function summands(report: Report, column: Column, of: readonly Summand[]): Input[] {
  return of.map(({ row, factor }) => cellInput(report, row, column.id, factor));
}

function cellInput(report: Report, row: string, column: string, factor: 1 | -1): Input {
  const cell = cellName(row, column);
  const { value, unit } = placeOf(report, cell)?.cell ?? { value: null, unit: "money" };
  return { ...plainInput, cell, label: labelOf(report, row), amount: value ?? decimal(0n), factor, unit };
}

function labelOf(report: Report, id: string): string {
  return report.rows.find((row) => row.id === id)?.label ?? id;
}

function earned({ label, amount }: EarningsPart): Input {
  return { ...plainInput, label, amount };
}

function differing({ accountName, from, to, ledger, xero, amount, evidence }: Difference): Input {
  return { ...plainInput, label: `${accountName}, ${dayLabel(from)} to ${dayLabel(to)}`, amount, ledger, xero, evidence };
}

/** Row ids may contain anything but this: the column is what follows the last bar. */
function splitAtLast(name: string): [string, string] {
  const bar = name.lastIndexOf("|");
  return [name.slice(0, bar), name.slice(bar + 1)];
}
