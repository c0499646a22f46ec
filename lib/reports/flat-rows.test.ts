import { expect, test } from "vitest";
import { type FlatRow, flatRows } from "#lib/reports/flat-rows.ts";
import { exampleReport } from "#lib/reports/examples.ts";
import type { Column, Row } from "#lib/reports/report.ts";

const column = (id: string, kind: Column["kind"]): Column => ({ id, kind, label: id, start: "2026-10-01", end: "2026-10-31" });
const cell = (name: string, value: string | null): Row["cells"][number] => ({ column: name, value, reason: null, unit: "money", proof: null });
const row = (id: string, more: Partial<Row>): Row => ({ id, parent: "section:tradingIncome", kind: "account", label: id, level: 1, accountId: null, accountCode: null, sign: -1, cells: [], ...more });

test("a row a column: each has its section, its code and name, its period, and the cell to ask the proof for", () => {
  expect(flatRows(exampleReport)).toEqual<FlatRow[]>([
    { section: "Trading Income", kind: "account", accountCode: "200", accountName: "Sales", period: "total", unit: "money", amount: "135.50", compareAmount: null, variance: null, cell: `${exampleReport.rows[1]?.id}|total`, target: null },
    { section: "Trading Income", kind: "residual", accountCode: null, accountName: "Unexplained difference to Xero", period: "total", unit: "money", amount: "0.03", compareAmount: null, variance: null, cell: "residual:unexplained:tradingIncome|total", target: null },
    { section: "Trading Income", kind: "subtotal", accountCode: null, accountName: "Total Trading Income", period: "total", unit: "money", amount: "135.53", compareAmount: null, variance: null, cell: "total:totalIncome|total", target: null },
  ]);
});

test("a comparison stands beside what it is compared with, and the variance is exact", () => {
  const columns = [column("2026-09", "period"), column("2026-10", "period"), column("total", "total"), column("compare:2025-09", "compare"), column("compare:2025-10", "compare"), column("compare:total", "compare")];
  const cells = [cell("2026-09", "0.10"), cell("2026-10", "99999999999999.9999"), cell("total", "7.00"), cell("compare:2025-09", "0.30"), cell("compare:2025-10", "0.0001"), cell("compare:total", null)];
  const rows = [row("section:tradingIncome", { parent: null, kind: "section", label: "Trading Income" }), row("account:sales", { label: "Sales", cells })];
  expect(flatRows({ columns, rows }).map(({ period, amount, compareAmount, variance }) => [period, amount, compareAmount, variance])).toEqual([
    ["2026-09", "0.10", "0.30", "-0.20"],
    ["2026-10", "99999999999999.9999", "0.0001", "99999999999999.9998"],
    ["total", "7.00", null, null],
  ]);
});

test("a total of the whole statement stands in no section", () => {
  const net = row("total:netProfit", { parent: null, kind: "total", label: "Net Profit", cells: [cell("total", "1.00")] });
  expect(flatRows({ columns: [column("total", "total")], rows: [net] })).toMatchObject([{ section: null, kind: "total", accountName: "Net Profit", amount: "1.00" }]);
});

test("a key figure has its target beside each of its months, and nothing else has one", () => {
  const margin = row("kpi:margin", { parent: null, kind: "kpi", label: "Margin", cells: [cell("2026-09", "40.00"), cell("2026-10", "41.00")] });
  const columns = [column("2026-09", "period"), column("2026-10", "period")];
  const rows = [margin, row("measure:margin", { kind: "measure", cells: [cell("2026-10", "2.00")] })];
  expect(flatRows({ columns, rows, targets: [{ kpi: "margin", value: "45.00" }] }).map(({ accountName, period, target }) => [accountName, period, target])).toEqual([
    ["Margin", "2026-09", "45.00"],
    ["Margin", "2026-10", "45.00"],
    ["measure:margin", "2026-10", null],
  ]);
});
