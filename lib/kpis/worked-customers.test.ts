// Concentration of customers, recurring share and days late, of books small enough to work them out by hand.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Day } from "#lib/day.ts";
import { gatherEvidence } from "#lib/evidence/gather.ts";
import { verifyCells } from "#lib/evidence/verify/cells.ts";
import { contactFaults } from "#lib/evidence/verify/contacts.ts";
import { adderOf } from "#lib/evidence/verify/ledger.ts";
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addContact, addInvoice, addPayment, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let report: StoredReport;
const contacts = new Map<string, string>();
const idOf = (name: string) => contacts.get(name) ?? "";

const [bank, sales, services, interest] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE", { code: "200" }), account(uuidv7(), "Services", "REVENUE", { code: "210" }), account(uuidv7(), "Interest Income", "REVENUE")];

/**
 * October 2026: Kauri 600 (400 of sales and 200 of services), Rimu 250 + 50 = 300, Tōtara 60, Mataī 25, Rātā 10, Miro 5, and Kahikatea −80, credited for
 * September; 120 by a journal that names nobody. Customers above nothing: 600 + 300 + 60 + 25 + 10 + 5 = 1,000; revenue 1,000 − 80 + 120 = 1,040.
 * August and September: Kauri and Miro in both, Rimu in August and, a credit larger than its invoice, −20 in September; Tōtara in August alone.
 */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, sales, services, interest]);
  for (const name of ["Kauri", "Rimu", "Tōtara", "Mataī", "Rātā", "Miro", "Kahikatea"]) contacts.set(name, await addContact(books, name));
  const billed = (date: Day, name: string, amount: string, of = sales) => ({ date, lines: [[bank.id, amount], [of.id, amount.startsWith("-") ? amount.slice(1) : `-${amount}`]] as const, contactId: idOf(name) });
  await post(books, [
    billed("2025-10-31", "Tōtara", "70"),
    ...["Kauri", "Rimu", "Tōtara", "Miro"].map((name) => billed("2026-08-12", name, "40")),
    billed("2026-09-03", "Kauri", "30", services),
    billed("2026-09-04", "Miro", "5"),
    billed("2026-09-04", "Kahikatea", "100"),
    billed("2026-09-05", "Rimu", "10"),
    billed("2026-09-30", "Rimu", "-30"),
    billed("2026-10-01", "Kauri", "400"),
    billed("2026-10-31", "Kauri", "200", services),
    billed("2026-10-05", "Rimu", "250"),
    billed("2026-10-06", "Rimu", "50"),
    billed("2026-10-07", "Tōtara", "60"),
    billed("2026-10-08", "Mataī", "25"),
    billed("2026-10-09", "Rātā", "10"),
    billed("2026-10-10", "Miro", "5"),
    billed("2026-10-11", "Kahikatea", "-80"),
    billed("2026-10-12", "Kauri", "9", interest),
    { date: "2026-10-31", lines: [[bank.id, "120"], [sales.id, "-120"]], sourceType: "manualJournal" },
    // The running month counts to today only.
    billed("2026-11-02", "Miro", "50"),
    billed("2026-11-28", "Kauri", "1000"),
  ]);
  await settledDocuments();
  report = await dashboard();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

/**
 * Settled in October 2026: INV-1, 300 due on 10 October, by 100 on 1 October and 200 on the 25th, 15 days late; INV-2, 100 of 1 October without a due date, paid on
 * the 6th, 5 late; INV-3, 600 due on 31 October, paid before it was written, settled on its own 15th, 16 early. (300 × 15 + 100 × 5 − 600 × 16) ÷ 1,000 = −4.6.
 * INV-4 is open by a cent. Bills: B-1, 400 due on 1 September, paid on 1 October, 30 late. In October 2025: INV-5, 50 due on 1 October, paid on the 11th.
 */
async function settledDocuments(): Promise<void> {
  const documents: [string, Day, Day | undefined, string, [Day, string][], "INVOICE" | "BILL"][] = [
    ["INV-1", "2026-09-10", "2026-10-10", "300", [["2026-10-01", "100"], ["2026-10-25", "200"]], "INVOICE"],
    ["INV-2", "2026-10-01", undefined, "100", [["2026-10-06", "100"]], "INVOICE"],
    ["INV-3", "2026-10-15", "2026-10-31", "600", [["2026-10-02", "600"]], "INVOICE"],
    ["INV-4", "2026-09-01", "2026-09-20", "900", [["2026-10-20", "899.99"]], "INVOICE"],
    ["INV-5", "2025-09-01", "2025-10-01", "50", [["2025-10-11", "50"]], "INVOICE"],
    ["B-1", "2026-08-01", "2026-09-01", "400", [["2026-10-01", "400"]], "BILL"],
  ];
  for (const [number, date, dueDate, total, payments, type] of documents) {
    const invoice = await addInvoice(books, { number, date, total, type, ...(dueDate ? { dueDate } : {}) });
    for (const [day, amount] of payments) await addPayment(books, { invoice, date: day, amount });
  }
}

const dashboard = (parameters: Record<string, unknown> = {}) => createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD", parameters });
const cellOf = ({ data }: StoredReport, id: string, column = "2026-10") => data.rows.find((row) => row.id === kpiRowId(id) || row.id === id)?.cells.find((cell) => cell.column === column);
const valuesOf = (of: StoredReport, ids: readonly string[], column?: string) => Object.fromEntries(ids.map((id) => [id, cellOf(of, id, column)?.value]));
const proved = (cell: string) => proveReportCell.run([books.scope], { id: report.id, cell });
const concentration = ["largestCustomerPercent", "fiveLargestCustomersPercent", "customerConcentration", "revenueWithoutContactPercent", "recurringSharePercent"];

test("customers are shares of those above nothing; what names nobody is in none of them, and its share is shown", async () => {
  await expectFigures(report.data, valuesOf(report, concentration), {
    largestCustomerPercent: "60.00",
    fiveLargestCustomersPercent: "99.50", // all but Miro's 5
    customerConcentration: "4543.50", // 60² + 30² + 6² + 2.5² + 1² + 0.5² = 3,600 + 900 + 36 + 6.25 + 1 + 0.25
    revenueWithoutContactPercent: "11.54", // 120 ÷ 1,040 = 0.11538…
    recurringSharePercent: "58.17", // Kauri and Miro, 605 ÷ 1,040 = 0.58173…
  });
});

test("of three months in a row each must have something, on whichever account", async () => {
  // In September Rimu was credited more than billed. In August nobody had been billed for three months.
  expect(cellOf(report, "measure:revenueOfContactsBilledMonthly")?.proof).toMatchObject({ only: { contacts: [idOf("Kauri"), idOf("Miro")] } });
  await expectFigures(report.data, valuesOf(report, ["recurringSharePercent", "largestCustomerPercent"], "2026-08"), { recurringSharePercent: "0.00", largestCustomerPercent: "25.00" });
});

test("the month that is compared with has its own customers", async () => {
  await expectFigures(report.data, valuesOf(report, concentration, "compare:2025-10"), { largestCustomerPercent: "100.00", fiveLargestCustomersPercent: "100.00", customerConcentration: "10000.00", revenueWithoutContactPercent: "0.00", recurringSharePercent: "0.00" });
});

test("a running month and its comparison end with their day", async () => {
  const running = await dashboard({ asAt: "2026-11-21" });
  await expectFigures(running.data, valuesOf(running, ["measure:revenueOfLargestContact", "measure:revenueOfContactsBilledMonthly"], "2026-11"), { "measure:revenueOfLargestContact": "50.00", "measure:revenueOfContactsBilledMonthly": "50.00" });
});

test("without revenue there is no customer to have a share, and the reason is said", () => {
  expect(concentration.map((id) => cellOf(report, id, "2026-07")).map((cell) => [cell?.value, cell?.reason])).toEqual(concentration.map(() => [null, "There was no revenue in this period."]));
});

test("each walks down to lines, and says the contacts by the names they had", async () => {
  const largest = await proved("measure:revenueOfLargestContact|2026-10");
  expect([largest.formula, largest.lines.data.map(({ amount }) => amount), largest.lines.data.at(-1)?.runningTotal]).toEqual(["Revenue of the largest customer = credits less debits posted from 1 Oct 2026 to 31 Oct 2026 with Kauri", ["400.00", "200.00"], "600.00"]);
  expect((await proved("measure:revenueOfFiveLargestContacts|2026-10")).formula).toContain("with Kauri, Rimu, Tōtara, Mataī, Rātā");
  expect((await proved("measure:revenueOfContactsBelowNothing|2026-10")).lines.data.map(({ amount }) => amount)).toEqual(["-80.00"]);
  expect((await proved("measure:revenueWithoutContact|2026-10")).lines.data.map(({ amount }) => amount)).toEqual(["120.00"]);
  const squares = await proved("measure:revenueOfContactsSquared|2026-10");
  // 360,000 + 90,000 + 3,600 + 625 + 100, and 25 of Miro's 5.
  expect(squares.inputs.map(({ label, amount }) => [label, amount])).toEqual([["Kauri: 600.00 times itself", "360000.00"], ["Rimu: 300.00 times itself", "90000.00"], ["Tōtara: 60.00 times itself", "3600.00"], ["Mataī: 25.00 times itself", "625.00"], ["Rātā: 10.00 times itself", "100.00"], ["1 smaller contact", "25.00"]]);
  expect([squares.total, squares.lines.data.at(-1)?.runningTotal]).toEqual(["454350.00", "920.00"]);
});

test("days late are weighed by amount, of documents whose last settlement is of the month", async () => {
  await expectFigures(report.data, valuesOf(report, ["averageDaysLateCustomers", "averageDaysLateSuppliers", "measure:invoicesSettled"]), { averageDaysLateCustomers: "-4.6", averageDaysLateSuppliers: "30.0", "measure:invoicesSettled": "1000.00" });
  expect(cellOf(report, "averageDaysLateCustomers", "2026-09")).toMatchObject({ value: null, reason: "No invoice was settled in this period." });
  expect(cellOf(report, "averageDaysLateSuppliers", "2026-09")).toMatchObject({ value: null, reason: "No bill was settled in this period." });
});

test("what was settled within the first column of all was open before it, and counts", async () => {
  expect(cellOf(report, "averageDaysLateCustomers", "compare:2025-10")?.value).toBe("10.0");
  const alone = await dashboard({ to: "2026-09-30", compare: "none" });
  expect(cellOf(alone, "averageDaysLateCustomers", "2025-10")?.value).toBe("10.0");
});

test("the proof of days late is the documents, each with its days", async () => {
  const { formula, inputs, total } = await proved("measure:invoicesSettledTimesDays|2026-10");
  expect(formula).toBe("Invoices settled in the period, times the days each was late = each amount times the days from its due date to its last settlement");
  expect([total, inputs.map(({ label, amount }) => [label, amount])]).toEqual([
    "-4600.00",
    [
      ["INV-3, Kauri & Sons, due 31 Oct 2026, settled 15 Oct 2026: 600.00 × −16 days", "-9600.00"],
      ["INV-1, Kauri & Sons, due 10 Oct 2026, settled 25 Oct 2026: 300.00 × 15 days", "4500.00"],
      ["INV-2, Kauri & Sons, due 1 Oct 2026, settled 6 Oct 2026: 100.00 × 5 days", "500.00"],
    ],
  ]);
});

test("from the lines alone a verifier comes to each figure, and names a measure of other contacts than its definition says", async () => {
  const evidence = await read(books.scope, (q) => gatherEvidence(q, report, false));
  const found = ({ data }: StoredReport) => [...verifyCells(data, adderOf(evidence)).faults, ...contactFaults(data, evidence)];
  const faultsWith = (cell: string, proof: object, value?: string) => {
    const changed = structuredClone(report);
    Object.assign(cellOf(changed, cell) ?? {}, { proof: { ...cellOf(report, cell)?.proof, ...proof }, ...(value ? { value } : {}) });
    return found(changed);
  };
  expect(found(report)).toEqual([]);
  // Rimu's 300 are lines all right, and not the largest.
  expect(faultsWith("measure:revenueOfLargestContact", { only: { contacts: [idOf("Rimu")] } }, "300.00")).toContain(
    '"Revenue of the largest customer" in Oct 2026 is not of the contacts that its definition says: the lines added up by contact come to 600.00.',
  );
  expect(faultsWith("measure:revenueOfContactsSquared", { others: { count: 1, amount: "0.00" } }, "454325.00")).toContain(
    '"Revenue of each customer times itself" in Oct 2026 is not of the contacts that its definition says: the lines added up by contact come to 454350.00.',
  );
  expect(faultsWith("measure:revenueWithoutContact", { only: { hasContact: true } })).toContainEqual(expect.stringMatching(/says 120\.00, and its proof comes to 920\.00/));
  expect(faultsWith("measure:invoicesSettledTimesDays", {}, "-4000.00")).toContainEqual(expect.stringMatching(/says -4000\.00, and its proof comes to -4600\.00/));
});
