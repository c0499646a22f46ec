import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { failureOf } from "#lib/failure.ts";
import { ledgerFigures, organisationOf } from "#lib/ledger/testing/queries.ts";
import { refusalOf, stubSettings } from "#lib/people/testing.ts";
import { findCursor } from "#lib/sync/cursor-queries.ts";
import { syncJournals } from "#lib/sync/sync-journals.ts";
import { type Answers, asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";
import type { Ask } from "#lib/xero/client.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const account = (name: string) => ({ AccountID: name, Code: name, Name: name, Type: "REVENUE", Class: "REVENUE", Status: "ACTIVE" });
const journal = (JournalNumber: number, from: string, to: string, amount = "5.00") => ({
  JournalID: `journal-${JournalNumber}`, JournalNumber, JournalDate: "2026-03-01", JournalLines: [{ AccountID: to, NetAmount: amount }, { AccountID: from, NetAmount: "-5.00" }],
});
/** Those numbered above the offset, as Xero gives them. */
const above = (journals: { JournalNumber: number }[]) => ({ query }: Ask) => journals.filter(({ JournalNumber }) => JournalNumber > Number(query?.offset));
const placeOf = async (scope: { tenantId: string }) => (await read(scope, (q) => findCursor(q, "Journals"))).page;

async function sync(kiwi: Awaited<ReturnType<typeof newOrganisation>>, answers: Answers, more: Parameters<typeof asking>[2] = {}) {
  const context = asking(kiwi, answers, more);
  await syncOf(context, "Accounts");
  await syncJournals(context, "accounting.journals.read");
  return context;
}

test("a journal on an account made while the sync ran is posted by that sync, which reads the accounts once more", async () => {
  const kiwi = await newOrganisation("made meanwhile");
  let asked = 0;
  const Accounts = () => [[account("bank")], [account("bank"), account("sales")]][asked++] ?? [];
  const { warnings } = await sync(kiwi, { Accounts, Journals: above([journal(1, "sales", "bank")]) });
  expect([asked, warnings]).toEqual([2, []]);
  expect((await ledgerFigures(kiwi)).balances).toEqual({ "bank 2026-03": "5.00", "sales 2026-03": "-5.00" });
});

test("a journal on an account that Xero does not name stops the sync in a sentence, and is read again by the next one", async () => {
  const kiwi = await newOrganisation("not named");
  const Journals = above([journal(1, "sales", "bank")]);
  const end = failureOf(await refusalOf(sync(kiwi, { Accounts: [account("bank")], Journals })));
  expect(end).toMatchObject({ code: "unavailable", retryable: true, message: expect.stringContaining("journal 1 is on an account") });
  expect([await placeOf(kiwi), (await ledgerFigures(kiwi)).balances]).toEqual([0, {}]);
  await sync(kiwi, { Accounts: [account("bank"), account("sales")], Journals });
  expect([await placeOf(kiwi), (await ledgerFigures(kiwi)).balances]).toEqual([1, { "bank 2026-03": "5.00", "sales 2026-03": "-5.00" }]);
});

test("a full sync reads the journals from the first one, posts what had to be left out, and nothing twice", async () => {
  const kiwi = await newOrganisation("from the first one");
  const Accounts = [account("bank"), account("sales")];
  const { warnings } = await sync(kiwi, { Accounts, Journals: above([journal(1, "sales", "bank"), journal(2, "sales", "bank", "5.01")]) });
  expect(warnings).toEqual([expect.stringContaining("journal 2 was left out")]);
  const Journals = above([journal(1, "sales", "bank"), journal(2, "sales", "bank")]);
  const next = await sync(kiwi, { Accounts, Journals });
  expect(next.asked.at(-1)?.query).toEqual({ offset: "2" });
  await sync(kiwi, { Accounts, Journals }, { mode: "full" });
  expect((await ledgerFigures(kiwi)).balances).toEqual({ "bank 2026-03": "10.00", "sales 2026-03": "-10.00" });
  const before = await organisationOf(kiwi);
  await sync(kiwi, { Accounts, Journals }, { mode: "full" });
  expect([await placeOf(kiwi), await organisationOf(kiwi)]).toEqual([2, before]);
});

test("a full sync that was interrupted goes on with the journals where it was", async () => {
  const kiwi = await newOrganisation("interrupted");
  const Accounts = [account("bank"), account("sales")];
  const all = above(Array.from({ length: 150 }, (_, index) => journal(index + 1, "sales", "bank")));
  const killed = asking(kiwi, { Accounts, Journals: (ask) => (ask.query?.offset === "0" ? all(ask).slice(0, 100) : Promise.reject(new Error("killed"))) }, { mode: "full" });
  await syncOf(killed, "Accounts");
  await expect(syncJournals(killed, "accounting.journals.read")).rejects.toThrow("killed");
  const resumed = asking(kiwi, { Accounts, Journals: all }, { mode: "full", startedAt: killed.startedAt });
  await syncJournals(resumed, "accounting.journals.read");
  expect(resumed.asked.map(({ query }) => query?.offset)).toEqual(["100"]);
  expect((await ledgerFigures(kiwi)).balances).toEqual({ "bank 2026-03": "750.00", "sales 2026-03": "-750.00" });
});
