import { expect, test } from "vitest";
import { hiddenCount, visibleColumns, visibleRows } from "#lib/reports/visible-rows.ts";
import type { Row } from "#lib/reports/report.ts";

function row(id: string, kind: Row["kind"], parent: string | null, value?: string): Row {
  const cells = value === undefined ? [] : [{ column: "total", value, reason: null, unit: "money" as const, proof: null }];
  return { id, parent, kind, label: id, level: 0, accountId: null, accountCode: null, sign: 1, cells };
}

const rows = [
  row("section:tradingIncome", "section", null),
  row("account:1", "account", "section:tradingIncome", "10.00"),
  row("account:2", "account", "section:tradingIncome", "0.00"),
  row("total:totalIncome", "subtotal", "section:tradingIncome", "10.00"),
  row("section:otherIncome", "section", null),
  row("account:3", "account", "section:otherIncome", "0.00"),
  row("total:otherIncome", "subtotal", "section:otherIncome", "0.00"),
  row("total:netProfit", "total", null, "10.00"),
];

test("nil accounts are hidden, and sections that hold nothing else", () => {
  expect(visibleRows(rows, false).map(({ id }) => id)).toEqual(["section:tradingIncome", "account:1", "total:totalIncome", "total:netProfit"]);
  expect(hiddenCount(rows)).toBe(2);
  expect(visibleRows(rows, true)).toHaveLength(rows.length);
});

test("a section within a section keeps both of them", () => {
  const sheet = [row("section:assets", "section", null), row("section:bank", "section", "section:assets"), row("account:1", "account", "section:bank", "1.00"), row("section:fixedAssets", "section", "section:assets")];
  expect(visibleRows(sheet, false).map(({ id }) => id)).toEqual(["section:assets", "section:bank", "account:1"]);
});

test("computed earnings stay even when there are none", () => {
  const equity = [row("section:equity", "section", null), row("total:currentYearEarnings", "account", "section:equity", "0.00")];
  expect(visibleRows(equity, false)).toHaveLength(2);
});

test("the measures beneath key figures are shown when asked for, the key figures always", () => {
  const dashboard = [row("section:liquidity", "section", null), row("kpi:cashAtBank", "kpi", "section:liquidity", "0.00"), row("section:measures", "section", null), row("measure:cash", "measure", "section:measures", "5.00")];
  expect(visibleRows(dashboard, false).map(({ id }) => id)).toEqual(["section:liquidity", "kpi:cashAtBank"]);
  expect(hiddenCount(dashboard)).toBe(1);
  expect(visibleRows(dashboard, true)).toHaveLength(4);
});

test("the total of a single period is not shown twice", () => {
  const column = (id: string, kind: "period" | "total" | "compare") => ({ id, kind, label: id, start: null, end: "2026-10-31" });
  const columns = [column("2026-10", "period"), column("total", "total"), column("compare:2025-10", "compare"), column("compare:total", "compare")];
  expect(visibleColumns(columns).map(({ id }) => id)).toEqual(["2026-10", "compare:2025-10"]);
  expect(visibleColumns(columns.slice(1))).toHaveLength(3);
});
