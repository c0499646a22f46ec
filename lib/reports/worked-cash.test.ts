// What counts on cash basis, and when: a month each for an invoice paid in part, a credit note, an overpayment, a prepayment and a payment in another
// currency, from documents through posting to the statements. Worked out by hand, on accrual basis beside it.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, inDollars, line, settlement } from "#lib/ledger/testing/books.ts";
import { idOf, openOrganisation, putDocuments, putSettlements } from "#lib/ledger/testing/queries.ts";
import { money, rate } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { openTestBooks } from "#lib/reports/testing/queries.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import type { Scope } from "#lib/scope.ts";

let database: TestDatabase;
let scope: Scope;

beforeAll(async () => {
  vi.setSystemTime(new Date("2025-11-10T00:00:00Z"));
  database = await freshDatabase();
  const { tenantId } = await openOrganisation("on cash basis");
  scope = { ...(await openTestBooks("Somebody")).scope, tenantId };
  const credit = { bankAccountId: null, bankAmount: null } as const;
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [
      document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-04-10" }),
      document("INV-2", "ACCREC", "230.00", [line("consulting", "200.00", "30.00")], { date: "2025-05-02" }),
      document("CN-1", "ACCRECCREDIT", "46.00", [line("sales", "40.00", "6.00")], { date: "2025-05-12" }),
      document("R-1", "RECEIVE-OVERPAYMENT", "50.00", [line(null, "50.00")], { date: "2025-06-03", creditXeroId: "OP-1" }),
      document("INV-3", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-06-10" }),
      document("R-2", "RECEIVE-PREPAYMENT", "57.50", [line("deposits", "50.00", "7.50")], { date: "2025-07-01", creditXeroId: "PP-1" }),
      document("INV-4", "ACCREC", "57.50", [line("sales", "50.00", "7.50")], { date: "2025-07-05" }),
      document("INV-5", "ACCREC", "100.00", [line("sales", "80.00", "12.00"), line("consulting", "8.00")], { date: "2025-08-01", ...inDollars("0.5") }),
    ]);
    await putSettlements(tx, [
      settlement("PAY-1", "INV-1", "46.00", { date: "2025-04-20" }),
      settlement("CN-1", "INV-2", "23.00", { sourceKind: "creditNote", date: "2025-05-15", ...credit }),
      settlement("OP-1", "INV-3", "50.00", { sourceKind: "overpayment", date: "2025-06-11", ...credit }),
      settlement("PP-1", "INV-4", "57.50", { sourceKind: "prepayment", date: "2025-07-06", ...credit }),
      settlement("PAY-2", "INV-5", "100.00", { date: "2025-08-20", bankAmount: money("210.00"), currencyRate: rate("0.476190") }),
    ]);
  });
  await postPending(scope);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function make(type: "PROFIT_LOSS" | "BALANCE_SHEET", parameters: Record<string, unknown>): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { columns: "total", ...parameters } });
}

const named = new Map([["total:netProfit", "Net Profit"], ["total:currentYearEarnings", "Current Year Earnings"]]);

/** Accounts that are not nil, by their names, and the profit. */
function figuresOf({ data }: StoredReport): Record<string, string> {
  const shown = data.rows.filter(({ id, kind }) => kind === "account" || named.has(id)).map(({ id, label, cells }) => [named.get(id) ?? label, cells[0]?.value ?? ""]);
  return Object.fromEntries(shown.filter(([, value]) => value !== "0.00"));
}

test.each([
  // 46 of 115 are two fifths: 40.00 of 100.00.
  ["an invoice paid in part counts in that part", "2025-04", { sales: "40.00", "Net Profit": "40.00" }, { sales: "100.00", "Net Profit": "100.00" }],
  // 23 of 46 credited are 20.00 off sales, for 20.00 of the consulting they pay.
  ["a credit note counts when it is used, against what it pays", "2025-05", { consulting: "20.00", sales: "-20.00" }, { consulting: "200.00", sales: "-40.00", "Net Profit": "160.00" }],
  // 50 of 115: tax 6.52 (6.5217…), the rest 43.48.
  ["an overpayment counts when it is used, not when it comes", "2025-06", { sales: "43.48", "Net Profit": "43.48" }, { sales: "100.00", "Net Profit": "100.00" }],
  ["a prepayment counts when the invoice it was for is there", "2025-07", { sales: "50.00", "Net Profit": "50.00" }, { sales: "50.00", "Net Profit": "50.00" }],
  // USD 100 brought 210.00, 2.10 each: 80 are 168.00 and 8 are 16.80, and nothing is gained; booked at 2.00 each they are 160.00 and 16.00, and 10.00 is.
  ["an invoice in dollars counts at what its payment brought", "2025-08", { sales: "168.00", consulting: "16.80", "Net Profit": "184.80" }, { sales: "160.00", consulting: "16.00", gains: "-10.00", "Net Profit": "186.00" }],
])("%s (%s)", async (_, month, cash, accrual) => {
  const days = { from: `${month}-01`, to: month === "2025-04" || month === "2025-06" ? `${month}-30` : `${month}-31` };
  const [onCash, onAccrual] = [await make("PROFIT_LOSS", { ...days, basis: "cash" }), await make("PROFIT_LOSS", days)];
  await expectFigures(onCash.data, figuresOf(onCash), cash);
  await expectFigures(onAccrual.data, figuresOf(onAccrual), accrual);
});

test("on cash basis nobody owes anything but an overpayment that was not used yet, and tax is due of what was paid", async () => {
  // The overpayment of 50.00 has come; of the sale of April 46.00, of which 6.00 are tax.
  const june = await make("BALANCE_SHEET", { asAt: "2025-06-05", basis: "cash" });
  await expectFigures(june.data, figuresOf(june), { bank: "96.00", receivable: "-50.00", gst: "6.00", "Current Year Earnings": "40.00" });
  // 46 + 50 + 57.50 + 210 on the bank. Tax 6 + 6.52 + 7.50 + 25.20; profit 40 + 43.48 + 50 + 184.80.
  const august = await make("BALANCE_SHEET", { asAt: "2025-08-31", basis: "cash" });
  await expectFigures(august.data, figuresOf(august), { bank: "363.50", gst: "45.22", "Current Year Earnings": "318.28" });
  expect(august.data.rows.find(({ id }) => id === `account:${idOf("receivable", scope.tenantId)}`)?.cells[0]?.value ?? "0.00").toBe("0.00");
});
