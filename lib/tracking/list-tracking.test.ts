import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { addTracking, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import { listTracking } from "#lib/tracking/list-tracking.ts";
import { trackingChoices } from "#lib/tracking/tracking-choices.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
let region: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  region = await addTracking(books, "Region", ["Wellington", "Auckland"]);
  await addTracking(books, "Practice", ["Advice"]);
  await addTracking(other, "Region", ["Auckland"]);
});
afterAll(() => database.close());

test("categories come by name with their options by name, of one's own organisations alone", async () => {
  const { data } = await listTracking.run([books.scope], {});
  expect(data.map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([["Practice", ["Advice"]], ["Region", ["Auckland", "Wellington"]]]);
  expect((await listTracking.run([books.scope, other.scope], {})).data.length).toBe(3);
});

test("a form offers what may be asked for to those who may read the chart, each option under its category", async () => {
  const [, second] = await trackingChoices(books.scope);
  const value = (option: string) => `${region["Region"]}:${option}`;
  expect(second?.options).toEqual([{ value: value(String(region["Auckland"])), label: "Auckland" }, { value: value(String(region["Wellington"])), label: "Wellington" }, { value: value("unassigned"), label: "Unassigned" }]);
  expect(await trackingChoices({ ...books.scope, permissions: ["reports:read"] })).toEqual([]);
});
