// The dashboard of twelve months with all its key figures, against the group-by that could give the income and costs of them.
import { monthOf } from "#lib/day.ts";
import { type Money, money } from "#lib/money.ts";
import type { Report } from "#lib/reports/report.ts";
import { chart } from "./books.ts";
import { contest, type Metric } from "./measure.ts";
import { closedMonths, computed, sumsByMonth } from "./statements.ts";

const income = new Set(chart.filter(({ class: of }) => of === "REVENUE").map(({ id }) => id));

export const keyFigures: Metric = (stage) => {
  const { books: { scope, today }, anchor } = stage;
  // Twelve that are shown, and twelve that the first of them are compared with.
  const months = closedMonths(today, 24);
  return contest({
    metric: "KPI dashboard, 12 months × all KPIs",
    goal: "≥ 50 at 1 M",
    anchor: () => sumsByMonth(anchor, scope.tenantId, months),
    ours: () => computed(stage, "KPI_DASHBOARD", {}),
    figures: (expected, found) => [revenueIn(expected, months.slice(-12)), revenueOf(found)],
  });
};

function revenueIn(sums: ReadonlyMap<string, Money>, months: readonly string[]): Map<string, Money> {
  const revenue = new Map<string, Money>();
  for (const [key, amount] of sums) {
    const [accountId = "", month = ""] = key.split(" ");
    if (income.has(accountId) && months.includes(month)) revenue.set(month, (revenue.get(month) ?? 0n) - amount);
  }
  return revenue;
}

/** Months by the column's days; the column compared with is not among the twelve. */
function revenueOf({ rows, columns }: Report): Map<string, Money> {
  const cells = rows.find(({ id }) => id === "measure:revenue")?.cells ?? [];
  return new Map(cells.flatMap(({ column: id, value }) => columns.flatMap((column) => (column.id === id && column.kind === "period" ? [[monthOf(column.end), money(value ?? "0")] as const] : []))));
}
