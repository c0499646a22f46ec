import { expect, test } from "vitest";
import { chosenReading, differingAccounts, readingsOf } from "#components/tie-out/readings.ts";
import type { TieOut } from "#lib/ledger/tie-out/tie-out.ts";

const reading = { accounts: 3, differing: 0, identified: 0n, unexplained: 0n, sumsToZero: true };
const residual = { accountId: "bank", start: "2026-09-01", end: "2026-09-30", ledger: 100n, xero: 90n, identified: 0n, unexplained: -10n, evidence: null };
const tieOut: TieOut = {
  basis: "accrual",
  asAt: "2026-11-30",
  checkedAt: new Date("2026-11-21T07:12:00Z"),
  dataVersion: 1,
  currentDataVersion: 1,
  outdated: [],
  isGreen: false,
  ties: false,
  accounts: 3,
  differing: 2,
  amount: 40n,
  identified: 30n,
  unexplained: 10n,
  readings: [
    { ...reading, asAt: "2026-08-31" },
    { ...reading, asAt: "2026-09-30", differing: 2, identified: 30n, unexplained: 10n },
    { ...reading, asAt: "2026-10-05" },
    { ...reading, asAt: "2026-11-30" },
  ],
  residuals: [residual, { ...residual, accountId: "wages", xero: 130n, identified: 30n, unexplained: 0n, evidence: "Payroll." }, { ...residual, end: "2026-08-31" }],
};
const hrefOf = (asAt: string) => `/tie-out?asAt=${asAt}`;
const chart = [
  { id: "bank", code: "090", name: "Bank" },
  { id: "wages", code: null, name: "Wages" },
];

test("readings stand newest first, called after their month, and the first covers everything before it", () => {
  const readings = readingsOf(tieOut, hrefOf, "2026-11-21");
  expect(readings.map(({ label }) => label)).toEqual(["Nov 2026, to 21 Nov, incomplete", "To 5 Oct 2026", "Sep 2026", "Up to 31 Aug 2026"]);
  expect(readings[2]?.href).toBe("/tie-out?asAt=2026-09-30");
});

test("what is unexplained is shown first unless another reading is asked for", () => {
  const readings = readingsOf(tieOut, hrefOf, "2026-11-21");
  expect(chosenReading(readings, undefined)?.asAt).toBe("2026-09-30");
  expect(chosenReading(readings, "2026-10-05")?.asAt).toBe("2026-10-05");
  expect(chosenReading(readings, "never")?.asAt).toBe("2026-09-30");
  expect(chosenReading([], undefined)).toBeUndefined();
});

test("the accounts of one reading are ranked by their difference", () => {
  expect(differingAccounts(tieOut, chart, "2026-09-30").map(({ name, code }) => [name, code])).toEqual([
    ["Wages", null],
    ["Bank", "090"],
  ]);
});
