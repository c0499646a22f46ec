import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, inDollars, line, settlement } from "#lib/ledger/testing/books.ts";
import { openOrganisation, putDocuments, putSettlements } from "#lib/ledger/testing/queries.ts";
import { decimal, money, rate } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { statedRates } from "#lib/reports/named/stated-rates.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { openTestBooks } from "#lib/reports/testing/queries.ts";
import { sumOfInputs } from "#lib/reports/testing/statements.ts";
import type { Scope } from "#lib/scope.ts";

let database: TestDatabase;
let scope: Scope;

/**
 * In April USD 100 are sold at 0.5, which is 200.00, and USD 40 bought at 0.8, which is 50.00. On 5 May USD 50 of the sale arrive on the dollar account
 * at 0.4, worth 125.00: 25.00 more than the 100.00 they were booked at.
 */
beforeAll(async () => {
  vi.setSystemTime(new Date("2025-06-10T00:00:00Z"));
  database = await freshDatabase();
  const { tenantId } = await openOrganisation("foreign");
  scope = { ...(await openTestBooks("Somebody")).scope, tenantId };
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [
      document("INV-1", "ACCREC", "100.00", [line("sales", "100.00")], { date: "2025-04-10", ...inDollars("0.5") }),
      document("BILL-1", "ACCPAY", "40.00", [line("rent", "40.00")], { date: "2025-04-12", ...inDollars("0.8") }),
      document("INV-2", "ACCREC", "70.00", [line("sales", "70.00")], { date: "2025-04-20" }),
    ]);
    await putSettlements(tx, [settlement("PAY-1", "INV-1", "50.00", { date: "2025-05-05", bankAccountId: "dollars", bankAmount: money("50.00"), currencyRate: rate("0.4") })]);
    await putDocuments(tx, [document("PAY-1", "ACCRECPAYMENT", "50.00", [], { type: "PAYMENT", date: "2025-05-05", bankAccountId: "dollars", ...inDollars("0.4") })]);
  });
  await postPending(scope);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function may(parameters: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type: "CUSTOM", parameters: { layout: "fxExposure", ...parameters } });
}

const tableOf = ({ data }: StoredReport) => data.rows.map(({ label, cells }) => [label, ...["foreign", "book", "stated", "unrealised", "realised"].map((id) => cells.find(({ column }) => column === id)?.value)]);
const dollars = { rates: [{ currency: "USD", rate: "0.4" }] };

test("open documents and bank balances by currency, at their own rates and at the stated one, and what was realised", async () => {
  const report = await may(dollars);
  await expectFigures(report.data, tableOf(report), [
    ["USD, at 0.4 for one NZD", undefined, undefined, undefined, undefined, undefined],
    ["Receivables", "50.00", "100.00", "125.00", "25.00", undefined],
    ["Payables", "-40.00", "-50.00", "-100.00", "-50.00", undefined],
    ["dollars", "50.00", "125.00", "125.00", "0.00", undefined],
    ["Realised in these days", undefined, undefined, undefined, undefined, "25.00"],
    ["Net exposure in USD", "60.00", "175.00", "150.00", "-25.00", "25.00"],
    ["Total", undefined, "175.00", "150.00", "-25.00", "25.00"],
  ]);
});

test("without a stated rate nothing is valued, and it says so", async () => {
  const { data } = await may();
  const total = data.rows.at(-1)?.cells.map(({ column, value, reason }) => [column, value, reason]);
  expect(total).toEqual([["book", "175.00", null], ["stated", null, "No rate was stated for USD."], ["unrealised", null, "No rate was stated for USD."], ["realised", "25.00", null]]);
});

test("every figure is proved by its documents, its lines in their own currency, or other cells", async () => {
  const report = await may(dollars);
  for (const row of report.data.rows) {
    for (const { column, value } of row.cells.filter((cell) => cell.column !== "stated" || row.kind !== "account")) {
      const { inputs, lines } = await proveReportCell.run([scope], { id: report.id, cell: `${row.id}|${column}` });
      const proved = inputs.length > 0 ? decimal(sumOfInputs(inputs)) : lines.data.at(-1)?.runningTotal;
      expect([row.label, column, proved]).toEqual([row.label, column, value]);
    }
  }
});

test("rates are read as they are typed, and what is none, given twice, or of the books' own currency is refused with a sentence", async () => {
  expect(statedRates("usd 0.61, EUR=0.55;\nGBP: 0.5")).toEqual([{ currency: "USD", rate: "0.61" }, { currency: "EUR", rate: "0.55" }, { currency: "GBP", rate: "0.5" }]);
  expect(() => statedRates("USD nothing")).toThrow("“USD nothing” is no rate.");
  await expect(may({ rates: [...dollars.rates, ...dollars.rates] })).rejects.toMatchObject({ reason: "invalid", message: "There are two rates for USD." });
  await expect(may({ rates: [{ currency: "NZD", rate: "1" }] })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/rates" }] });
});
