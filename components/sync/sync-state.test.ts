import { expect, test } from "vitest";
import { inBrief, inWords, objectLines } from "#components/sync/sync-state.ts";

const counted = { fetched: 10, written: 8, total: 20, calls: 1 };
const job = { id: "1", status: "running", done: false, error: null, result: null, progress: { phase: "documents", waiting: null, objects: { Invoices: counted, Accounts: counted } } } as const;

test("objects appear in the order they are fetched in, by their names in words", () => {
  expect(objectLines(job)).toEqual([
    { name: "Accounts", label: "Accounts", ...counted },
    { name: "Invoices", label: "Invoices", ...counted },
  ]);
  expect(inWords("BankTransactions")).toBe("Bank transactions");
});

test("a sync that has asked for nothing yet has no lines", () => {
  expect(objectLines({ ...job, progress: { phase: "queued", waiting: null, objects: {} } })).toEqual([]);
});

test("in brief a sync says how many objects it has fetched", () => {
  expect(inBrief({ ...job, status: "queued" })).toBe("Sync waits");
  expect(inBrief({ ...job, progress: { ...job.progress, objects: {} } })).toBe("Syncing");
  expect(inBrief({ ...job, progress: { ...job.progress, objects: { Accounts: { ...counted, fetched: 1 } } } })).toBe("Syncing, 1 object");
  expect(inBrief({ ...job, progress: { ...job.progress, objects: { Invoices: { ...counted, fetched: 1_200 }, Accounts: { ...counted, fetched: 40 } } } })).toBe("Syncing, 1,240 objects");
});
