import { expect, test } from "vitest";
import { missingIn, talliesOf } from "./tallies.ts";

const month = { report: "PROFIT_LOSS", basis: "accrual", choices: "month", tracking: "", comparison: "none" };
const within = { ...month, choices: "tracking", tracking: "within a second category", comparison: "previousYear" };
const bank = { report: "bankSummary", basis: "accrual", choices: "", tracking: "", comparison: "" };

test("cells add up by what was asked and by what it was compared with, and what nobody compared is named", () => {
  const tallies = talliesOf([{ possible: month }, { possible: within }, { possible: bank }, { compared: month, cells: 12, settled: [] }, { compared: { ...month, comparison: "previousYear" }, cells: 3, settled: [] }]);
  expect(tallies.slice(0, 2).map(({ counts }) => counts)).toEqual([
    [{ name: "PROFIT_LOSS, accrual, month", cells: 15 }, { name: "PROFIT_LOSS, accrual, tracking, within a second category", cells: 0 }, { name: "bankSummary, accrual", cells: 0 }],
    [{ name: "PROFIT_LOSS, accrual, none", cells: 12 }, { name: "PROFIT_LOSS, accrual, previousYear", cells: 3 }],
  ]);
  expect(missingIn(tallies).slice(0, 3)).toEqual(["by basis, columns and tracking: PROFIT_LOSS, accrual, tracking, within a second category", "by basis, columns and tracking: bankSummary, accrual", "on cash basis, by what was settled: part payment"]);
});

test("a comparison that compared no cell counts for nothing, and what was settled counts where it was", () => {
  const onCash = { ...month, basis: "cash" };
  const [columns, , settled] = talliesOf([{ possible: onCash }, { compared: onCash, cells: 0, settled: ["credit note"] }, { compared: onCash, cells: 4, settled: ["part payment", "another currency"] }]);
  expect(columns?.counts).toEqual([{ name: "PROFIT_LOSS, cash, month", cells: 4 }]);
  expect(settled?.counts.filter(({ cells }) => cells > 0)).toEqual([{ name: "part payment", cells: 4 }, { name: "another currency", cells: 4 }]);
});
