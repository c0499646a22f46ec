// Everything that can be asked of every type of report.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { Refusal } from "#lib/refusal.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { combinationOf, possibleOrders, type TrackingIds } from "#lib/reports/testing/combinations.ts";
import { logPossible } from "#lib/reports/testing/expect-figures.ts";
import type { Combination } from "#lib/reports/testing/figures-log.ts";
import { addTracking, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let ids: TrackingIds;

/** With two categories, and budgets of the whole and of an option, so that nothing is refused for want of them. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Everything");
  const [region, team] = [await addTracking(books, "Region", ["North"]), await addTracking(books, "Team", ["Advice"])];
  ids = { category: region["Region"] ?? "", option: region["North"] ?? "", second: team["Team"] ?? "", secondOption: team["Advice"] ?? "" };
  await transaction(books.scope, async (tx) => {
    await insertBudget(tx, { source: "xero", xeroId: "whole", name: "Whole", type: "OVERALL", tracking: null, contentHash: "one" }, []);
    await insertBudget(tx, { source: "xero", xeroId: "part", name: "North", type: "TRACKING", tracking: "Region: North", contentHash: "two" }, []);
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

/** The combinations that some orders make, and what the others are refused with. */
function outcomesOf(orders: ReturnType<typeof possibleOrders>) {
  return read(books.scope, async (q) => {
    const organisation = await readOrganisation(q);
    const [possible, refused]: [Combination[], Refusal[]] = [[], []];
    for (const { type, parameters } of orders) {
      try {
        const plan = await kindOf(type, parameters).plan(parameters, organisation, q);
        possible.push(combinationOf(type, plan.parameters));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push(error);
      }
    }
    return { possible, refused };
  });
}

test("whatever choices are combined, the report can be made or is refused with its field", async () => {
  const { possible, refused } = await outcomesOf(possibleOrders(ids));
  expect(refused.filter(({ faults }) => !faults[0]?.pointer.startsWith("/parameters/"))).toEqual([]);
  // A profit and loss by quarters on cash basis, within options of both categories, compared with last year.
  expect(possible).toContainEqual({ report: "PROFIT_LOSS", basis: "cash", choices: "quarter", tracking: "some options within a second category", comparison: "previousYear" });
  expect([...new Set(possible.filter(({ tracking }) => tracking !== "").map(({ report }) => report))]).toEqual(["PROFIT_LOSS", "BUDGET_VARIANCE", "CUSTOM"]);
  logPossible(possible);
});
