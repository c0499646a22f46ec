import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { checkStoredDashboards, movedLine } from "#lib/kpis/check-stored.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import { type Definitions, definitions } from "#lib/kpis/definitions.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, post } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let reportId: string;

/** October: revenue 200, direct costs 50. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  const books = await openTestBooks("Hāpuku Services");
  const [bank, sales, materials] = [account(uuidv7(), "Bank", "BANK"), account(uuidv7(), "Sales", "REVENUE"), account(uuidv7(), "Materials", "DIRECTCOSTS")];
  await addAccounts(books, [bank, sales, materials]);
  await post(books, [{ date: "2026-10-05", lines: [[bank.id, "150"], [sales.id, "-200"], [materials.id, "50"]] }]);
  reportId = (await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD" })).id;
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function withGrossMargin(change: Partial<Kpi>): Definitions {
  const groups = definitions.groups.map((group) => ({ ...group, kpis: group.kpis.map((kpi) => (kpi.id === "grossMarginPercent" ? { ...kpi, ...change } : kpi)) }));
  return { ...definitions, groups };
}

test("by the definitions they were made with, no stored figure moves", async () => {
  const { reports, figures, moved } = await checkStoredDashboards();
  expect([reports, moved]).toEqual([1, []]);
  expect(figures).toBe(13 * definitions.groups.flatMap(({ kpis }) => kpis).length);
});

test("a changed formula is found in each month that it moves, with the figure before and after, and in no other", async () => {
  // 150 of 200 is 75.00; 200 of 50 would be 400.00. The other twelve columns have no revenue and stay without a figure.
  const { moved } = await checkStoredDashboards(withGrossMargin({ formula: "revenue / directCosts" }));
  expect(moved.map(movedLine)).toEqual([`Hāpuku Services · KPI Dashboard to 31 Oct 2026 (${reportId}) · Gross margin · 2026-10 · 75.00 → 400.00`]);
});

test("so is a condition that takes a figure away, and a key figure that is no longer defined", async () => {
  const taken = await checkStoredDashboards(withGrossMargin({ notMeaningful: [{ when: "revenue <= 1000", reason: "Too little revenue." }] }));
  expect(taken.moved.map(({ column, before, after, why }) => [column, before, after, why])).toEqual([["2026-10", "75.00", null, "Too little revenue."]]);
  const gone = { ...definitions, groups: definitions.groups.map((group) => ({ ...group, kpis: group.kpis.filter(({ id }) => id !== "cashAtBank") })) };
  expect((await checkStoredDashboards(gone)).moved).toHaveLength(13);
});
