// What a key figure is made of, as a stored report says it: the measures its formula names, or the documents or contacts that it counts.
import { daysBetween } from "#lib/day.ts";
import { dayLabel } from "#lib/day-label.ts";
import { writtenFormula } from "#lib/formula/written.ts";
import { parseFormula } from "#lib/formula/parse.ts";
import { decimal, money, squared } from "#lib/money.ts";
import { amountInSentence } from "#lib/amount-label.ts";
import { contactName } from "#lib/reports/contact-words.ts";
import { inUnit } from "#lib/reports/figure-words.ts";
import type { Input } from "#lib/reports/proof.ts";
import type { Cell, Column, Proof, Report, Row } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";

export const plainInput = { cell: null, factor: 1 as const, ledger: null, xero: null, evidence: null, unit: "money" as const, documentId: null };

/** "Gross margin = (Revenue − Direct costs) ÷ Revenue, in percent", and why there is no figure where there is none. */
export function formulaWords(report: Report, row: Row, { unit, reason }: Cell, formula: string): string {
  const label = (name: string) => report.rows.find(({ id }) => id === `measure:${name}`)?.label ?? name;
  const words = `${row.label} = ${writtenFormula(parseFormula(formula), label)}${unitWords[unit]}`;
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
  return [...named, ...together({ count: others.count, amount: isCount ? String(others.count) : others.amount }, "document", unit)];
}

/** Each is an amount times the days that it came late. */
export function lateInputs({ largest, others }: Extract<Proof, { kind: "late" }>): Input[] {
  const named = largest.map(({ id, label, amount, due, settled }) => {
    const days = daysBetween(due, settled);
    const words = `${label}, settled ${dayLabel(settled)}: ${amountInSentence(money(amount))} × ${inUnit(String(days), "days")}`;
    return { ...plainInput, unit: "ratio" as const, label: words, amount: decimal(money(amount) * BigInt(days)), documentId: id };
  });
  return [...named, ...together(others, "document")];
}

/** Each is an amount times itself. */
export function squareInputs(report: Report, { largest, others }: Extract<Proof, { kind: "squares" }>): Input[] {
  const named = largest.map(({ contact, amount }) => {
    const words = `${contactName(report, contact)}: ${amountInSentence(money(amount))} times itself`;
    return { ...plainInput, unit: "ratio" as const, label: words, amount: decimal(squared(money(amount))) };
  });
  return [...named, ...together(others, "contact")];
}

function together({ count, amount }: { count: number; amount: string }, what: string, unit: Unit = "ratio"): Input[] {
  return count === 0 ? [] : [{ ...plainInput, unit, label: `${count} smaller ${count === 1 ? what : `${what}s`}`, amount }];
}

const unitWords: Record<Unit, string> = { money: "", percent: ", in percent", days: ", in days", ratio: "", count: "" };
