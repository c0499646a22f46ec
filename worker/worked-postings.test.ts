// Where Xero posts what no document shows, our statements come to Xero's totals all the same, and say in rows of their own by how much and why.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { decimal } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { runJobs, syncAgain } from "./testing/run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./testing/stand-in.ts";
import { journals, mystery, payroll } from "./testing/worked-books/postings.ts";
import type { Worked } from "./testing/worked-books/worked.ts";
import { listedInXero } from "./testing/xero-report.ts";
import { figuresOf, statement, unprovenCells } from "./testing/worked-statements.ts";

const kinds = ["settings", "contacts", "invoices", "payments", "banktransactions", "manualjournals", "reports.trialbalance", "reports.profitandloss", "reports.balancesheet", "journals"];
const scopes = ["openid profile email offline_access", ...kinds.map((kind) => `accounting.${kind}.read`)].join(" ");

let database: TestDatabase;
let standIn: StandIn;
let userId: string;
let tenants: Map<string, string>;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), "daybook-postings-")), "books.json");
  writeFileSync(file, JSON.stringify({ books: 1, organisations: [journals, mystery, payroll].map(({ books }) => books) }));
  standIn = await startStandIn("--books", file);
  pointAt(standIn, { XERO_SCOPES: scopes });
  database = await freshDatabase();
  const admin = await someAdmin();
  userId = admin.userId;
  const done = await runJobs(await connectAll(admin));
  tenants = new Map(await Promise.all(done.map(async (job) => [(await read(job, findOrganisation))?.tenantName ?? "", job.tenantId] as const)));
});
afterAll(async () => {
  standIn.stop();
  await database.close();
});

const tenantOf = ({ books }: Worked) => tenants.get(books.Organisation.Name) ?? "";
const compared = (worked: Worked) => read({ tenantId: tenantOf(worked) }, (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("UTC"))) }));

async function mustBeAsWorked(worked: Worked): Promise<void> {
  for (const [days, figures] of Object.entries(worked.profitAndLoss ?? {})) {
    const [from = "", to = ""] = days.split(" … ");
    const made = await statement(userId, tenantOf(worked), "PROFIT_LOSS", { from, to });
    await expectFigures(made.data, { days, ...figuresOf(made) }, { days, ...figures });
    expect(await unprovenCells(made)).toEqual([]);
  }
  for (const [asAt, figures] of Object.entries(worked.balanceSheet ?? {})) {
    const made = await statement(userId, tenantOf(worked), "BALANCE_SHEET", { asAt });
    await expectFigures(made.data, { asAt, ...figuresOf(made) }, { asAt, ...figures });
    expect(await unprovenCells(made)).toEqual([]);
  }
}

test("a payroll that Xero posted is named, and leaves nothing unexplained", async () => {
  await mustBeAsWorked(payroll);
  const found = await compared(payroll);
  expect([decimal(found?.unexplained ?? -1n), decimal(found?.identified ?? -1n), found?.isGreen]).toEqual(["0.00", "1800.00", true]);
});

test("what nobody can name stays unexplained, in a row of its own", async () => {
  await mustBeAsWorked(mystery);
  const found = await compared(mystery);
  expect([decimal(found?.unexplained ?? -1n), found?.isGreen]).toEqual(["10.00", false]);
});

test("without Xero's journals three cents are unexplained, and once they can be read, nothing is", async () => {
  expect(decimal((await compared(journals))?.unexplained ?? -1n)).toBe("0.06");
  await askStandIn("tier", { journals: "on" });
  await mustSync(journals, "full");
  await mustBeAsWorked(journals);
  expect(decimal((await compared(journals))?.unexplained ?? -1n)).toBe("0.00");
});

test("with Xero's journals a payroll stands on its own accounts, and an invoice voided afterwards is gone from them", async () => {
  await mustSync(payroll, "full");
  const days = { from: "2025-10-01", to: "2025-10-31" };
  const before = await statement(userId, tenantOf(payroll), "PROFIT_LOSS", days);
  expect(figuresOf(before)).toEqual({ Sales: "1000.00", "Gross Profit": "1000.00", "Wages and salaries": "900.00", "Net Profit": "100.00" });
  const [invoice] = await listedInXero(standIn, tenantOf(payroll), "Invoices");
  await askStandIn(`organisations/${payroll.books.Organisation.OrganisationID}/Invoices/${invoice?.InvoiceID}`, { Status: "VOIDED" });
  await mustSync(payroll, "incremental");
  const after = await statement(userId, tenantOf(payroll), "PROFIT_LOSS", days);
  expect(figuresOf(after)).toEqual({ "Wages and salaries": "900.00", "Net Profit": "-900.00" });
  expect(await unprovenCells(after)).toEqual([]);
  expect((await compared(payroll))?.amount).toBe(0n);
});

async function mustSync(worked: Worked, mode: "full" | "incremental"): Promise<void> {
  const { status, error } = await syncAgain(tenantOf(worked), mode);
  expect({ status, error }).toEqual({ status: "succeeded", error: null });
}

async function askStandIn(path: string, body: object): Promise<void> {
  const answer = await fetch(`${standIn.url}/stand-in/${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`The stand-in refused: ${await answer.text()}`);
}
