// The shape of Xero's report answers: a header row, then sections of rows whose cells are texts, each carrying the id of
// the account it belongs to.

import { type Day, partsOf } from "../exact/day.ts";
import type { JsonObject } from "../exact/json.ts";
import { writeMoney } from "../exact/money.ts";

export type Cell = JsonObject;
export type Row = JsonObject;
export type Attribute = { readonly Value: string; readonly Id: string };
export type Report = {
  readonly id: string;
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly Row[];
};

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export function header(labels: readonly string[]): Row {
  return { RowType: "Header", Cells: labels.map((Value) => ({ Value })) };
}

export function section(title: string, rows: readonly Row[]): Row {
  return { RowType: "Section", Title: title, Rows: rows };
}

export function row(label: string, values: readonly bigint[], attributes: readonly Attribute[] = []): Row {
  return { RowType: "Row", Cells: cells(label, values.map(writeMoney), attributes) };
}

export function summaryRow(label: string, values: readonly bigint[]): Row {
  return { RowType: "SummaryRow", Cells: cells(label, values.map(writeMoney), []) };
}

export function cells(label: string, values: readonly string[], attributes: readonly Attribute[]): Cell[] {
  return [label, ...values].map((Value) => (attributes.length === 0 ? { Value } : { Value, Attributes: attributes }));
}

export function ofAccount(accountId: string): Attribute {
  return { Value: accountId, Id: "account" };
}

// 30 April 2019
export function longDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

// 30 Apr 2019
export function shortDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

// 4/30/2019, as the date attributes of equity rows are written.
export function slashDate(day: Day): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${month}/${dayOfMonth}/${year}`;
}
