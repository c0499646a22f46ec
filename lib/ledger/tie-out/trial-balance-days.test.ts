import { expect, test } from "vitest";
import { allTrialBalanceDays, recentTrialBalanceDays } from "#lib/ledger/tie-out/trial-balance-days.ts";

const march = { month: 3, day: 31 };
const fifthOfApril = { month: 4, day: 5 };

test("the first sync reads every month-end from the one before the first document", () => {
  expect(allTrialBalanceDays({ firstDay: "2025-02-14", today: "2025-05-20", yearEnd: march })).toEqual(["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]);
});

test("a year that ends within a month is read at its end as well", () => {
  expect(allTrialBalanceDays({ firstDay: "2025-03-10", today: "2025-05-20", yearEnd: fifthOfApril })).toEqual(["2025-02-28", "2025-03-31", "2025-04-05", "2025-04-30", "2025-05-31"]);
});

test("an incremental sync reads two month-ends, and the year's end when it lies between them", () => {
  expect(recentTrialBalanceDays({ today: "2025-11-21", yearEnd: march })).toEqual(["2025-10-31", "2025-11-30"]);
  expect(recentTrialBalanceDays({ today: "2025-05-02", yearEnd: fifthOfApril })).toEqual(["2025-04-30", "2025-05-31"]);
  expect(recentTrialBalanceDays({ today: "2025-04-02", yearEnd: fifthOfApril })).toEqual(["2025-03-31", "2025-04-05", "2025-04-30"]);
});

test("books without a document are read all the same, and a document dated far away costs no thousand calls", () => {
  expect(allTrialBalanceDays({ firstDay: null, today: "2025-05-20", yearEnd: march })).toEqual(["2025-04-30", "2025-05-31"]);
  expect(allTrialBalanceDays({ firstDay: "0202-01-01", today: "2025-05-20", yearEnd: march })).toHaveLength(180);
  expect(allTrialBalanceDays({ firstDay: "2052-01-01", today: "2025-05-20", yearEnd: march })).toEqual(["2025-04-30", "2025-05-31"]);
});
