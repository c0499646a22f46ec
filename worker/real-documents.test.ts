// The same real books without their journals: what our posting rules make of each invoice, against what Xero itself posted for it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { parseCsv } from "#lib/ledger/testing/csv.ts";
import { type Money, money } from "#lib/money.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, type StandIn, someAdmin, startStandIn, pointAt } from "./testing/stand-in.ts";

const folder = "../shared/finance/real-books";
const present = existsSync(join(folder, "xero_journal_data.csv"));
const name = present ? "" : ` (skipped: ${folder} is not here)`;

let database: TestDatabase;
let standIn: StandIn;
let tenantId: string;

beforeAll(async () => {
  if (!present) return;
  const books = join(mkdtempSync(join(tmpdir(), "daybook-books-")), "real.json");
  execFileSync(process.execPath, ["sandbox/real-books.ts", folder, books]);
  standIn = await startStandIn("--books", books, "--journals", "off", "--today", "2021-03-31");
  pointAt(standIn);
  database = await freshDatabase();
  [tenantId = ""] = await connectAll(await someAdmin());
  await runJobs([tenantId]);
});
afterAll(async () => {
  standIn?.stop();
  await database?.close();
});

test.skipIf(!present)(`each of the 600 invoices is posted as Xero posted it, account by account${name}`, async () => {
  const [theirs, ours] = [netInXero(), await netInLedger()];
  const wrong = [...theirs].filter(([invoice, accounts]) => describe(accounts) !== describe(ours.get(invoice) ?? new Map()));
  expect(theirs.size).toBe(600);
  expect(wrong.map(([invoice, accounts]) => `${invoice}: Xero ${describe(accounts)}, we ${describe(ours.get(invoice) ?? new Map())}`)).toEqual([]);
});

type Net = Map<string, Map<string, Money>>;

function netInXero(): Net {
  const invoiceOf = new Map(
    parseCsv(readFileSync(join(folder, "xero_journal_data.csv"), "utf8"))
      .filter(({ source_type }) => source_type === "ACCREC" || source_type === "ACCPAY")
      .map(({ journal_id = "", source_id = "" }) => [journal_id, source_id]),
  );
  const net: Net = new Map();
  for (const { journal_id = "", account_id = "", net_amount = "0" } of parseCsv(readFileSync(join(folder, "xero_journal_line_data.csv"), "utf8"))) {
    const invoice = invoiceOf.get(journal_id);
    if (invoice) add(net, invoice, account_id, money(net_amount));
  }
  return net;
}

function netInLedger(): Promise<Net> {
  return read({ tenantId }, async (q) => {
    const rows = await q
      .select({ sourceType: JournalEntries.sourceType, invoice: JournalEntries.sourceXeroId, account: Accounts.xeroId, debit: JournalLines.debit, credit: JournalLines.credit })
      .from(JournalLines)
      .innerJoin(JournalEntries, eq(JournalEntries.id, JournalLines.entryId))
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
