import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { CursorStates } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { systemTransaction } from "#db/system.ts";
import { fail, failureOf } from "#lib/failure.ts";
import { claimJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { ledgerFigures, openOrganisation } from "#lib/ledger/testing/queries.ts";
import { refusalOf } from "#lib/people/testing.ts";
import { type SyncContext, together } from "#lib/sync/sync-context.ts";
import { syncJournals } from "#lib/sync/sync-journals.ts";

const granted = "accounting.transactions accounting.journals.read";
const sale = { Journals: [{ JournalID: "J-1", JournalNumber: "1", JournalDate: "/Date(1745280000000+0000)/", JournalLines: [{ AccountID: "receivable", NetAmount: "115.00" }, { AccountID: "sales", NetAmount: "-115.00" }] }] };
const refused = () => fail("notPermitted", "Xero does not allow this app to read Journals.");
let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("where Xero never let its journals be read, the ledger is made from documents, and that is said", async () => {
  const context = await contextOf("never");
  await syncJournals(context(refused), granted);
  expect(warnings).toEqual(["Xero does not let this app read its journals, so the ledger is made from documents."]);
  await syncJournals(context(refused), "accounting.transactions");
});

test.each([
  ["Xero refuses them", granted, refused],
  ["the scope is granted no more", "accounting.transactions", () => sale],
])("when a ledger is made of Xero's journals and %s, the sync fails with a sentence and the ledger stands", async (label, scopes, answer) => {
  const context = await contextOf(label);
  await syncJournals(context(() => sale), granted);
  const before = await stateOf(context(answer));
  expect(before.balances).toEqual({ "receivable 2025-04": "115.00", "sales 2025-04": "-115.00" });
  const end = failureOf(await refusalOf(syncJournals(context(answer), scopes)));
  expect(end).toMatchObject({ code: "notPermitted", retryable: false, message: expect.stringMatching(/made from Xero's journals.*Connect Xero again.*\.$/) });
  expect(warnings).toEqual([]);
  expect(await stateOf(context(answer))).toEqual(before);
});

test("an answer without journals is no empty list of them", async () => {
  const context = await contextOf("message");
  expect(failureOf(await refusalOf(syncJournals(context(() => ({ Message: "An error occurred" })), granted)))).toMatchObject({ code: "malformed" });
});

let warnings: string[];

async function contextOf(name: string) {
  warnings = [];
  const scope = await openOrganisation(name);
  await systemTransaction((tx) => queueSync(tx, { ...scope, userId: null, mode: "incremental" }));
  const job = await systemTransaction((tx) => claimJob(tx, "worker", new Date(), new Date("2999-01-01")));
  return (answer: () => Record<string, unknown>): SyncContext => ({
    scope,
    jobId: job?.id ?? "",
    owner: "worker",
    userId: null,
    mode: "incremental",
    startedAt: new Date(Date.now() + 1_000),
    client: { get: async () => answer() },
    commit: together,
    progress: { phase: "documents", objects: {}, waiting: null },
    warnings,
    signal: new AbortController().signal,
  });
}

async function stateOf({ scope }: SyncContext) {
  const cursors = await read(scope, (q) => q.select().from(CursorStates));
  return { ...(await ledgerFigures(scope)), cursors };
}
