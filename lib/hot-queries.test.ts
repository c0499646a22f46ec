// What a page, a key or the worker waits for again and again is answered along an index, on either database, after it has looked at its
// tables and under the net: the work grows with what is asked for, not with how much there is.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Query, read } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { openPlanner, type Planner } from "#db/testing/query-plan.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { bases } from "#db/vocabulary.ts";
import { documentsOnControl, findStandingDocuments } from "#lib/ageing/queries.ts";
import { sides } from "#lib/ageing/side.ts";
import { paymentsOfDebtors } from "#lib/cash-ahead/queries.ts";
import { latestJobs, liveSyncs, nextJob } from "#lib/jobs/queries.ts";
import { findOpenDocuments, findUnreconciled, latestDashboard, movementsOfContacts, sidesByContact, sidesByDay } from "#lib/kpis/queries.ts";
import { allocationsAt } from "#lib/ledger/posting/queries.ts";
import { dailySums, monthlyBalances, sumsOfDays, sumsPostedSince } from "#lib/ledger/queries.ts";
import { lastPosting, movementsUpTo } from "#lib/ledger/tie-out/queries.ts";
import { findLines, lastPostedBefore, type LineSource, sidesOfLines } from "#lib/reports/line-queries.ts";
import { listReports } from "#lib/reports/queries.ts";
import { type LongHistory, longHistory } from "#lib/testing/long-history-queries.ts";

let database: TestDatabase;
let history: LongHistory;
let planner: Planner;

type Statement = { sql: string; params: unknown[] };
type Ask = (q: Query, about: LongHistory) => { toSQL: () => Statement };

beforeAll(async () => {
  database = await freshDatabase();
  await longHistory("Another");
  await longHistory("A third");
  history = await longHistory("Hāpuku Services");
  planner = await openPlanner(database, history.scope.tenantId);
});
afterAll(async () => {
  await planner.close();
  await database.close();
});

async function planOf(ask: Ask): Promise<string> {
  return planner.planOf(await read(history.scope, async (q) => ask(q, history).toSQL()));
}

const byAccount = "JournalLines_tenantId_accountId_date_index";
const byEntry = "JournalLines_(tenantId_)?entryId_\\w+";
const endToEnd = /SCAN main\.(Transactions|Allocations|Journal|AccountBalances|DailyMovements|ContactMovements|Reports|Jobs)|Seq Scan on "(Transactions|Allocations|Journal|AccountBalances|DailyMovements|ContactMovements|Reports|Jobs)/;

function along(index: string): RegExp {
  return new RegExp(`USING (COVERING )?INDEX ${index} \\(|Index (Only )?Scan (Backward )?(using|on) "${index}"`);
}

const year = { from: "2025-04-01", to: "2026-03-31" };
const place = { date: "2025-06-01", sequence: 2000, lineNumber: 1 };
const report = { createdAt: new Date("2025-06-01T00:00:00Z"), id: uuidv7() };

/** The lines of the bank account, which is on every entry. */
function behind({ accounts }: LongHistory, more: object = {}): LineSource {
  return { basis: "accrual", ledgerSequence: 1_000_000, groups: [{ accounts: accounts.slice(0, 1), from: null, to: year.to, ...more }] };
}

test.each<[string, string[], Ask]>([
  ["the balances of a year", ["AccountBalances_\\w+"], (q) => monthlyBalances(q, "accrual", "2025-04", "2026-03")],
  ["the balances since ever", ["AccountBalances_\\w+"], (q) => monthlyBalances(q, "accrual", null, "2026-03")],
  ["the balances since ever, on both bases", ["AccountBalances_\\w+"], (q) => movementsUpTo(q, bases, "2026-03", [])],
  ["the same with the days of a month that is cut", ["AccountBalances_\\w+", "DailyMovements_tenantId_date_index"], (q) => movementsUpTo(q, bases, "2026-03", [{ from: "2025-04-01", to: "2025-04-05" }])],
  ["the days of a month that is cut", ["DailyMovements_tenantId_date_index"], (q) => dailySums(q, { basis: "accrual" }, [{ from: "2025-04-01", to: "2025-04-05" }])],
  ["those days as they were once", ["JournalEntries_tenantId_date_index", byEntry], (q) => sumsOfDays(q, { basis: "accrual" }, [{ from: "2025-04-01", to: "2025-04-05" }])],
  ["what was posted since a report", ["JournalEntries_tenantId_sequence_unique", byEntry], (q) => sumsPostedSince(q, "accrual", 2_990)],
  ["the last entry of a day", ["JournalEntries_tenantId_sequence_unique"], (q) => lastPostedBefore(q, "accrual", new Date())],
  ["the lines behind a cell of several accounts", [byAccount], (q, { accounts }) => findLines(q, behind(history, { accounts: accounts.slice(0, 3), from: "2025-04-01", to: "2025-04-30" }), null, 51)],
  ["the lines behind a cell that name some documents", ["JournalLines_tenantId_transactionId_index"], (q, { documents }) => findLines(q, behind(history, { transactions: documents.slice(0, 3) }), null, 51)],
  ["what the lines before a page come to", [byAccount], (q, about) => sidesOfLines(q, behind(about), { ...place, date: "2023-04-20" })],
  ["what some documents settle", ["Allocations_tenantId_sourceXeroId_index"], (q, { documents }) => allocationsAt(q, "source", documents.slice(0, 8))],
  ["what settles some documents", ["Allocations_tenantId_targetXeroId_index"], (q, { documents }) => allocationsAt(q, "target", documents.slice(0, 8))],
  ["the payments of whoever owes something", ["Allocations_tenantId_date_index"], (q) => paymentsOfDebtors(q, year.from)],
  ["what may have been open since a day, with what settles it", ["Transactions_tenantId_openUntil_index", "Allocations_tenantId_(date|targetXeroId)_index"], (q) => findOpenDocuments(q, "2026-03-01")],
  ["what an aged report rests on", ["Transactions_tenantId_openUntil_index"], (q) => findStandingDocuments(q, [...sides.receivables.standings.keys()], year.to)],
  ["what is synced right now", ["Jobs_one_live_sync"], (q) => liveSyncs(q)],
  ["what is not reconciled", ["Transactions_unreconciled_index"], (q) => findUnreconciled(q, year.to)],
  ["what was invoiced, day by day", ["DailyMovements_account_day_unique"], (q, { accounts }) => sidesByDay(q, { accounts: accounts.slice(1, 4), ...year, sources: ["invoice"] })],
  ["revenue by contact and month", ["ContactMovements_account_month_contact_unique"], (q, { accounts }) => movementsOfContacts(q, { accounts: accounts.slice(1, 4), first: "2025-04", last: "2026-03" })],
  ["revenue by contact in a month that is cut", [byAccount], (q, { accounts }) => sidesByContact(q, { accounts: accounts.slice(1, 4), from: "2025-04-01", to: "2025-04-20" })],
  ["the lines behind a cell of some contacts", [byAccount], (q, { accounts }) => findLines(q, behind(history, { accounts: accounts.slice(1, 4), from: year.from, only: { contacts: ["kauri", "rimu"] } }), null, 51)],
])("%s: found along an index (%j), and no table is read from end to end", async (_what, indexes, ask) => {
  const plan = await planOf(ask);
  for (const index of indexes) expect(plan).toMatch(along(index));
  expect(plan).not.toMatch(endToEnd);
});

test("what a control account was known to have something of is asked of its own lines, along their index", async () => {
  const plan = await planOf((q, { accounts }) => documentsOnControl(q, accounts[1] ?? "", { upToSequence: 2_000, day: year.to }));
  expect(plan).toMatch(along(byAccount));
  expect(plan).not.toMatch(/SCAN main\.Journal|Seq Scan on "Journal/);
});

test.each<[string, string, Ask]>([
  ["the first lines of the busiest account", byAccount, (q, about) => findLines(q, behind(about), null, 51)],
  ["later lines of it", byAccount, (q, about) => findLines(q, behind(about), place, 51)],
  ["the newest reports", "Reports_tenantId_createdAt_index", (q) => listReports(q, undefined, null, 51)],
  ["older reports", "Reports_tenantId_createdAt_index", (q) => listReports(q, undefined, report, 51)],
  ["reports of some types", "Reports_tenantId_createdAt_index", (q) => listReports(q, ["PROFIT_LOSS", "BALANCE_SHEET"], null, 51)],
  ["the last posting", "JournalEntries_tenantId_sequence_unique", (q) => lastPosting(q, "accrual")],
  ["the latest dashboard", "Reports_tenantId_type_dataVersion_index", (q) => latestDashboard(q)],
  ["the latest job", "Jobs_tenantId_createdAt_index", (q) => latestJobs(q, 1)],
])("%s: a walk along %s that ends with the page; nothing is gathered and sorted first", async (_what, index, ask) => {
  const plan = await planOf(ask);
  expect(plan).toMatch(along(index));
  expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER BY|(?<!Incremental )Sort {2}\(cost/);
  expect(plan).not.toMatch(endToEnd);
});

test("a later page begins in the index where the one before ended", async () => {
  expect(await planOf((q, about) => findLines(q, behind(about), place, 51))).toMatch(/accountId=\? AND date>\?|Index Cond: .*date >= '2025-06-01'/);
  expect(await planOf((q) => listReports(q, undefined, report, 51))).toMatch(/\(createdAt,id\)<\(\?,\?\)|Index Cond: .*ROW\("createdAt", id\) </);
});

test("the worker finds its next job among those that wait or run, past all that have ended", async () => {
  const system = await openPlanner(database, null);
  const plan = await system.planOf(await systemRead(async (q) => nextJob(q, new Date()).toSQL()));
  expect(plan).toMatch(along("Jobs_status_runAfter_index"));
  expect(plan).not.toMatch(endToEnd);
  await system.close();
});
