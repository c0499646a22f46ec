import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { budgetLines, xeroBudgets } from "#lib/budgets/queries.ts";
import { fail } from "#lib/failure.ts";
import { decimal } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { syncBudgets } from "#lib/sync/sync-budgets.ts";
import type { SyncContext } from "#lib/sync/sync-context.ts";
import { type Answers, asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});
/** The financial year that ends on 31 March 2027. */
beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-21T00:00:00Z"), toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

const granted = "openid accounting.budgets.read";
const account = (Code: string, Type: string, Class: string) => ({ AccountID: `account-${Code}`, Code, Name: Code, Type, Class, Status: "ACTIVE" });
const Accounts = [account("sales", "REVENUE", "REVENUE"), account("rent", "OVERHEADS", "EXPENSE")];
const line = (AccountCode: string, figures: Record<string, string>) => ({ AccountCode, BudgetBalances: Object.entries(figures).map(([Period, Amount]) => ({ Period, Amount, Notes: "" })) });
const head = (id: string, updated: string, more: object = {}) => ({ BudgetID: id, Type: "OVERALL", Description: `Budget ${id}`, UpdatedDateUTC: updated, BudgetLines: [], Tracking: [], ...more });
const whole = (id: string, updated: string, ...BudgetLines: object[]) => head(id, updated, { BudgetLines });
const [may, june] = ["2026-05-01T00:00:00", "2026-06-01T00:00:00"];

type Kiwi = Awaited<ReturnType<typeof newOrganisation>>;

/** What was asked for, and what is kept after it. */
async function sync(kiwi: Kiwi, answers: Answers, more: Partial<SyncContext> = {}, scopes = granted) {
  const context = asking(kiwi, answers, more);
  await syncBudgets(context, scopes);
  return { asked: context.asked.map(({ path }) => path), questions: context.asked, warnings: context.warnings, written: context.progress.objects.Budgets?.written, kept: await kept(kiwi) };
}

function kept({ tenantId }: Kiwi): Promise<Record<string, string[]>> {
  return read({ tenantId }, async (q) => {
    const found: Record<string, string[]> = {};
    for (const { id, name } of await xeroBudgets(q)) found[name] = (await budgetLines(q, id)).map(({ accountCode, month, amount }) => `${accountCode} ${month} ${decimal(amount)}`);
    return found;
  });
}

async function withAccounts(name: string): Promise<Kiwi> {
  const kiwi = await newOrganisation(name);
  await syncOf(asking(kiwi, { Accounts }), "Accounts");
  return kiwi;
}

test("a first sync asks for the list and each budget once, over the last financial year and this one, and keeps every figure exactly", async () => {
  const kiwi = await withAccounts("first budgets");
  const { asked, questions, kept: found, written } = await sync(kiwi, {
    Budgets: [head("one", may), head("two", may)],
    "Budgets/one": [whole("one", may, line("sales", { "2026-04": "1000.10", "2026-06": "-0.0001" }), line("rent", { "2026-04": "0" }))],
    "Budgets/two": [whole("two", may)],
  });
  expect(asked).toEqual(["Budgets", "Budgets/one", "Budgets/two"]);
  expect(questions[1]?.query).toEqual({ DateFrom: "2025-04-01", DateTo: "2027-03-31" });
  expect(found).toEqual({ "Budget one": ["rent 2026-04 0.00", "sales 2026-04 1000.10", "sales 2026-06 -0.0001"], "Budget two": [] });
  expect(written).toBe(2);
});

test("the list is looked at once a day, then only what changed is asked for, and what says the same is not written", async () => {
  const kiwi = await withAccounts("changed budgets");
  const one = whole("one", may, line("sales", { "2026-04": "10", "2026-05": "20" }));
  const answers = { Budgets: [head("one", may), head("two", may)], "Budgets/one": [one], "Budgets/two": [whole("two", may)] };
  await sync(kiwi, answers);
  expect((await sync(kiwi, answers, { startedAt: new Date() })).asked).toEqual([]);
  const tomorrow = { startedAt: new Date("2026-11-22T01:00:00Z") };
  vi.setSystemTime(tomorrow.startedAt);
  const changed = { ...answers, Budgets: [head("one", june), head("two", may)], "Budgets/one": [whole("one", june, line("sales", { "2026-05": "21" }))] };
  expect(await sync(kiwi, changed, tomorrow)).toMatchObject({ asked: ["Budgets", "Budgets/one"], written: 1, kept: { "Budget one": ["sales 2026-05 21.00"] } });
  const before = await read(kiwi, findOrganisation);
  expect(await sync(kiwi, changed, { mode: "full", startedAt: new Date("2026-11-23T02:00:00Z") })).toMatchObject({ asked: ["Budgets", "Budgets/one", "Budgets/two"], written: 0 });
  expect((await read(kiwi, findOrganisation))?.dataVersion).toBe(before?.dataVersion);
});

test("a new financial year asks for its months, and those that were read of years before stay", async () => {
  const kiwi = await withAccounts("older budgets");
  const Budgets = [head("one", may)];
  await sync(kiwi, { Budgets, "Budgets/one": [whole("one", may, line("sales", { "2025-04": "1", "2026-04": "2" }))] });
  vi.setSystemTime(new Date("2027-04-02T00:00:00Z"));
  const { questions, kept: found } = await sync(kiwi, { Budgets, "Budgets/one": [whole("one", may, line("sales", { "2026-04": "3", "2027-04": "4" }))] }, { startedAt: new Date() });
  expect(questions[1]?.query).toEqual({ DateFrom: "2026-04-01", DateTo: "2028-03-31" });
  expect(found).toEqual({ "Budget one": ["sales 2025-04 1.00", "sales 2026-04 3.00", "sales 2027-04 4.00"] });
});

test("a budget that Xero no longer lists is removed with its lines", async () => {
  const kiwi = await withAccounts("removed budgets");
  await sync(kiwi, { Budgets: [head("one", may)], "Budgets/one": [whole("one", may, line("sales", { "2026-04": "1" }))] });
  expect((await sync(kiwi, { Budgets: [] }, { mode: "full" })).kept).toEqual({});
});

test("figures of an account that is not in the chart yet are left out, said, and asked for again", async () => {
  const kiwi = await newOrganisation("early budgets");
  const answers = { Budgets: [head("one", may)], "Budgets/one": [whole("one", may, line("sales", { "2026-04": "1" }))] };
  const { warnings, kept: found } = await sync(kiwi, answers);
  expect([warnings, found]).toEqual([[expect.stringContaining("asked for again")], { "Budget one": [] }]);
  await syncOf(asking(kiwi, { Accounts }), "Accounts");
  vi.setSystemTime(new Date("2026-11-23T00:00:00Z"));
  expect((await sync(kiwi, answers, { startedAt: new Date() })).kept).toEqual({ "Budget one": ["sales 2026-04 1.00"] });
});

test("without the scope, or where Xero refuses it, the sync goes on, says so, and keeps what it had", async () => {
  const kiwi = await withAccounts("refused budgets");
  await sync(kiwi, { Budgets: [head("one", may)], "Budgets/one": [whole("one", may)] });
  const said = [expect.stringContaining("Xero does not let this app read budgets")];
  expect(await sync(kiwi, {}, { mode: "full" }, "openid")).toMatchObject({ asked: [], warnings: said, kept: { "Budget one": [] } });
  const refused = { Budgets: () => fail("notPermitted", "No.") };
  expect(await sync(kiwi, refused, { mode: "full" })).toMatchObject({ asked: ["Budgets"], warnings: said, kept: { "Budget one": [] } });
});

test("the answer with one budget that is no list is read as well, and one that was removed meanwhile is passed over", async () => {
  const kiwi = await withAccounts("odd budgets");
  const answers = { Budgets: [head("one", may), head("gone", may)], "Budgets/gone": () => fail("refused", "Not there.") };
  const context = asking(kiwi, answers);
  const { get } = context.client;
  const single = { Budgets: { ...whole("one", may, line("rent", { "2026-04": "7" })) } };
  await syncBudgets({ ...context, client: { get: (ask) => (ask.path === "Budgets/one" ? Promise.resolve(single) : get(ask)) } }, granted);
  expect([await kept(kiwi), context.warnings]).toEqual([{ "Budget one": ["rent 2026-04 7.00"] }, [expect.stringContaining("Budget gone")]]);
});
