// Real books (their files say where they come from) through the stand-in, against cells that other engines computed from them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { firstDayOf, lastDayOf, monthsFrom } from "#lib/day.ts";
import type { Job } from "#lib/jobs/job.ts";
import { chartOfAccounts, movementsBetween } from "#lib/ledger/queries.ts";
import { type Money, money, sum } from "#lib/money.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { wishesSchema } from "#lib/reports/parameters.ts";
import type { Report } from "#lib/reports/report.ts";
import type { Caller } from "#lib/scope.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, type StandIn, someAdmin, startStandIn, pointAt } from "./testing/stand-in.ts";

const folder = "../shared/finance/real-books";
const present = existsSync(join(folder, "expected-cells.csv"));
const name = present ? "" : ` (skipped: ${folder} is not here)`;
const months = monthsFrom("2019-10", "2021-03");

let database: TestDatabase;
let standIn: StandIn;
let job: Job;
let admin: Caller;
let tenantId: string;

beforeAll(async () => {
  if (!present) return;
  const books = join(mkdtempSync(join(tmpdir(), "daybook-books-")), "real.json");
  execFileSync(process.execPath, ["sandbox/real-books.ts", folder, books]);
  standIn = await startStandIn("--books", books, "--journals", "on", "--today", "2021-03-31");
  const scopes = "openid profile email offline_access accounting.settings.read accounting.contacts.read accounting.invoices.read accounting.payments.read accounting.banktransactions.read accounting.manualjournals.read accounting.reports.trialbalance.read accounting.journals.read";
  pointAt(standIn, { XERO_SCOPES: scopes });
  database = await freshDatabase();
  admin = await someAdmin();
  [tenantId = ""] = await connectAll(admin);
  const [ended] = await runJobs([tenantId]);
  if (ended) job = ended;
});
afterAll(async () => {
  standIn?.stop();
  await database?.close();
});

test.skipIf(!present)(`journals are read to the last one and are the ledger${name}`, () => {
  expect({ status: job.status, error: job.error, warnings: job.result?.warnings }).toEqual({ status: "succeeded", error: null, warnings: [] });
  expect(job.result?.objects.Journals).toMatchObject({ fetched: 1685 });
});

test.skipIf(!present)(`every one of the 1,710 cells is equal to the cent${name}`, async () => {
  const expected = readFileSync(join(folder, "expected-cells.csv"), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
  const cells = await computedCells();
  const wrong = expected.filter(([report, period, line, amount]) => cells.get(`${report} ${period} ${line}`) !== money(amount ?? ""));
  expect(expected).toHaveLength(1710);
  expect(wrong.map((row) => [...row, String(cells.get(`${row[0]} ${row[1]} ${row[2]}`))].join(","))).toEqual([]);
});

/** "PL 2020-03 <account or total>" → amount as presented. */
async function computedCells(): Promise<Map<string, Money>> {
  const cells = new Map<string, Money>();
  const chart = await read({ tenantId }, chartOfAccounts);
  const xeroIdOf = new Map(chart.map(({ id, xeroId }) => [id, xeroId]));
  const [first, second] = [months.slice(0, 9), months.slice(9)];
  for (const part of [first, second]) {
    const span = { from: firstDayOf(part.at(0) ?? ""), to: lastDayOf(part.at(-1) ?? "") };
    for (const [type, short] of [["PROFIT_LOSS", "PL"], ["BALANCE_SHEET", "BS"]] as const) {
      const stored = await makeReport({ tenantId, userId: admin.userId }, { type, name: null, wishes: wishesSchema.parse({ ...span, columns: "month", hideZero: false }) });
      readStatement(stored.data, short, xeroIdOf, cells);
    }
  }
  await read({ tenantId }, async (q) => {
    let opening = 0n;
    for (const month of months) {
      const balances = await movementsBetween(q, { basis: "accrual", from: null, to: lastDayOf(month) });
      for (const { id, xeroId } of chart) cells.set(`TB ${month} ${xeroId}`, balances.get(id) ?? 0n);
      const closing = sum(chart.filter(({ type }) => type === "BANK").map(({ id }) => balances.get(id) ?? 0n));
      cells.set(`CASH ${month} opening`, opening);
      cells.set(`CASH ${month} net`, closing - opening);
      cells.set(`CASH ${month} closing`, closing);
      opening = closing;
    }
  });
  return cells;
}

function readStatement({ rows }: Report, short: string, xeroIdOf: ReadonlyMap<string, string>, cells: Map<string, Money>): void {
  for (const row of rows) {
    const line = row.id.startsWith("account:") ? (xeroIdOf.get(row.accountId ?? "") ?? "") : row.id.replace(/^total:/, "");
    for (const { column, value } of row.cells) {
      const month = /\d{4}-\d{2}/.exec(column)?.[0];
      if (month && value !== null) cells.set(`${short} ${month} ${line}`, money(value));
    }
  }
}
