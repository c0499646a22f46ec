import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerAccount } from "#lib/ledger/balances.ts";
import { movementsSince } from "#lib/ledger/tie-out/movements-since.ts";
import { decimal, money, sum } from "#lib/money.ts";

const chart: LedgerAccount[] = [
  { id: "bank", class: "ASSET", systemAccount: null },
  { id: "sales", class: "REVENUE", systemAccount: null },
  { id: "rent", class: "EXPENSE", systemAccount: null },
  { id: "retained", class: "EQUITY", systemAccount: "RETAINEDEARNINGS" },
];
const fifthOfApril = { month: 4, day: 5 };
const reading = (day: string, balances: Record<string, string>) => ({ day, balances: new Map(Object.entries(balances).map(([id, amount]) => [id, money(amount)])) });
const told = (movements: ReadonlyMap<string, bigint>) => Object.fromEntries([...movements].filter(([, amount]) => amount !== 0n).map(([id, amount]) => [id, decimal(amount)]));

test("within a year every account moves by the difference of its balances", () => {
  const before = reading("2025-05-31", { bank: "100.00", sales: "-100.00" });
  expect(told(movementsSince(before, reading("2025-06-30", { bank: "130.00", sales: "-150.00", rent: "20.00" }), chart, fifthOfApril))).toEqual({ bank: "30.00", sales: "-50.00", rent: "20.00" });
});

test("across a year's end profit begins again, and what retained earnings take over is no movement", () => {
  const before = reading("2025-04-05", { bank: "100.00", sales: "-150.00", rent: "50.00" });
  expect(told(movementsSince(before, reading("2025-04-30", { bank: "107.00", sales: "-7.00", retained: "-100.00" }), chart, fifthOfApril))).toEqual({ bank: "7.00", sales: "-7.00" });
});

test("a posting to retained earnings themselves is a movement", () => {
  const before = reading("2025-04-05", { bank: "100.00", sales: "-100.00" });
  expect(told(movementsSince(before, reading("2025-04-30", { bank: "60.00", retained: "-60.00" }), chart, fifthOfApril))).toEqual({ bank: "-40.00", retained: "40.00" });
});

test("movements sum to zero whenever both readings do, whatever lies between them", () => {
  const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const balanced = fc.tuple(cents, cents, cents).map(([bank, sales, rent]) => new Map([["bank", bank], ["sales", sales], ["rent", rent], ["retained", -bank - sales - rent]]));
  fc.assert(
    fc.property(balanced, balanced, fc.constantFrom("2025-04-05", "2025-04-30", "2027-01-31"), (one, other, day) => {
      const movements = movementsSince({ day: "2025-03-31", balances: one }, { day, balances: other }, chart, fifthOfApril);
      expect(sum(movements.values())).toBe(0n);
    }),
  );
});
