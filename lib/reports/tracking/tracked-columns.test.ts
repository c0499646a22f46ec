import fc from "fast-check";
import { expect, test } from "vitest";
import type { Books } from "#lib/reports/books.ts";
import { movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Row } from "#lib/reports/report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { trackedColumns } from "#lib/reports/tracking/tracked-columns.ts";
import { money, sum } from "#lib/money.ts";

const accounts = [account("sales", "Sales", "REVENUE"), account("interest", "Interest", "OTHERINCOME"), account("materials", "Materials", "DIRECTCOSTS"), account("rent", "Rent", "EXPENSE"), account("bank", "Bank", "BANK")];
const optionIds = Array.from({ length: 5 }, (_, index) => `01990000-0000-7000-8000-00000000000${index}`);
const options = [...optionIds.map((id) => ({ id, name: id.slice(-1) })), { id: "unassigned" as const, name: "Unassigned" }].map((option) => ({ ...option, sets: [] }));
const all = { categoryId: optionIds[0] ?? "", category: "Region", options };
const whole = movementColumns({ from: "2026-03-01", to: "2026-04-30", columns: "total", compare: "previousPeriod", today: "2026-11-21", yearEnd: { month: 3, day: 31 } });

const stretch = fc.constantFrom({ start: "2026-03-01", end: "2026-03-31" }, { start: "2026-04-01", end: "2026-04-30" }, { start: "2026-01-01", end: "2026-01-31" });
const accountId = fc.constantFrom(...accounts.map(({ id }) => id));
const amount = fc.bigInt({ min: -9_999_999n, max: 9_999_999n });
const movement = fc.tuple(accountId, stretch, amount, fc.constantFrom(...options.map(({ id }) => id))).map(([id, days, net, tracking]) => ({ accountId: id, ...days, net, tracking }));
const residual = fc.tuple(accountId, stretch, amount, amount).map(([id, days, identified, unexplained]) => ({ accountId: id, ...days, ledger: 0n, xero: identified + unexplained, identified, unexplained, evidence: null }));

/** The cells of a row whose columns are called like this. */
function amounts({ cells }: Row, called: RegExp): bigint {
  return sum(cells.filter(({ column }) => called.test(column)).map(({ value }) => money(value ?? "0")));
}

test("whatever lines there are and whatever only Xero posted, all columns of every row add up to its total, in both periods", () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 30 }), fc.array(residual, { maxLength: 5 }), (movements, residuals) => {
      const books: Books = { accounts, movements, residuals };
      const columns = trackedColumns({ all, optionIds: undefined }, { columns: "tracking" }, whole, books);
      for (const row of profitAndLoss(books, columns, true).rows) {
        expect(amounts(row, /^tracking:/)).toBe(amounts(row, /^total$/));
        expect(amounts(row, /^compare:tracking:/)).toBe(amounts(row, /^compare:total$/));
      }
    }),
  );
});

test("an option without lines of income or cost has no column, and what is unassigned always has one", () => {
  const onBank = { accountId: "bank", start: "2026-03-01", end: "2026-03-31", net: 1n, tracking: optionIds[1] ?? "" };
  const columns = trackedColumns({ all, optionIds: undefined }, { columns: "tracking" }, whole.slice(0, 1), { accounts, movements: [{ ...onBank, accountId: "rent", tracking: optionIds[2] ?? "" }, onBank] });
  expect(columns.map(({ id }) => id)).toEqual([`tracking:${optionIds[2]}`, "tracking:unassigned", "total"]);
});

test("more options than a statement has columns for are refused with what to do", () => {
  const many = Array.from({ length: 37 }, (_, index) => ({ id: `01990000-0000-7000-8000-0000000001${String(index).padStart(2, "0")}`, name: String(index), sets: [] }));
  const wanted = many.map(({ id }) => id);
  expect(() => trackedColumns({ all: { ...all, options: many }, optionIds: wanted }, { columns: "tracking" }, whole, { accounts, movements: [] })).toThrow("36 options at most; these would be 37. Name those that matter.");
});
