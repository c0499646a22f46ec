import { expect, test } from "vitest";
import type { DrawnReport, DrawnRow } from "#lib/kpis/drawn-report.ts";
import { profitBridge } from "#lib/kpis/profit-bridge.ts";

const column = (id: string, kind: "period" | "compare") => ({ id, kind, label: id, start: "2026-10-01", end: "2026-10-31" });
const columns = [column("2026-09", "period"), column("2026-10", "period"), column("compare:2025-10", "compare")];

/** Values of October, and of October a year ago. */
function row(id: string, sign: 1 | -1, values: readonly [string, string], parent: string | null = "section:accounts"): DrawnRow {
  const cells = ["2026-10", "compare:2025-10"].map((name, index) => ({ column: name, value: values[index] ?? null, reason: null, unit: "money" as const }));
  return { id, parent, kind: parent === "section:accounts" ? "account" : "measure", label: id, sign, cells };
}

const stepsOf = (rows: DrawnRow[]) => profitBridge({ columns, rows } as unknown as DrawnReport).map(({ label, value }) => [label, value]);
const profit = row("measure:netProfit", 1, ["140.00", "100.00"], null);

test("a bridge leads from one profit to the other by what moved it most: more income and less cost upwards", () => {
  // +50 sales, −30 rent, +25 wages, −5 power: 100 + 40 = 140.
  const accounts = [row("Sales", -1, ["250.00", "200.00"]), row("Rent", 1, ["80.00", "50.00"]), row("Wages", 1, ["25.00", "50.00"]), row("Power", 1, ["5.00", "0.00"]), row("Software", 1, ["9.00", "9.00"])];
  expect(stepsOf([profit, ...accounts])).toEqual([
    ["Net profit, compare:2025-10", "100.00"],
    ["Sales", "50.00"],
    ["Rent", "-30.00"],
    ["Wages", "25.00"],
    ["Power", "-5.00"],
    ["Net profit, 2026-10", "140.00"],
  ]);
});

test("five accounts stand by themselves, and the others together", () => {
  const accounts = ["6", "5", "4", "3", "2", "1"].map((change) => row(`Cost ${change}`, 1, [`${change}.00`, "0.00"]));
  expect(stepsOf([row("measure:netProfit", 1, ["-21.00", "0.00"], null), ...accounts, row("Fees", 1, ["0.00", "0.50"])]).slice(5)).toEqual([
    ["Cost 2", "-2.00"],
    ["2 other accounts", "-0.50"],
    ["Net profit, 2026-10", "-21.00"],
  ]);
});

test("without a comparison, or in a dashboard from before there were accounts in it, there is no bridge", () => {
  expect(profitBridge({ columns: columns.slice(0, 2), rows: [profit] } as unknown as DrawnReport)).toEqual([]);
  expect(stepsOf([profit])).toEqual([]);
});
