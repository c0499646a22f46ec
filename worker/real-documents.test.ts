// The same real books without their journals: what our posting rules make of each invoice, against what Xero itself posted for it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines } from "#db/schema/index.ts";
import { parseCsv } from "#lib/ledger/testing/csv.ts";
import { type Money, money } from "#lib/money.ts";
import { haveRealBooks, realBooksFolder, skippedWithout, type SyncedRealBooks, syncedRealBooks } from "./testing/synced-real-books.ts";

let books: SyncedRealBooks;

beforeAll(async () => {
  if (haveRealBooks) books = await syncedRealBooks("off");
});
afterAll(() => books?.close());

test.skipIf(!haveRealBooks)(`each of the 600 invoices is posted as Xero posted it, account by account${skippedWithout}`, async () => {
  const [theirs, ours] = [netInXero(), await netInLedger()];
  const wrong = [...theirs].filter(([invoice, accounts]) => describe(accounts) !== describe(ours.get(invoice) ?? new Map()));
  expect(theirs.size).toBe(600);
  expect(wrong.map(([invoice, accounts]) => `${invoice}: Xero ${describe(accounts)}, we ${describe(ours.get(invoice) ?? new Map())}`)).toEqual([]);
});

type Net = Map<string, Map<string, Money>>;

function netInXero(): Net {
  const invoiceOf = new Map(
    parseCsv(readFileSync(join(realBooksFolder, "xero_journal_data.csv"), "utf8"))
      .filter(({ source_type }) => source_type === "ACCREC" || source_type === "ACCPAY")
      .map(({ journal_id = "", source_id = "" }) => [journal_id, source_id]),
  );
  const net: Net = new Map();
  for (const { journal_id = "", account_id = "", net_amount = "0" } of parseCsv(readFileSync(join(realBooksFolder, "xero_journal_line_data.csv"), "utf8"))) {
    const invoice = invoiceOf.get(journal_id);
    if (invoice) add(net, invoice, account_id, money(net_amount));
  }
  return net;
}

function netInLedger(): Promise<Net> {
  return read({ tenantId: books.tenantId }, async (q) => {
    const rows = await q
      .select({ sourceType: JournalEntries.sourceType, invoice: JournalEntries.sourceXeroId, account: Accounts.xeroId, debit: JournalLines.debit, credit: JournalLines.credit })
      .from(JournalLines)
      .innerJoin(JournalEntries, and(eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.basis, "accrual")))
      .innerJoin(Accounts, eq(Accounts.id, JournalLines.accountId))
      .where(eq(JournalLines.tenantId, q.tenantId));
    const net: Net = new Map();
    for (const { sourceType, invoice, account, debit, credit } of rows) if (sourceType === "invoice") add(net, invoice, account, debit - credit);
    return net;
  });
}

function add(net: Net, invoice: string, account: string, amount: Money): void {
  const accounts = net.get(invoice) ?? new Map<string, Money>();
  accounts.set(account, (accounts.get(account) ?? 0n) + amount);
  net.set(invoice, accounts);
}

function describe(accounts: ReadonlyMap<string, Money>): string {
  return [...accounts].filter(([, amount]) => amount !== 0n).map(([account, amount]) => `${account} ${amount}`).toSorted().join(", ");
}
