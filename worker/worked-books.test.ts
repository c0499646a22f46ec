// Books written from docs/books-format.md alone, and figures worked out by hand before anything was run: what an accountant who believes
// nothing finds on our statements, on the ones Xero prints, and behind every cell.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { addToMonth, lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import type { Job } from "#lib/jobs/job.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { decimal } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { runJobs, syncAgain } from "./testing/run-jobs.ts";
import { cashFaults, cashTieOuts } from "./testing/cash-tie-out.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./testing/stand-in.ts";
import { america } from "./testing/worked-books/america.ts";
import { australia } from "./testing/worked-books/australia.ts";
import { britain } from "./testing/worked-books/britain.ts";
import { edits } from "./testing/worked-books/edits.ts";
import { nothing, oddities, oneAccount } from "./testing/worked-books/oddities.ts";
import { tasman } from "./testing/worked-books/tasman.ts";
import { april, february } from "./testing/worked-books/year-ends.ts";
import { listedInXero } from "./testing/xero-report.ts";
import { differencesToPrinted, figuresOf, statement, trialBalance, unprovenCells } from "./testing/worked-statements.ts";

const all = [america, april, australia, britain, february, nothing, oddities, oneAccount, tasman];
const each = all.map((worked) => [worked.books.Organisation.Name, worked] as const);

let database: TestDatabase;
let standIn: StandIn;
let userId: string;
let jobs: Map<string, Job>;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), "daybook-worked-")), "books.json");
  writeFileSync(file, JSON.stringify({ books: 1, organisations: all.map(({ books }) => books) }));
  standIn = await startStandIn("--books", file);
  pointAt(standIn);
  database = await freshDatabase();
  const admin = await someAdmin();
  userId = admin.userId;
  const done = await runJobs(await connectAll(admin));
  jobs = new Map(await Promise.all(done.map(async (job) => [(await read(job, findOrganisation))?.tenantName ?? "", job] as const)));
});
afterAll(async () => {
  standIn.stop();
  await database.close();
});

const jobOf = (name: string) => {
  const job = jobs.get(name);
  if (!job) throw new Error(`${name} was not synced.`);
  return job;
};

test.each(each)("%s is synced to the end, and what has to be said is said", (name, { warnings = [] }) => {
  const { status, error, result } = jobOf(name);
  expect({ status, error, warnings: result?.warnings }).toEqual({ status: "succeeded", error: null, warnings });
});

test.each(each)("%s shows the profit and loss that was worked out by hand", async (name, { profitAndLoss = {} }) => {
  for (const [days, figures] of Object.entries(profitAndLoss)) {
    const [from = "", to = ""] = days.split(" … ");
    const made = await statement(userId, jobOf(name).tenantId, "PROFIT_LOSS", { from, to });
    await expectFigures(made.data, { days, ...figuresOf(made) }, { days, ...figures });
    expect(await differencesToPrinted(standIn, made)).toEqual([]);
    expect(await unprovenCells(made)).toEqual([]);
  }
});

test.each(each)("%s shows the balance sheet that was worked out by hand", async (name, { balanceSheet = {} }) => {
  for (const [asAt, figures] of Object.entries(balanceSheet)) {
    const made = await statement(userId, jobOf(name).tenantId, "BALANCE_SHEET", { asAt });
    await expectFigures(made.data, { asAt, ...figuresOf(made) }, { asAt, ...figures });
    expect(await differencesToPrinted(standIn, made)).toEqual([]);
    expect(await unprovenCells(made)).toEqual([]);
  }
});

test.each(each)("%s has the trial balance that was worked out by hand", async (name, { trialBalance: days = {} }) => {
  for (const [day, figures] of Object.entries(days)) expect({ day, ...(await trialBalance(jobOf(name).tenantId, day)) }).toEqual({ day, ...figures });
});

test.each(each)("%s ties to Xero's trial balance in every month, with nothing to explain", async (name, { books }) => {
  expect(await differencesOf(name)).toEqual(hasDocuments(books) ? [] : undefined);
});

test.each(edits.map((edit) => [edit.what, edit.worked.books.Organisation.Name, edit] as const))("when %s at %s, the next sync brings the figures worked out by hand", async (_what, name, { worked, collection, where, change, netProfit }) => {
  const { tenantId } = jobOf(name);
  await changeInXero(worked.books.Organisation.OrganisationID, collection, await documentId(tenantId, collection, where), change);
  const { status, error } = await syncAgain(tenantId);
  expect({ status, error }).toEqual({ status: "succeeded", error: null });
  for (const [days, amount] of Object.entries(netProfit)) {
    const [from = "", to = ""] = days.split(" … ");
    const made = await statement(userId, tenantId, "PROFIT_LOSS", { from, to });
    expect({ days, netProfit: figuresOf(made)["Net Profit"] ?? "0.00" }).toEqual({ days, netProfit: amount });
    expect(await differencesToPrinted(standIn, made)).toEqual([]);
  }
  expect((await differencesOf(name)) ?? []).toEqual([]);
});

test.each(each)("%s stands on cash basis where Xero has it at every month-end, account by account", async (name, { books }) => {
  const { tenantId } = jobOf(name);
  const found = await cashTieOuts(standIn, tenantId, Array.from({ length: 24 }, (_, back) => lastDayOf(addToMonth(monthOf(todayIn("UTC")), back - 23))));
  expect(await cashFaults(tenantId, found)).toEqual([]);
  expect(found.length > 0).toBe(hasDocuments(books));
});

const hasDocuments = (books: object) => Object.keys(books).some((collection) => !["Organisation", "Accounts"].includes(collection));

/** What differs from Xero's trial balance anywhere; undefined where there is nothing that it could name. */
async function differencesOf(name: string): Promise<string[] | undefined> {
  const found = await read(jobOf(name), (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("UTC"))) }));
  const outdated = found?.outdated.map((day) => `${day} was not looked at again`) ?? [];
  return found?.residuals.map(({ start, end, ledger, xero }) => `${start} … ${end}: ${decimal(ledger)} is ${decimal(xero)} in Xero`).concat(outdated);
}

/** Xero's id of the one document that has a value in a field, as Xero lists it. */
async function documentId(tenantId: string, collection: string, where: { field: string; value: unknown } | undefined): Promise<string> {
  if (!where) return "";
  const found = (await listedInXero(standIn, tenantId, collection)).filter((row) => row[where.field] === where.value);
  const [id] = found.map((row) => row[`${collection.slice(0, -1)}ID`]);
  if (found.length !== 1 || typeof id !== "string") throw new Error(`${found.length} of ${collection} have the ${where.field} ${where.value}.`);
  return `/${id}`;
}

async function changeInXero(organisationId: string, collection: string, path: string, change: object): Promise<void> {
  const answer = await fetch(`${standIn.url}/stand-in/organisations/${organisationId}/${collection}${path}`, { method: "POST", body: JSON.stringify(change), headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`The stand-in refused: ${await answer.text()}`);
}
