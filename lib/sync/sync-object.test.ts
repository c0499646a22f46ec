import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { Accounts, CursorStates, Jobs, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { SyncObject } from "#db/vocabulary.ts";
import { failureOf } from "#lib/failure.ts";
import { isLeaseLost } from "#lib/jobs/lease.ts";
import { claimJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { refusalOf, stubSettings } from "#lib/people/testing.ts";
import { findCursor } from "#lib/sync/cursor-queries.ts";
import { sources } from "#lib/sync/sources.ts";
import { type SyncContext, together } from "#lib/sync/sync-context.ts";
import { syncObject } from "#lib/sync/sync-object.ts";
import type { Ask } from "#lib/xero/client.ts";
import { parseExactly } from "#lib/xero/exact-json.ts";

let database: TestDatabase;
let jobId: string;
let invoices: Invoice[];
let asked: Ask[];
const tenantId = "0192f000-0000-7000-8000-00000000000a";
const scope = { tenantId };
const owner = "this worker";
const start = Date.parse("2026-03-01T00:00:00Z");

type Invoice = { InvoiceID: string; Status: string; Total: string; UpdatedDateUTC: string; Type: string; Date: string; LineItems: object[] };

beforeAll(async () => {
  stubSettings({ XERO_PAGE_SIZE: "2" });
  database = await freshDatabase();
  await systemTransaction((tx) => tx.insert(XeroTenants).values({ id: tenantId, tenantId: "xero", tenantName: "Kiwi", tenantType: "Organization", baseCurrency: "NZD" }).then(() => undefined));
  jobId = await systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode: "incremental" }));
  await systemTransaction((tx) => claimJob(tx, owner, new Date(), new Date("2999-01-01")));
});
beforeEach(async () => {
  asked = [];
  invoices = [1, 2, 3, 4, 5].map((number) => invoice(number));
  await transaction(scope, async (tx) => {
    for (const table of [TransactionLines, Transactions, CursorStates]) await tx.delete(table).where(eq(table.tenantId, tenantId));
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

test("pages are read to the last one, and the mark is a minute before the latest change seen", async () => {
  const context = contextOf();
  await sync(context);
  expect(asked.map(({ query, since }) => [query?.page, query?.pageSize, query?.order, since])).toEqual(["1", "2", "3"].map((page) => [page, "2", "UpdatedDateUTC ASC", null]));
  expect(await kept()).toHaveLength(5);
  expect(await cursor()).toMatchObject({ page: 0, since: new Date(start + 5 * 60_000 - 60_000), highWater: null });
  expect(context.progress.objects.Invoices).toEqual({ fetched: 5, written: 5, total: 5, calls: 3 });
});

test("the next sync asks for what changed since, and writes nothing when nothing did", async () => {
  await sync(contextOf());
  const before = await rows();
  const next = contextOf();
  await sync(next);
  expect(asked.at(-1)?.since).toEqual(new Date(start + 4 * 60_000));
  expect(next.progress.objects.Invoices?.written).toBe(0);
  expect(await rows()).toEqual(before);
});

test("what was completed by the same job before it was interrupted is not asked for again", async () => {
  const context = contextOf();
  await sync(context);
  await sync({ ...context });
  expect(asked).toHaveLength(3);
});

test("a page and its cursor are written together or not at all", async () => {
  const broken = contextOf({ commit: (where, writeRows) => together(where, writeRows, () => Promise.reject(new Error("killed"))) });
  await expect(sync(broken)).rejects.toThrow("killed");
  expect([await kept(), (await cursor()).page]).toEqual([[], 0]);
});

test("a sync that was interrupted begins again at page 1 of the same time, and ends with everything once", async () => {
  await sync(contextOf());
  const since = (await cursor()).since;
  invoices = invoices.map((one, index) => ({ ...one, Total: "999", UpdatedDateUTC: updated(10 + index) }));
  await expect(sync(contextOf({ killedAt: 2 }))).rejects.toThrow("killed");
  expect(await cursor()).toMatchObject({ page: 2, since });
  asked = [];
  await sync(contextOf());
  expect(asked[0]).toMatchObject({ since, query: { page: "1" } });
  expect((await rows()).map(({ amount }) => amount)).toEqual([...Array(5)].map(() => 9_990_000n));
});

test("when Xero's count changes between two pages, paging begins again, so that nothing slips through the gap", async () => {
  await sync(contextOf({ between: (page) => page === 2 && invoices.length === 5 && void invoices.shift() }));
  expect(asked.map(({ query }) => query?.page)).toEqual(["1", "2", "1", "2"]);
  expect(await kept()).toEqual(expect.arrayContaining(["invoice-2", "invoice-3", "invoice-4", "invoice-5"]));
});

// Pages of two: [1 2] [3 4] [5]. Once the first page has been read, an edited document of it moves to the end, and everything behind it
// moves up: [2 3] [4 5] [1]. Without a look at who comes again, 3 would be read by nobody.
test.each([
  ["a document of the first page", [1], 5],
  ["both documents of the first page", [1, 2], 5],
  ["a document that then comes on the last page alone", [1], 4],
  ["a document of the second page while the third is asked for", [3], 6],
])("an edit between two pages that keeps the count loses nobody: %s", async (_label, edited, count) => {
  invoices = Array.from({ length: count }, (_, index) => invoice(index + 1));
  const after = Math.ceil(Math.max(...edited) / 2);
  let isEdited = false;
  const between = (page: number) => {
    if (page !== after + 1 || isEdited) return;
    isEdited = true;
    const moved = edited.map((number) => ({ ...invoice(number), Total: "77.00", UpdatedDateUTC: updated(50 + number) }));
    invoices = [...invoices.filter(({ InvoiceID }) => !moved.some((one) => one.InvoiceID === InvoiceID)), ...moved];
  };
  await sync(contextOf({ between }));
  expect(await kept()).toEqual(invoices.map(({ InvoiceID }) => InvoiceID).toSorted());
  expect((await rows()).filter(({ amount }) => amount === 770_000n)).toHaveLength(edited.length);
  expect(await cursor()).toMatchObject({ page: 0, since: new Date(start + (49 + Math.max(...edited)) * 60_000) });
});

test("a list in which somebody moves after every page is left for later, and its mark does not move", async () => {
  const shuffling = contextOf({ between: (page) => page > 1 && invoices.push(...invoices.splice(0, 1)) });
  expect(failureOf(await refusalOf(sync(shuffling)))).toMatchObject({ code: "unavailable", retryable: true });
  expect(await cursor()).toMatchObject({ since: null, completedAt: null });
});

test.each([["nothing", {}], ["a message in place of the list", { Message: "An error occurred" }], ["null", { Invoices: null }]])("an answer with %s is not an empty list: it is named, and the mark stays", async (_label, answer) => {
  await sync(contextOf());
  const before = await cursor();
  const end = failureOf(await refusalOf(sync(contextOf({ answer }))));
  expect(end).toMatchObject({ code: "malformed", message: expect.stringContaining("Xero's answer about Invoices cannot be read") });
  expect(await cursor()).toEqual(before);
});

test("where Xero says that nothing was modified, the sync is complete and the mark stays", async () => {
  await sync(contextOf());
  const before = await cursor();
  await sync(contextOf({ answer: null }));
  expect(await cursor()).toEqual({ ...before, completedAt: expect.any(Date), updatedAt: expect.any(Date) });
  expect((await cursor()).completedAt?.getTime()).toBeGreaterThan(before.completedAt?.getTime() ?? 0);
});

test("a worker whose job another one took while a page was under way keeps nothing of that page", async () => {
  const taken = contextOf({ between: (page) => (page === 2 ? leaseTo("another") : undefined) });
  expect(isLeaseLost(await refusalOf(sync(taken)))).toBe(true);
  expect(await kept()).toEqual(["invoice-1", "invoice-2"]);
  expect(await cursor()).toMatchObject({ page: 2 });
  await leaseTo(owner);
});

test("books that never stand still are left for later, with a sentence", async () => {
  let number = 100;
  const restless = contextOf({
    between: (page) => {
      number += 1;
      if (page === 2) invoices.push(invoice(number));
    },
  });
  expect(failureOf(await refusalOf(sync(restless)))).toMatchObject({ code: "unavailable", retryable: true, message: expect.stringContaining("kept changing") });
  expect(asked.length).toBeLessThan(30);
});

test("a full sync reads everything, also after an incremental one that was interrupted", async () => {
  await sync(contextOf());
  invoices = [1, 2, 3, 4, 5].map((one) => ({ ...invoice(one), UpdatedDateUTC: updated(20 + one) }));
  await expect(sync(contextOf({ killedAt: 2 }))).rejects.toThrow("killed");
  asked = [];
  await sync(contextOf({ mode: "full" }));
  expect(asked.map(({ since }) => since)).toEqual([null, null, null]);
});

test("an incremental sync after an interrupted full one still reads everything", async () => {
  await sync(contextOf());
  await expect(sync(contextOf({ mode: "full", killedAt: 2 }))).rejects.toThrow("killed");
  asked = [];
  await sync(contextOf());
  expect(asked.map(({ since }) => since)).toEqual([null, null, null]);
});

test("what Xero cannot say has changed is asked for once a day, or when everything is wanted", async () => {
  await sync(contextOf(), "TaxRates");
  await sync(contextOf(), "TaxRates");
  expect(asked).toHaveLength(1);
  await sync(contextOf({ mode: "full" }), "TaxRates");
  await sync(contextOf({ startedAt: new Date(Date.now() + 25 * 60 * 60_000) }), "TaxRates");
  expect(asked.map(({ since }) => since)).toEqual([null, null, null]);
});

test("a document that is voided keeps its row, and a user's own work on it is never touched", async () => {
  await sync(contextOf());
  const ours = { category: "Travel", categorySource: "user" as const, note: "ours" };
  await transaction(scope, (tx) => tx.update(Transactions).set(ours).where(eq(Transactions.tenantId, tenantId)).then(() => undefined));
  invoices = invoices.map((one) => ({ ...one, Status: "VOIDED", LineItems: [], UpdatedDateUTC: updated(30) }));
  await sync(contextOf());
  expect(await rows()).toMatchObject(Array.from({ length: 5 }, () => ({ ...ours, status: "VOIDED", needsPosting: true })));
  expect(await read(scope, (q) => q.select().from(TransactionLines))).toEqual([]);
});

test("a page that cannot be read is named and keeps nothing of itself", async () => {
  invoices[3] = { ...invoice(4), Total: "much" };
  const end = failureOf(await refusalOf(sync(contextOf())));
  expect(end).toMatchObject({ code: "malformed", message: expect.stringContaining("Invoices cannot be read (1.Total") });
  expect(await kept()).toEqual(["invoice-1", "invoice-2"]);
});

test("an account whose class nobody can tell is refused; a new type with a class is taken", async () => {
  const account = { AccountID: "a1", Name: "Coins", Type: "CRYPTO", Class: "ASSET", Status: "ACTIVE" };
  await sync(contextOf({ accounts: [account] }), "Accounts");
  expect(await read(scope, (q) => q.select({ type: Accounts.type, class: Accounts.class }).from(Accounts))).toEqual([{ type: "CRYPTO", class: "ASSET" }]);
  const unknown = contextOf({ accounts: [{ ...account, AccountID: "a2", Class: undefined }] });
  expect(failureOf(await refusalOf(sync({ ...unknown, startedAt: new Date(Date.now() + 1_000) }, "Accounts")))).toMatchObject({ code: "malformed", message: expect.stringContaining('"CRYPTO"') });
});

test("a sync that is stopped asks nothing more", async () => {
  const stopped = { ...contextOf(), signal: AbortSignal.abort(new Error("stopped")) };
  await expect(sync(stopped)).rejects.toThrow("stopped");
  expect(asked).toEqual([]);
});

type Situation = { mode?: SyncContext["mode"]; commit?: SyncContext["commit"]; startedAt?: Date; killedAt?: number; between?: (page: number) => unknown; accounts?: object[]; answer?: object | null };

function contextOf({ mode = "incremental", commit = together, startedAt = new Date(Date.now() + 1), killedAt, between, accounts = [], answer }: Situation = {}): SyncContext {
  return {
    scope,
    jobId,
    owner,
    userId: null,
    mode,
    startedAt,
    commit,
    progress: { phase: "documents", objects: {}, waiting: null },
    warnings: [],
    signal: new AbortController().signal,
    client: {
      get: async (ask) => {
        asked.push(ask);
        const page = Number(ask.query?.page ?? 1);
        if (page === killedAt) throw new Error("killed");
        await between?.(page);
        if (answer !== undefined) return answer && envelope(answer);
        return envelope({ ...pageOf(page, ask.since ?? null), Accounts: accounts, TaxRates: [] });
      },
    },
  };
}

/** As the wire and the exact parser give it: numbers are text. */
function envelope(value: object): Record<string, unknown> {
  const read = parseExactly(JSON.stringify(value));
  return typeof read === "object" && read !== null ? { ...read } : {};
}

function pageOf(page: number, since: Date | null) {
  const found = invoices.filter((one) => since === null || new Date(`${one.UpdatedDateUTC}Z`) >= since);
  return { pagination: { page, pageSize: 2, pageCount: Math.ceil(found.length / 2), itemCount: found.length }, Invoices: found.slice((page - 1) * 2, page * 2) };
}

function invoice(number: number): Invoice {
  return { InvoiceID: `invoice-${number}`, Type: "ACCREC", Status: "AUTHORISED", Date: "2026-03-01", Total: "10.00", UpdatedDateUTC: updated(number), LineItems: [{ LineAmount: 10 }] };
}

function updated(minutes: number): string {
  return new Date(start + minutes * 60_000).toISOString().slice(0, -1);
}

async function sync(context: SyncContext, object: SyncObject = "Invoices"): Promise<void> {
  const source = sources.find((one) => one.object === object);
  if (!source) throw new Error(`Nothing is known of ${object}.`);
  await syncObject(context, source);
  // A job begins after the one before it has ended, and a millisecond is all that tells them apart.
  await new Promise((resolve) => setTimeout(resolve, 3));
}

function leaseTo(leaseOwner: string): Promise<void> {
  return systemTransaction((tx) => tx.update(Jobs).set({ leaseOwner }).where(eq(Jobs.id, jobId)).then(() => undefined));
}

function cursor() {
  return read(scope, (q) => findCursor(q, "Invoices"));
}

function rows() {
  return read(scope, (q) => q.select().from(Transactions).where(eq(Transactions.tenantId, tenantId)).orderBy(Transactions.xeroId));
}

async function kept(): Promise<string[]> {
  return (await rows()).map(({ xeroId }) => xeroId);
}

