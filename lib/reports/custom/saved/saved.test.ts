// A custom report that is written down once: made again and again, changed without changing what was made, and nobody else's.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReportDefinition, listReportDefinitions } from "#lib/reports/custom/saved/read.ts";
import { removeReportDefinition } from "#lib/reports/custom/saved/remove.ts";
import { saveReportDefinition } from "#lib/reports/custom/saved/save.ts";
import { placeInWords, rowsAsText } from "#lib/reports/custom/saved/row-words.ts";
import { writtenRows } from "#lib/reports/custom/saved/written-rows.ts";
import { Refusal } from "#lib/refusal.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let [books, other]: TestBooks[] = [];
const [bank, sales, materials] = [account(uuidv7(), "Bank", "BANK", { code: "090" }), account(uuidv7(), "Sales", "REVENUE", { code: "200" }), account(uuidv7(), "Materials", "DIRECTCOSTS", { code: "310" })];
const rows = [
  { kind: "accounts" as const, id: "sold", label: "Sold", sign: -1 as const, accounts: [{ codes: ["200"] }] },
  { kind: "accounts" as const, id: "used", label: "Used", sign: 1 as const, accounts: [{ codes: ["310"] }] },
  { kind: "formula" as const, id: "left", label: "Left", unit: "money" as const, formula: "sold - used" },
];
const days = { from: "2026-10-01", to: "2026-10-31", columns: "total" };

beforeAll(async () => {
  stubSettings();
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  [books, other] = [await openTestBooks("Rātā Joinery"), await openTestBooks("Somebody Else")];
  await addAccounts(its(books), [bank, sales, materials]);
  await post(its(books), [{ date: "2026-10-10", lines: [[bank.id, "60"], [sales.id, "-100"], [materials.id, "40"]] }]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function its(of: TestBooks | undefined): TestBooks {
  if (!of) throw new Error("The books are not open.");
  return of;
}
const save = (name: string, said: readonly unknown[] = rows) => saveReportDefinition.run(its(books).scope, saveReportDefinition.input.parse({ tenantId: its(books).scope.tenantId, name, rows: said }));
const make = ({ scope }: TestBooks, parameters: Record<string, unknown>) => createReport.run(scope, { tenantId: scope.tenantId, type: "CUSTOM", parameters: { ...days, ...parameters } });
const valuesOf = (data: { rows: readonly { label: string; cells: readonly { value: string | null }[] }[] }) => data.rows.map(({ label, cells }) => [label, cells[0]?.value]);

test("a report is made of what is written down, under its name, and keeps its rows when that is changed", async () => {
  const { id } = await save("What is left");
  const made = await make(its(books), { definitionId: id });
  expect([made.data.title, valuesOf(made.data)]).toEqual(["What is left", [["Sold", "100.00"], ["Used", "40.00"], ["Left", "60.00"]]]);
  const changed = await save("What is left", rows.slice(0, 1));
  expect(changed.id).toBe(id);
  expect(valuesOf((await make(its(books), { definitionId: id, title: "Sales alone" })).data)).toEqual([["Sold", "100.00"]]);
  expect(valuesOf((await getReport.run([its(books).scope], { id: made.id })).data)).toHaveLength(3);
});

test("what cannot be understood is refused with its row, and nothing is kept", async () => {
  await expect(save("Broken", [rows[0], { kind: "accounts", id: "gone", label: "Gone", sign: 1, accounts: [{ codes: ["999"] }] }])).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/rows/1/accounts", detail: "There is no account 999 in the chart of accounts." }] });
  await expect(save("Broken", [{ kind: "formula", id: "a", label: "Around", unit: "money", formula: "a + 1" }])).rejects.toMatchObject({ faults: [{ pointer: "/rows/0/formula" }] });
  const everything = [{ kind: "kpi", id: "happiness" }, rows[0], { kind: "formula", id: "b", label: "Half", unit: "money", formula: "sold / 2", notMeaningful: [{ when: "sold", reason: "Nothing sold." }] }];
  await expect(save("Broken", everything)).rejects.toMatchObject({ faults: [{ pointer: "/rows/0/id" }, { pointer: "/rows/2/notMeaningful/0/when" }] });
  expect((await listReportDefinitions.run([its(books).scope], {})).data.map(({ name }) => name)).toEqual(["What is left"]);
});

test("a definition and rows together, neither of them, and one of another organisation are refused at their field", async () => {
  const { id } = await save("What is left");
  await expect(make(its(books), { definitionId: id, rows })).rejects.toMatchObject({ faults: [{ pointer: "/parameters/rows", detail: "Give either rows or definitionId, not both." }] });
  await expect(make(its(books), { title: "Nothing" })).rejects.toMatchObject({ faults: [{ pointer: "/parameters/rows", detail: "A custom report needs a row." }] });
  await expect(make(its(other), { definitionId: id })).rejects.toMatchObject({ faults: [{ pointer: "/parameters/definitionId", detail: "There is no such report, or it is not yours." }] });
  await expect(getReportDefinition.run([its(other).scope], { id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(removeReportDefinition.run([its(other).scope], { id })).rejects.toMatchObject({ reason: "notFound" });
});

test("removed, it is offered no more, and both are in the audit", async () => {
  const { id } = await save("For a week");
  expect(await removeReportDefinition.run([its(books).scope], { id })).toEqual({ id, removed: true });
  await expect(getReportDefinition.run([its(books).scope], { id })).rejects.toMatchObject({ reason: "notFound" });
  expect((await chainOf(its(books).scope.tenantId)).slice(-2).map(({ action, details }) => [action, details])).toEqual([
    ["reportDefinition.saved", { name: "For a week", rows: 3 }],
    ["reportDefinition.removed", { name: "For a week" }],
  ]);
});

test("rows written into a form are read as they are shown, and what is no list of rows says where, by row and field", () => {
  expect(writtenRows(rowsAsText(rows))).toMatchObject(rows);
  expect(() => writtenRows("[{]")).toThrow(/^The rows are no JSON: /);
  const faultsIn = (text: string) => {
    try {
      return writtenRows(text);
    } catch (error) {
      return error instanceof Refusal ? error.faults.map(({ pointer, detail }) => `${placeInWords(pointer)}: ${detail}`) : error;
    }
  };
  expect(faultsIn("[]")).toEqual(["Rows: A custom report needs a row."]);
  expect(faultsIn('[{"kind":"heading","label":""},{"kind":"accounts","id":"a","label":"Ours","sign":1,"accounts":[]},{"kind":"kpi","id":""}]')).toEqual(["Row 1, label: Give the row a label.", "Row 2, accounts: Choose the accounts.", "Row 3, id: Choose a key figure."]);
});
