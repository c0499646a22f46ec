import { expect, test } from "vitest";
import { harakeke } from "../seeds/harakeke/harakeke.ts";
import { liveOn } from "../store.ts";
import { cellsOf } from "../testing/read-report.ts";
import { bill, sale, SMALL_ACCOUNTS, smallBooks } from "../testing/small-books.ts";
import { balanceSheet } from "./balance-sheet.ts";
import { daysBack, rangesBack } from "./periods.ts";
import { profitAndLoss, profitAndLossOf } from "./profit-and-loss.ts";
import { longDate } from "./rows.ts";
import { trackingColumns } from "./tracking-columns.ts";
import { trialBalance } from "./trial-balance.ts";

const Invoices = [sale("1", "2026-03-31", "100", "15"), sale("2", "2026-04-01", "200", "30"), bill("3", "2026-04-20", "50", "7.50")];
const RETAINED = "00000000-0000-4000-8000-000000000012";
const CURRENT = "00000000-0000-0000-0000-000000000000";

test("the year's profit becomes retained earnings the day after the year ends", () => {
  const living = liveOn(smallBooks({ Invoices }));
  const at = (day: string) => cellsOf(balanceSheet(living, [day]));
  expect([at("2026-03-31").get(CURRENT), at("2026-03-31").get(RETAINED)]).toEqual([[1_000_000n], undefined]);
  expect([at("2026-04-30").get(CURRENT), at("2026-04-30").get(RETAINED)]).toEqual([[1_500_000n], [1_000_000n]]);
});

test("a year that ends on 5 April is cut by the day, and one that ends on 29 February by the last of the month", () => {
  const april = liveOn(
    smallBooks(
      { Invoices: [sale("1", "2026-04-05", "100", "0"), sale("2", "2026-04-06", "7", "0")] },
      { FinancialYearEndDay: "5", FinancialYearEndMonth: "4" },
    ),
  );
  expect(cellsOf(balanceSheet(april, ["2026-04-30"])).get(CURRENT)).toEqual([70_000n]);
  const february = liveOn(
    smallBooks(
      { Invoices: [sale("1", "2026-02-28", "100", "0"), sale("2", "2026-03-01", "7", "0")] },
      { FinancialYearEndDay: "29", FinancialYearEndMonth: "2" },
    ),
  );
  expect(cellsOf(balanceSheet(february, ["2026-03-31"])).get(CURRENT)).toEqual([70_000n]);
});

test("earlier profit has a home even in a chart without retained earnings", () => {
  const Accounts = SMALL_ACCOUNTS.filter(({ SystemAccount }) => SystemAccount !== "RETAINEDEARNINGS");
  const living = liveOn(smallBooks({ Accounts, Invoices }));
  const [, , debit, credit] = cellsOf(trialBalance(living, "2026-04-30")).get("Total") ?? [];
  expect(debit).toBe(credit);
  const sheet = cellsOf(balanceSheet(living, ["2026-04-30"]));
  expect(sheet.get("Net Assets")).toEqual(sheet.get("Total Equity"));
});

test("the trial balance shows the month's movement beside the year to date, each on its side", () => {
  const rows = cellsOf(trialBalance(liveOn(smallBooks({ Invoices: [...Invoices, sale("4", "2026-05-02", "1", "0")] })), "2026-05-31"));
  expect(rows.get("00000000-0000-4000-8000-000000000003")).toEqual([0n, 10_000n, 0n, 2_010_000n]);
  expect(rows.get("00000000-0000-4000-8000-000000000009")).toEqual([0n, 0n, 0n, 575_000n]);
});

test("profit and loss has its columns newest first and leaves out accounts that are nil in all of them", () => {
  const living = liveOn(smallBooks({ Invoices }));
  const ranges = rangesBack({ from: "2026-04-01", to: "2026-04-30" }, 1, "MONTH");
  const cells = cellsOf(profitAndLoss(living, ranges));
  expect(cells.get("Net Profit")).toEqual([1_500_000n, 1_000_000n]);
  expect(cells.get("Gross Profit")).toEqual([1_500_000n, 1_000_000n]);
  expect([...cells.keys()].filter((key) => key.endsWith("000000000005"))).toEqual([]);
});

test("tracking columns and what is unassigned add up to the total", () => {
  const living = liveOn(harakeke("2026-11-21"));
  for (const { TrackingCategoryID, Options } of living.view.TrackingCategories) {
    const columns = trackingColumns(living, TrackingCategoryID, null, { from: "2026-04-01", to: "2026-09-30" });
    const [...net] = cellsOf(profitAndLossOf(living, columns, undefined)).get("Net Profit") ?? [];
    const whole = net.pop();
    expect(net).toHaveLength(Options.length + 1);
    expect(net.reduce((sum, one) => sum + one, 0n)).toBe(whole);
    expect(net.filter((one) => one !== 0n).length).toBeGreaterThan(2);
  }
});

test("a line that names its tracking by words is served with its ids", () => {
  const TrackingCategories = [{ Name: "Region", Options: [{ Name: "North" }] }];
  const LineItems = [{ AccountCode: "200", LineAmount: "1", Tracking: [{ Name: "Region", Option: "North" }] }];
  const {
    TrackingCategories: [region],
    Invoices: [invoice],
  } = smallBooks({ TrackingCategories, Invoices: [sale("1", "2026-05-01", "0", "0", { LineItems })] });
  expect(invoice?.LineItems[0]?.Tracking[0]?.TrackingOptionID).toBe(region?.Options[0]?.TrackingOptionID);
});

test("month ends step back to month ends", () => {
  expect(daysBack("2019-04-30", 2, "MONTH")).toEqual(["2019-04-30", "2019-03-31", "2019-02-28"]);
  expect(daysBack("2024-02-29", 1, "YEAR")).toEqual(["2024-02-29", "2023-02-28"]);
  expect(rangesBack({ from: "2026-03-01", to: "2026-03-31" }, 2, "MONTH").map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2026-03-01 2026-03-31",
    "2026-02-01 2026-02-28",
    "2026-01-01 2026-01-31",
  ]);
  expect(rangesBack({ from: "2026-04-01", to: "2026-06-30" }, 1, "QUARTER")[1]).toEqual({ from: "2026-01-01", to: "2026-03-31" });
});

test("dates in titles are written as Xero writes them", () => {
  expect(longDate("2019-04-30")).toBe("30 April 2019");
});
