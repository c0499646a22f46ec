import { expect, test } from "vitest";
import { compare, type ComparedAccount, type Pair } from "#lib/ledger/tie-out/compare.ts";
import { decimal, money } from "#lib/money.ts";

const account = (id: string, type: string, kind: ComparedAccount["class"]): ComparedAccount => ({ id, name: id, type, class: kind, systemAccount: null, currencyCode: null, stock: null });
const chart = [account("bank", "BANK", "ASSET"), account("sales", "REVENUE", "REVENUE"), account("idle", "FIXED", "ASSET")];
const known = { chart, yearEnd: { month: 3, day: 31 }, firstMonth: "2025-01", baseCurrency: "NZD" };
const reading = (day: string, bank: string) => ({ day, balances: new Map([["bank", money(bank)], ["sales", -money(bank)]]) });
const pair = (day: string, xero: string, ours: string, before: Pair["before"] = null): Pair => ({ start: `${day.slice(0, 7)}-01`, xero: reading(day, xero), ours: reading(day, ours), before });

test("five cents an account are Xero's own, six are a difference", () => {
  expect(compare([pair("2025-05-31", "100.05", "100.00")], known)).toMatchObject({ ties: true, differing: 2 });
  expect(compare([pair("2025-05-31", "100.06", "100.00")], known)).toMatchObject({ ties: false, differing: 2 });
});

test("too much in one month and too little in the next are both counted", () => {
  const first = pair("2025-05-31", "110.00", "100.00");
  const second = pair("2025-06-30", "200.00", "200.00", first);
  const result = compare([first, second], known);
  expect(result.readings.map(({ unexplained }) => decimal(unexplained))).toEqual(["20.00", "20.00"]);
  expect([decimal(result.amount), result.differing, result.ties]).toEqual(["40.00", 2, false]);
});

test("accounts that never had an amount are not counted as compared", () => {
  expect(compare([pair("2025-05-31", "100.00", "100.00")], known)).toMatchObject({ accounts: 2, differing: 0, residuals: [], ties: true });
});

test("a residual says what each side moved and adds up to what separates them", () => {
  const { residuals } = compare([pair("2025-05-31", "101.00", "100.00")], known);
  expect(residuals.map(({ accountId, start, end, ledger, xero, identified, unexplained }) => [accountId, start, end, ledger, xero, identified + unexplained])).toEqual([
    ["bank", "2025-05-01", "2025-05-31", 1_000_000n, 1_010_000n, 10_000n],
    ["sales", "2025-05-01", "2025-05-31", -1_000_000n, -1_010_000n, -10_000n],
  ]);
});
