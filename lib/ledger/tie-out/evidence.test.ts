import { expect, test } from "vitest";
import { type EvidenceAccount, evidenceFor } from "#lib/ledger/tie-out/evidence.ts";
import { money } from "#lib/money.ts";

const account = (id: string, type: string, systemAccount: string | null = null, currencyCode: string | null = null): EvidenceAccount => ({ id, name: id, type, systemAccount, currencyCode, stock: null });
const wages = account("wages", "WAGESEXPENSE");
const netPay = account("netPay", "CURRLIAB", "WAGEPAYABLES");
const withheld = account("withheld", "CURRLIAB");
const bank = account("bank", "BANK");
const savings = account("savings", "BANK");
const depreciation = account("depreciation", "DEPRECIATN");
const accumulated = account("accumulated", "FIXED");
const sales = account("sales", "REVENUE");
const tax = account("tax", "CURRLIAB", "GST");

const context = { day: "2025-05-31", firstMonth: "2025-04", baseCurrency: "NZD" };
const explained = (differences: [EvidenceAccount, string][], more = {}) => [...evidenceFor(differences.map(([each, amount]) => ({ account: each, ledger: 0n, amount: money(amount) })), { ...context, ...more }).keys()].toSorted();

test("what Xero has from before the first document is its conversion balance", () => {
  expect(explained([[bank, "1000.00"], [sales, "-1000.00"]], { day: "2025-03-31" })).toEqual(["bank", "sales"]);
  expect(explained([[bank, "1000.00"], [sales, "-1000.00"]])).toEqual([]);
  expect(explained([[bank, "1000.00"], [sales, "-1000.00"]], { firstMonth: null })).toEqual([]);
});

test("payroll is known by its accounts, and its other side by the amount", () => {
  expect(explained([[wages, "5000.00"], [netPay, "-3900.00"], [withheld, "-1100.00"]])).toEqual(["netPay", "wages", "withheld"]);
});

test("payroll whose costs stand in ordinary expense accounts is known by what is owed to staff, and by their names", () => {
  const salaries = account("Wages and salaries", "EXPENSE");
  const rent = account("Rent", "EXPENSE");
  expect(explained([[netPay, "-57232.00"], [salaries, "78400.00"], [withheld, "-21168.00"]])).toEqual(["Wages and salaries", "netPay", "withheld"]);
  expect(explained([[netPay, "-57232.00"], [rent, "78400.00"], [withheld, "-21168.00"]])).toEqual(["netPay"]);
  expect(explained([[netPay, "-57232.00"], [rent, "57232.00"]])).toEqual(["Rent", "netPay"]);
  expect(explained([[salaries, "78400.00"], [bank, "-78400.00"]])).toEqual([]);
});

test("an error on another account in the month of a payroll stays unexplained", () => {
  expect(explained([[wages, "5000.00"], [bank, "-5000.00"], [sales, "-15.00"], [tax, "15.00"]])).toEqual(["bank", "wages"]);
  expect(explained([[wages, "5000.00"], [bank, "-5500.00"], [sales, "500.00"]])).toEqual(["wages"]);
});

test("a transfer posted twice does not hide behind a payroll that sums with it", () => {
  expect(explained([[wages, "5000.00"], [bank, "-4500.00"], [withheld, "-1000.00"], [savings, "500.00"]])).toEqual(["wages"]);
});

test("depreciation is explained with the assets it was taken off, split or not", () => {
  const vehicles = account("vehicles", "FIXED");
  expect(explained([[depreciation, "300.00"], [accumulated, "-200.00"], [vehicles, "-100.00"]])).toEqual(["accumulated", "depreciation", "vehicles"]);
});

test("unrealised gains are explained with what was revalued, bank revaluations with the foreign bank only", () => {
  const unrealised = account("unrealised", "EXPENSE", "UNREALISEDCURRENCYGAIN");
  const revaluation = account("revaluation", "EXPENSE", "BANKCURRENCYGAIN");
  const receivable = account("receivable", "CURRENT", "DEBTORS");
  const dollars = account("dollars", "BANK", null, "USD");
  expect(explained([[unrealised, "-40.00"], [receivable, "40.00"]])).toEqual(["receivable", "unrealised"]);
  expect(explained([[revaluation, "-40.00"], [dollars, "40.00"]])).toEqual(["dollars", "revaluation"]);
  expect(explained([[revaluation, "-40.00"], [bank, "40.00"]])).toEqual(["revaluation"]);
});

test("a historical adjustment explains one other account at most", () => {
  const historical = account("historical", "CURRLIAB", "HISTORICAL");
  expect(explained([[historical, "-100.00"], [bank, "100.00"]])).toEqual(["bank", "historical"]);
  expect(explained([[historical, "-100.00"], [bank, "60.00"], [sales, "40.00"]])).toEqual(["historical"]);
});

test("a cost of payroll or depreciation that we have and Xero does not is a mistake of ours, and stays unexplained", () => {
  expect(explained([[wages, "-100.00"], [bank, "100.00"]])).toEqual([]);
  expect(explained([[netPay, "100.00"], [bank, "-100.00"]])).toEqual([]);
  expect(explained([[depreciation, "-300.00"], [accumulated, "300.00"]])).toEqual([]);
});

test("bank revaluations explain nothing in a month in which a transfer of ours posted to the same account", () => {
  const revaluation = account("revaluation", "EXPENSE", "BANKCURRENCYGAIN");
  const dollars = account("dollars", "BANK", null, "USD");
  const differences = [{ account: revaluation, ledger: money("12.00"), amount: money("-40.00") }, { account: dollars, ledger: money("-12.00"), amount: money("40.00") }];
  expect(evidenceFor(differences, context).size).toBe(0);
});

const tracked = (id: string, type: string, stock: EvidenceAccount["stock"]): EvidenceAccount => ({ ...account(id, type), stock });

test("what tracked inventory that was sold had cost is explained with the stock that went, and a mistake beside it is not", () => {
  const [kettles, grinders, cost, freight] = [tracked("kettles", "INVENTORY", "onHand"), tracked("grinders", "INVENTORY", "onHand"), tracked("cost", "DIRECTCOSTS", "cost"), account("freight", "DIRECTCOSTS")];
  expect(explained([[kettles, "-338.00"], [cost, "338.00"]])).toEqual(["cost", "kettles"]);
  expect(explained([[kettles, "-338.00"], [grinders, "-62.00"], [cost, "400.00"]])).toEqual(["cost", "grinders", "kettles"]);
  expect(explained([[kettles, "-338.00"], [cost, "358.00"], [bank, "-20.00"]])).toEqual(["kettles"]);
  expect(explained([[kettles, "-338.00"], [freight, "338.00"]])).toEqual(["kettles"]);
});

test("stock that Xero has and we do not is a bill that we lack, and stays unexplained; so does any stock of books whose items are not tracked", () => {
  expect(explained([[tracked("kettles", "INVENTORY", "onHand"), "845.00"], [tracked("cost", "DIRECTCOSTS", "cost"), "-845.00"]])).toEqual([]);
  expect(explained([[account("kettles", "INVENTORY"), "-338.00"], [account("cost", "DIRECTCOSTS"), "338.00"]])).toEqual([]);
});
