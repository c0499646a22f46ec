// The rows of a statement, while they are being computed: exact amounts with their proofs, one figure a column. A total is the sum of rows
// that are printed and says which; nothing enters a total that the reader cannot see above it.
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Ledger } from "#lib/reports/books.ts";
import type { Column, Proof, Row } from "#lib/reports/report.ts";

export type Figure = { amount: Money; proof: Proof };
/** A heading has no figures. */
export type Draft = Omit<Row, "cells"> & { figures: readonly Figure[] };
type Term = { row: Draft; factor: 1 | -1 };
export type Statement = { rows: Row[]; hiddenAccounts: number };
/** `budgeted` are accounts that have a budget, which is reason enough to list them. */
export type Layout = { ledger: Ledger; columns: readonly Column[]; hideZero: boolean; budgeted?: ReadonlySet<string> | undefined };

export type Total = { id: string; label: string; kind: "subtotal" | "total"; parent: string | null; level: number; sign: 1 | -1 };

export function heading(id: string, label: string, parent: string | null, level: number): Draft {
  return { id, parent, kind: "section", label, level, accountId: null, accountCode: null, sign: 1, figures: [] };
}

export function totalRow(total: Total, terms: readonly Term[], columns: readonly Column[]): Draft {
  const proof: Proof = { kind: "sum", of: terms.map(({ row, factor }) => ({ row: row.id, factor })) };
  const figures = columns.map((_, index) => ({ amount: sum(terms.map(({ row, factor }) => signed(factor, amountAt(row, index)))), proof }));
  return { ...total, accountId: null, accountCode: null, figures };
}

export function plus(row: Draft): Term {
  return { row, factor: 1 };
}

export function minus(row: Draft): Term {
  return { row, factor: -1 };
}

export function signed(sign: 1 | -1, amount: Money): Money {
  return sign === 1 ? amount : -amount;
}

function amountAt(row: Draft, index: number): Money {
  return row.figures[index]?.amount ?? 0n;
}

export function isNil(row: Draft): boolean {
  return row.figures.every(({ amount }) => amount === 0n);
}

export function written({ figures, ...row }: Draft, columns: readonly Column[]): Row {
  const cells = figures.map(({ amount, proof }, index) => {
    return { column: columns[index]?.id ?? "", value: decimal(amount), reason: null, unit: "money" as const, proof };
  });
  return { ...row, cells };
}
