import { expect, test } from "vitest";
import { statementBlocks } from "#components/reports/statement-blocks.ts";
import type { Row } from "#lib/reports/report.ts";

function row(id: string, kind: Row["kind"], parent: string | null): Row {
  return { id, kind, parent, level: 0, label: id, accountId: null, accountCode: null, sign: 1, cells: [] };
}

function inWords(rows: readonly Row[]) {
  return statementBlocks(rows).map(({ section, rows: within }) => [section?.id ?? null, ...within.map(({ id }) => id)]);
}

test("a section folds its own accounts and differences, and its subtotal stays", () => {
  const rows = [row("income", "section", null), row("sales", "account", "income"), row("payroll", "residual", "income"), row("total income", "subtotal", "income"), row("profit", "total", null)];
  expect(inWords(rows)).toEqual([
    ["income", "sales", "payroll"],
    [null, "total income", "profit"],
  ]);
});

test("a section of sections folds nothing by itself", () => {
  const rows = [row("assets", "section", null), row("bank", "section", "assets"), row("cheque", "account", "bank"), row("total bank", "subtotal", "bank"), row("total assets", "subtotal", "assets"), row("equity", "section", null), row("earnings", "account", "equity")];
  expect(inWords(rows)).toEqual([
    [null, "assets"],
    ["bank", "cheque"],
    [null, "total bank", "total assets"],
    ["equity", "earnings"],
  ]);
});

test("a section without rows of its own is not offered to be folded", () => {
  expect(inWords([row("income", "section", null), row("total income", "subtotal", "income")])).toEqual([[null, "income", "total income"]]);
});
