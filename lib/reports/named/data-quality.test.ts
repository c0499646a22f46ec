import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { document, line, manualJournal } from "#lib/ledger/testing/books.ts";
import { openOrganisation, putDocuments, putManualJournals } from "#lib/ledger/testing/queries.ts";
import { money } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { duplicateBills, type ListedBill } from "#lib/reports/named/duplicate-bills.ts";
import { numberGaps } from "#lib/reports/named/number-gaps.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { openTestBooks } from "#lib/reports/testing/queries.ts";
import type { Scope } from "#lib/scope.ts";

let database: TestDatabase;
let scope: Scope;

const bill = (xeroId: string, date: string, more: object = {}) => document(xeroId, "ACCPAY", "115.00", [line("rent", "115.00")], { date, contactId: "kauri", ...more });
const invoice = (number: string | null, date: string, more: object = {}) => document(`sale ${number ?? date}`, "ACCREC", "10.00", [line("sales", "10.00")], { number, date, ...more });

/** May: a bill of April again under its number, a bill on another contact, invoices 7, 8 (voided), 11, and one without a number; round and other journals. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2025-06-10T00:00:00Z"));
  database = await freshDatabase();
  const { tenantId } = await openOrganisation("untidy");
  scope = { ...(await openTestBooks("Somebody")).scope, tenantId };
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [
      bill("B-1", "2025-04-02", { number: "K 100" }),
      bill("B-2", "2025-05-20", { number: "k-100" }),
      bill("B-3", "2025-05-20", { number: "K-101" }),
      bill("B-4", "2025-05-20", { number: "K-100", contactId: "rata" }),
      invoice("INV-0007", "2025-05-02"),
      invoice("INV-0008", "2025-05-03", { status: "VOIDED" }),
      invoice("INV-0011", "2025-05-30"),
      invoice("INV-0015", "2025-06-02"),
      invoice(null, "2025-05-31"),
      document("S-1", "SPEND", "5.00", [line("travel", "5.00", "0", { taxType: null })], { date: "2025-05-09", number: "S-1" }),
    ]);
    await putManualJournals(tx, [
      manualJournal("Accrual", [line("rent", "3000.00"), line("capital", "-3000.00")], { date: "2025-05-31" }),
      manualJournal("Exact", [line("rent", "3000.01"), line("capital", "-3000.01")], { date: "2025-05-31" }),
    ]);
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function may(): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type: "CUSTOM", parameters: { layout: "dataQuality" } });
}

test("each check lists what it found with its documents, and one that found nothing says so", async () => {
  const report = await may();
  await expectFigures(report.data, report.data.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]), [
    ["Bills that may be there twice"],
    ["Nobody: K 100 of 2 Apr 2025; k-100 of 20 May 2025", "2", "115.00"],
    ["Together", "2", "115.00"],
    ["Numbers missing from the invoices"],
    ["INV-0009 to INV-0010", "2"],
    ["Together", "2", "0.00"],
    ["Invoices without a number"],
    ["without a number of 31 May 2025", "1", "10.00"],
    ["Together", "1", "10.00"],
    ["Manual journals of whole thousands"],
    ["Accrual, 31 May 2025", "1", "3000.00"],
    ["Together", "1", "3000.00"],
    ["Documents on archived accounts"],
    ["None found", "0", "0.00"],
    ["Documents with a line without a tax type"],
    ["S-1 of 9 May 2025", "1", "5.00"],
    ["Together", "1", "5.00"],
  ]);
});

test("a finding leads to its documents", async () => {
  const { id, data } = await may();
  const found = data.rows.find(({ parent }) => parent === "section:duplicateBills");
  const proof = await proveReportCell.run([scope], { id, cell: `${found?.id}|count` });
  expect(proof.inputs.map(({ label, documentId }) => [label, documentId !== null])).toEqual([["K 100 of 2 Apr 2025", true], ["k-100 of 20 May 2025", true]]);
  const gap = await proveReportCell.run([scope], { id, cell: "missingNumbers:INV-0009|count" });
  expect(gap.formula).toBe("INV-0009 to INV-0010: no invoice of any status has a number between INV-0008 and INV-0011");
});

const plain: ListedBill = { id: "", number: null, reference: null, contactId: "kauri", contactName: null, amount: money("100"), currencyCode: "NZD", baseAmount: money("-100"), date: "2025-05-01" };

test.each<[string, Partial<ListedBill>, boolean]>([
  ["of nearly the same day", { date: "2025-05-06" }, true],
  ["that comes every week", { date: "2025-05-08" }, false],
  ["of another amount", { amount: money("100.01") }, false],
  ["of another currency", { currencyCode: "USD" }, false],
  ["of another contact", { contactId: "rata" }, false],
])("a bill %s, without a number, is like another or is not", (_, more, isLike) => {
  expect(duplicateBills([{ ...plain, id: "1" }, { ...plain, id: "2", ...more }])).toHaveLength(isLike ? 1 : 0);
});

test("a bill of the same number is like another for a year, one of another number never", () => {
  const numbered = (number: string, date: string) => ({ ...plain, id: number + date, number, date });
  expect(duplicateBills([numbered("K-1", "2025-05-01"), numbered("k1", "2026-04-30"), numbered("K-1", "2027-08-01")])).toHaveLength(1);
  expect(duplicateBills([numbered("K-1", "2025-05-01"), numbered("K-2", "2025-05-01")])).toEqual([]);
});

test("a gap lies between numbers of the same prefix; a leap to another row of numbers is none", () => {
  expect(numberGaps(["A-1", "A-3", "B-2", "B-5000"], ["A-1", "A-3", "B-2", "B-5000"])).toEqual([{ from: "A-2", to: "A-2", count: 1, after: "A-1", before: "A-3" }]);
  expect(numberGaps(["INV-1", "INV-2", "INV-9"], ["INV-2"])).toEqual([]);
  // More of them than a function takes as arguments.
  const many = Array.from({ length: 200_000 }, (_, before) => `INV-${before + 1}`);
  expect(numberGaps(many, many)).toEqual([]);
});
