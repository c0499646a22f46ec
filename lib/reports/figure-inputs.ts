// What a key figure is made of, as a stored report says it: the measures its formula names, or the documents that it counts.
import { writtenFormula } from "#lib/formula/written.ts";
import { parseFormula } from "#lib/formula/parse.ts";
import type { Input } from "#lib/reports/proof.ts";
import type { Cell, Column, Proof, Report, Row } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";

export const plainInput = { cell: null, factor: 1 as const, ledger: null, xero: null, evidence: null, unit: "money" as const, documentId: null };

/** "Gross margin = (Revenue − Direct costs) ÷ Revenue, in percent", and why there is no figure where there is none. */
export function formulaWords(report: Report, row: Row, { unit, reason }: Cell, formula: string): string {
  const label = (name: string) => report.rows.find(({ id }) => id === `measure:${name}`)?.label ?? name;
  const words = `${row.label} = ${writtenFormula(parseFormula(formula), label)}${inUnit[unit]}`;
  return reason === null ? words : `${words}. Not meaningful: ${reason}`;
}

export function namedInputs(report: Report, { id: column }: Column, inputs: readonly { name: string; row: string }[]): Input[] {
  return inputs.flatMap(({ row: id }) => {
    const row = report.rows.find((each) => each.id === id);
    const cell = row?.cells.find((each) => each.column === column);
    return row && cell ? [{ ...plainInput, cell: `${id}|${column}`, label: row.label, amount: cell.value ?? "0", unit: cell.unit }] : [];
  });
}

/** Of a count each document is one. */
export function documentInputs({ largest, others }: Extract<Proof, { kind: "documents" }>, unit: Unit): Input[] {
  const isCount = unit === "count";
  const named = largest.map(({ id, label, amount }) => ({ ...plainInput, unit, label, amount: isCount ? "1" : amount, documentId: id }));
  if (others.count === 0) return named;
  const label = `${others.count} smaller ${others.count === 1 ? "document" : "documents"}`;
  return [...named, { ...plainInput, unit, label, amount: isCount ? String(others.count) : others.amount }];
}

const inUnit: Record<Unit, string> = { money: "", percent: ", in percent", days: ", in days", ratio: "", count: "" };
