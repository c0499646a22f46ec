// Books that were posted on two days, asked for as they were known on each.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

const bank = account(uuidv7(), "Cheque Account", "BANK");
const sales = account(uuidv7(), "Sales", "REVENUE");
const rent = account(uuidv7(), "Rent", "EXPENSE");

let database: TestDatabase;
let books: TestBooks;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  // In Auckland it is the evening of the 3rd, then the morning of the 5th.
  vi.setSystemTime(new Date("2026-11-03T07:00:00Z"));
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, sales, rent]);
  await post(books, [
    { date: "2026-09-30", lines: [[bank.id, "100"], [sales.id, "-100"]] },
    { date: "2026-10-12", lines: [[bank.id, "40"], [sales.id, "-40"]] },
    { date: "2026-10-31", lines: [[rent.id, "25"], [bank.id, "-25"]] },
  ]);
  vi.setSystemTime(new Date("2026-11-04T18:00:00Z"));
  // A sale of October that was entered late, and a rent that was taken back and entered anew.
  await addInvoice(books, { number: "INV-9", date: "2026-10-09", total: "7", status: "DRAFT" });
  await post(books, [
    { date: "2026-10-20", lines: [[bank.id, "60.50"], [sales.id, "-60.50"]] },
    { date: "2026-10-31", lines: [[rent.id, "-25"], [bank.id, "25"]] },
    { date: "2026-10-31", lines: [[rent.id, "30"], [bank.id, "-30"]] },
  ]);
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
});
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await database.close();
});

const make = (type: "PROFIT_LOSS" | "BALANCE_SHEET" | "CASH_FLOW", parameters: object) => createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters: { columns: "total", ...parameters } });
const october = { from: "2026-10-01", to: "2026-10-31" };
const figure = ({ data }: StoredReport, row: string) => data.rows.find(({ id }) => id === row)?.cells[0]?.value;

test("a profit and loss as known on a day leaves out what was posted after its end, and is proved without it", async () => {
  const [before, after] = [await make("PROFIT_LOSS", { ...october, knownOn: "2026-11-03" }), await make("PROFIT_LOSS", { ...october, knownOn: "2026-11-05" })];
  expect([figure(before, `account:${sales.id}`), figure(before, `account:${rent.id}`), figure(before, "total:netProfit")]).toEqual(["40.00", "25.00", "15.00"]);
  expect([figure(after, `account:${sales.id}`), figure(after, `account:${rent.id}`), figure(after, "total:netProfit")]).toEqual(["100.50", "30.00", "70.50"]);
  expect(figure(await make("PROFIT_LOSS", october), "total:netProfit")).toBe("70.50");
  const proof = await proveReportCell.run([books.scope], { id: before.id, cell: `account:${sales.id}|total` });
  expect([proof.lines.data.map(({ amount }) => amount), proof.total]).toEqual([["40.00"], "40.00"]);
});

test("the day ends where the organisation is", async () => {
  // At Greenwich the second posting is of the 4th as well.
  expect(figure(await make("PROFIT_LOSS", { ...october, knownOn: "2026-11-04" }), "total:netProfit")).toBe("15.00");
});

test("a balance sheet and cash flows as known on a day add up, months that a column cuts included", async () => {
  const known = { knownOn: "2026-11-04" };
  const sheet = await make("BALANCE_SHEET", { asAt: "2026-10-15", ...known });
  expect([figure(sheet, `account:${bank.id}`), figure(sheet, "total:netAssets"), figure(sheet, "total:totalEquity")]).toEqual(["140.00", "140.00", "140.00"]);
  const flows = await make("CASH_FLOW", { ...october, ...known });
  expect([figure(flows, "total:netChange"), figure(flows, "check:cash")]).toEqual(["15.00", "0.00"]);
});

test("it says so: in its name and its notes, and it is compared with nothing of today", async () => {
  const { name, data } = await make("PROFIT_LOSS", { ...october, knownOn: "2026-11-03" });
  expect(name).toBe("Profit and Loss, Oct 2026, as known on 3 Nov 2026");
  expect(data.quality).toMatchObject({ tiesToXero: false, drafts: { count: 0 }, notes: [expect.stringContaining("Of what was known on 3 Nov 2026")] });
  expect(data.tieOut.asAt).toBeNull();
});

test.each([
  ["a day that is yet to come", { knownOn: "2026-11-22" }, "knownOn", /yet to come/],
  ["a day before the first sync", { knownOn: "2026-11-02" }, "knownOn", /Nothing was known here on 2 Nov 2026/],
  ["a basis on which nothing had been posted", { knownOn: "2026-11-03", basis: "cash" }, "knownOn", /Nothing was known/],
  ["a budget beside it", { knownOn: "2026-11-03", compare: "budget" }, "compare", /A budget is not kept as it was known/],
])("%s is refused with the field named", async (_, wrong, field, sentence) => {
  const refused = await make("PROFIT_LOSS", { ...october, ...wrong }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ reason: "invalid", message: expect.stringMatching(sentence), faults: [{ pointer: `/parameters/${field}` }] });
});
