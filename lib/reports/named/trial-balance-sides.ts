// Two pairs of columns, each with a debit and a credit: an amount stands in one of them and the other is empty.
import { type Day, firstDayOf, monthOf } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import { type FigureRow, type Head, moneyCell, plainRow } from "#lib/reports/cells.ts";
import type { Cell, Column, Proof } from "#lib/reports/report.ts";

type Pair = { debit: string; credit: string };
export const ofMonth: Pair = { debit: "debit", credit: "credit" };
export const toDate: Pair = { debit: "ytdDebit", credit: "ytdCredit" };
export const columnIds = [ofMonth.debit, ofMonth.credit, toDate.debit, toDate.credit];

export function trialBalanceColumns(asAt: Day): Column[] {
  const [month, balance] = [{ start: firstDayOf(monthOf(asAt)), end: asAt }, { start: null, end: asAt }];
  return [
    { id: ofMonth.debit, kind: "figure", label: "Debit", ...month },
    { id: ofMonth.credit, kind: "figure", label: "Credit", ...month },
    { id: toDate.debit, kind: "figure", label: "YTD Debit", ...balance },
    { id: toDate.credit, kind: "figure", label: "YTD Credit", ...balance },
  ];
}

/** A debit in the one column, a credit in the other, nothing in neither. `sign` is the one it is written with. */
export function onItsSide({ debit, credit }: Pair, net: Money, proofIn: (sign: 1 | -1) => Proof): { cell: Cell; amount: Money }[] {
  if (net === 0n) return [];
  const sign = net > 0n ? 1 : -1;
  const amount = BigInt(sign) * net;
  return [{ cell: moneyCell(net > 0n ? debit : credit, amount, proofIn(sign)), amount }];
}

export function withCells(head: Head, cells: readonly { cell: Cell; amount: Money }[]): FigureRow {
  return { row: plainRow(head, cells.map(({ cell }) => cell)), amounts: new Map(cells.map(({ cell, amount }) => [cell.column, amount])) };
}
