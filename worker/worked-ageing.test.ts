// Books written from docs/books-format.md alone, and who owes what in them, worked out by hand before anything was run.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { contentHash } from "#lib/canonical.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { agedReport, agesOf, storedAgain, unprovenCells } from "./testing/aged-reports.ts";
import { runJobs, syncAgain } from "./testing/run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./testing/stand-in.ts";
import { kereru, kereruAges } from "./testing/worked-books/kereru.ts";
import { listedInXero } from "./testing/xero-report.ts";

let database: TestDatabase;
let standIn: StandIn;
let userId = "";
let tenantId = "";

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), "daybook-ageing-")), "books.json");
  writeFileSync(file, JSON.stringify({ books: 1, organisations: [kereru] }));
  standIn = await startStandIn("--books", file);
  pointAt(standIn);
  database = await freshDatabase();
  const admin = await someAdmin();
  userId = admin.userId;
  const [job] = await runJobs(await connectAll(admin));
  expect({ status: job?.status, error: job?.error, warnings: job?.result?.warnings }).toEqual({ status: "succeeded", error: null, warnings: [] });
  tenantId = job?.tenantId ?? "";
});
afterAll(async () => {
  standIn.stop();
  await database.close();
});

const each = kereruAges.map((worked) => [`${worked.type} ${Object.values(worked.parameters).join(" ")}`, worked] as const);

test.each(each)("%s is what was worked out by hand, ties to the ledger, and every cell of it is proved", async (_name, { type, parameters, rows }) => {
  const made = await agedReport(userId, tenantId, type, parameters);
  await expectFigures(made.data, agesOf(made), rows);
  expect(made.data.control).toMatchObject({ difference: "0.00" });
  expect(contentHash(made.data)).toBe(made.contentHash);
  expect(await unprovenCells(made)).toEqual([]);
});

test("contacts come by name, a contact's oldest debt first, and what is not in the books yet is counted beneath", async () => {
  const { data } = await agedReport(userId, tenantId, "AGED_RECEIVABLES", { asAt: "2025-06-30" });
  expect(data.rows.filter(({ kind, parent }) => kind === "contact" && parent === null).map(({ label }) => label)).toEqual(["Alder", "Beech", "Cedar", "Dogwood", "Elm"]);
  expect(documentsOf(data.rows, "Alder")).toEqual(["A-128", "A-64", "A-32", "A-16", "A-8", "A-4", "A-2", "A-1", "A-256"]);
  expect(data.rows.flatMap(({ document }) => document?.number ?? []).filter((number) => number.startsWith("X"))).toEqual([]);
  expect(data.quality.drafts).toEqual({ count: 2, amount: "1998.00" });
});

test("a document in another currency keeps what is open in its own beside what the ledger has", async () => {
  const { data } = await agedReport(userId, tenantId, "AGED_RECEIVABLES", { asAt: "2025-06-30" });
  const row = data.rows.find(({ label }) => label === "D-1");
  expect(row?.cells.map(({ column, value }) => [column, value])).toEqual([["1-30", "114.75"], ["total", "114.75"]]);
  expect(row?.document).toMatchObject({ currency: "USD", rate: "0.61", total: "100.00", outstanding: "70.00", baseTotal: "163.93", days: 30 });
  expect(row?.document?.settlements).toMatchObject([{ kind: "payment", date: "2025-06-10", amount: "30.00", baseAmount: "49.18" }]);
  expect(data.control).toMatchObject({ accountName: "Receivable", documents: "1349.06", ledger: "1349.06", allowed: "0.03" });
});

test("a stored report keeps its figures and their proof when its documents change, and the next one is of the changed books", async () => {
  const before = await agedReport(userId, tenantId, "AGED_RECEIVABLES", { asAt: "2025-06-30" });
  const invoice = (await listedInXero(standIn, tenantId, "Invoices")).find(({ InvoiceNumber }) => InvoiceNumber === "A-128");
  const answer = await fetch(`${standIn.url}/stand-in/organisations/${kereru.Organisation.OrganisationID}/Invoices/${String(invoice?.["InvoiceID"])}`, {
    method: "POST",
    body: JSON.stringify({ Status: "VOIDED" }),
    headers: { "content-type": "application/json" },
  });
  expect(answer.ok).toBe(true);
  expect((await syncAgain(tenantId)).status).toBe("succeeded");
  const kept = await storedAgain(before.scope, before.id);
  expect(kept).toEqual(before);
  expect(await unprovenCells(kept)).toEqual([]);
  const after = await agedReport(userId, tenantId, "AGED_RECEIVABLES", { asAt: "2025-06-30" });
  expect(after.id).not.toBe(before.id);
  expect(agesOf(after)["Alder"]?.slice(0, 6)).toEqual(["257.00", "6.00", "24.00", "96.00", "0.00", "383.00"]);
  expect(agesOf(after)["Receivable, in the ledger"]).toEqual(["1221.06"]);
});

type Rows = Awaited<ReturnType<typeof agedReport>>["data"]["rows"];

function documentsOf(rows: Rows, contact: string): string[] {
  const id = rows.find(({ label, parent }) => label === contact && parent === null)?.id;
  return rows.filter(({ parent }) => parent === id).map(({ label }) => label);
}
