import { expect, test } from "vitest";
import { money } from "#lib/money.ts";
import { accountsWithoutRow, movedCells } from "#lib/reports/changes/moved-cells.ts";
import type { Cell, Proof, Row } from "#lib/reports/report.ts";

const lines = (account: string, from: string | null, to: string): Proof => ({ kind: "lines", accounts: [account], from, to });
const cell = (column: string, value: string | null, proof: Proof): Cell => ({ column, value, reason: null, unit: "money", proof });
const row = (id: string, sign: 1 | -1, cells: Cell[]): Row => ({ id, parent: null, kind: "account", label: id, level: 0, accountId: null, accountCode: null, sign, cells });
const column = (id: string, start: string, end: string) => ({ id, kind: "period" as const, label: id, start, end });

/** Sales of 300 in March and 100 in April, rent of 80 in each, and the profit of both. */
const report = {
  columns: [column("2026-03", "2026-03-01", "2026-03-31"), column("2026-04", "2026-04-01", "2026-04-30")],
  rows: [
    row("sales", -1, [cell("2026-03", "300.00", lines("s", "2026-03-01", "2026-03-31")), cell("2026-04", "100.00", lines("s", "2026-04-01", "2026-04-30"))]),
    row("rent", 1, [cell("2026-03", "80.00", lines("r", "2026-03-01", "2026-03-31")), cell("2026-04", "80.00", lines("r", "2026-04-01", "2026-04-30"))]),
    row("profit", -1, ["2026-03", "2026-04"].map((id, index) => cell(id, index === 0 ? "220.00" : "20.00", { kind: "sum", of: [{ row: "sales", factor: 1 }, { row: "rent", factor: -1 }] }))),
  ],
};

test("an invoice that was voided takes its account and every sum above it along, in its month and no other", () => {
  const moved = movedCells(report, [{ accountId: "s", date: "2026-03-14", amount: money("120") }]);
  expect(moved.map(({ row: id, column: month, before, after }) => [id, month, before, after])).toEqual([
    ["sales", "2026-03", "300.00", "180.00"],
    ["profit", "2026-03", "220.00", "100.00"],
  ]);
});

test("one that was moved to another month leaves the first and enters the second", () => {
  const moved = movedCells(report, [
    { accountId: "s", date: "2026-03-31", amount: money("50") },
    { accountId: "s", date: "2026-04-01", amount: money("-50") },
  ]);
  expect(moved.map(({ row: id, column: month, after }) => `${id} ${month} ${after}`)).toEqual(["sales 2026-03 250.00", "sales 2026-04 150.00", "profit 2026-03 170.00", "profit 2026-04 70.00"]);
});

test("what lies on other days or comes to nothing moves no cell", () => {
  expect(movedCells(report, [{ accountId: "s", date: "2026-05-01", amount: money("9") }])).toEqual([]);
  expect(movedCells(report, [{ accountId: "r", date: "2026-04-02", amount: money("9") }, { accountId: "r", date: "2026-04-03", amount: money("-9") }])).toEqual([]);
});

test("earnings move with the profit behind them, and an account without a row is counted", () => {
  const earnings = { ...report, rows: [row("earnings", -1, [cell("2026-03", "220.00", { kind: "earnings", parts: [{ label: "Profit", accounts: ["s", "r"], from: "2026-01-01", to: "2026-03-31", amount: "220.00" }], differences: [] })])] };
  expect(movedCells(earnings, [{ accountId: "r", date: "2026-02-01", amount: money("20") }])[0]?.after).toBe("200.00");
  expect(accountsWithoutRow(report, [{ accountId: "new", date: "2026-03-02", amount: money("5") }, { accountId: "s", date: "2026-03-02", amount: money("-5") }])).toBe(1);
});
