import { expect, test } from "vitest";
import { tieOutSummary } from "#lib/jobs/tie-out-summary.ts";

const tieOut = { asAt: "2026-10-31", accounts: 61, differing: 2, amount: "31.40", ties: true };
const complete = { id: "1", result: { calls: 1, bytes: 1, objects: {}, warnings: [], tieOut } };
const counted = { fetched: 1, written: 0, total: 1, calls: 1 };
const later = (written: number) => ({ id: "2", progress: { phase: "documents" as const, waiting: null, objects: { Invoices: { ...counted, written } } } });

test("without a complete sync nothing has been compared", () => {
  expect(tieOutSummary(undefined, later(1))).toBeNull();
  expect(tieOutSummary({ id: "1", result: null })).toBeNull();
});

test("the comparison of the last complete sync stands until a later one has written", () => {
  expect(tieOutSummary(complete)).toEqual({ accounts: 61, differing: 2, amount: 314000n, ties: true, current: true });
  expect(tieOutSummary(complete, { ...later(1), id: "1" })?.current).toBe(true);
  expect(tieOutSummary(complete, later(0))?.current).toBe(true);
  expect(tieOutSummary(complete, later(1))?.current).toBe(false);
});
