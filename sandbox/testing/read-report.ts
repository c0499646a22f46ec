// Reading a report answer as a client would: rows by account id where they carry one, else by label.

import { isRecord } from "../exact/json.ts";
import { readMoney } from "../exact/money.ts";
import type { Report } from "../reports/rows.ts";

export type Cells = ReadonlyMap<string, readonly bigint[]>;

export function cellsOf(report: Report): Cells {
  const found = new Map<string, readonly bigint[]>();
  for (const section of report.rows) for (const row of listOf(section, "Rows")) addRow(found, row);
  return found;
}

// A trial balance row as one net amount: [movement of the month, year to date], debit positive.
export function netOf([debit = 0n, credit = 0n, yearDebit = 0n, yearCredit = 0n]: readonly bigint[]): readonly [bigint, bigint] {
  return [debit - credit, yearDebit - yearCredit];
}

function addRow(found: Map<string, readonly bigint[]>, row: unknown): void {
  const [label, ...cells] = listOf(row, "Cells");
  const [attribute] = listOf(label, "Attributes");
  const key = textOf(attribute, "Value") || textOf(label, "Value");
  found.set(
    key,
    cells.map((cell) => readMoney(textOf(cell, "Value") || "0") ?? 0n),
  );
}

function listOf(value: unknown, name: string): readonly unknown[] {
  if (!isRecord(value)) return [];
  const list = value[name];
  return Array.isArray(list) ? list : [];
}

function textOf(value: unknown, name: string): string {
  const text = isRecord(value) ? value[name] : undefined;
  return typeof text === "string" ? text : "";
}
