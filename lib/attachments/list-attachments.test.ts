// Xero is on the loopback and says what the test says. A document changed on 1 May; it is 21 November.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { listAttachments } from "#lib/attachments/list-attachments.ts";
import { connectForTest } from "#lib/attachments/testing/queries.ts";
import { openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import { openDocument } from "#lib/transactions/open-document.ts";
import { addDocuments, type TestDocument } from "#lib/transactions/testing/queries.ts";
import { type Said, type XeroServer, xeroServer } from "#lib/xero/testing/server.ts";

let database: TestDatabase;
let xero: XeroServer;
let books: TestBooks;
const now = new Date("2026-11-21T10:00:00Z");

beforeAll(async () => {
  database = await freshDatabase();
  xero = await xeroServer();
  books = await openTestBooks("Hāpuku Services");
  await connectForTest(books, "openid accounting.attachments.read");
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  xero.asked.length = 0;
});
afterAll(async () => {
  vi.useRealTimers();
  await xero.close();
  await database.close();
});

const file = (name: string, more: object = {}) => ({ AttachmentID: `id-${name}`, FileName: name, MimeType: "application/pdf", ContentLength: 2048, IncludeOnline: false, ...more });
const listing = (...files: object[]): Said => ({ body: JSON.stringify({ Attachments: files }) });
const names = async (id: string, of = books) => (await listAttachments.run([of.scope], { id })).data.map(({ fileName }) => fileName);

async function documentWith(more: Partial<TestDocument> = {}, of = books): Promise<string> {
  const [id = ""] = await addDocuments(of, [{ type: "BILL", date: "2026-05-01", amount: "115.00", hasAttachments: true, xeroUpdatedAt: new Date("2026-05-01T00:00:00Z"), ...more }]);
  return id;
}

test.each([
  ["BILL", "Invoices"],
  ["CREDIT_NOTE", "CreditNotes"],
  ["SPEND", "BankTransactions"],
  ["TRANSFER", "BankTransfers"],
] as const)("the files of a %s are asked for under %s, once, and kept by name", async (type, collection) => {
  const id = await documentWith({ type });
  xero.answer(() => listing(file("b.jpg", { MimeType: "image/jpeg", IncludeOnline: true }), file("a.pdf")));
  expect((await listAttachments.run([books.scope], { id })).data).toMatchObject([
    { fileName: "a.pdf", mimeType: "application/pdf", size: 2048, includeOnline: false, readAt: now },
    { fileName: "b.jpg", mimeType: "image/jpeg", includeOnline: true },
  ]);
  expect(await names(id)).toEqual(["a.pdf", "b.jpg"]);
  expect(xero.asked.map(({ path }) => path)).toEqual([`/api.xro/2.0/${collection}/${id}/Attachments`]);
});

test("a document without files, and a payment, ask nothing", async () => {
  expect(await names(await documentWith({ hasAttachments: false }))).toEqual([]);
  expect(await names(await documentWith({ type: "PAYMENT" }))).toEqual([]);
  expect(xero.asked).toEqual([]);
});

test("Xero is asked again once the document has changed, or a day has gone by, and what it no longer lists is gone", async () => {
  const id = await documentWith();
  xero.answer(() => listing(file("a.pdf"), file("b.pdf")));
  await names(id);
  xero.answer(() => listing(file("b.pdf"), file("c.pdf")));
  vi.setSystemTime(new Date("2026-11-22T09:59:00Z"));
  expect(await names(id)).toEqual(["a.pdf", "b.pdf"]);
  vi.setSystemTime(new Date("2026-11-22T10:00:01Z"));
  expect(await names(id)).toEqual(["b.pdf", "c.pdf"]);

  const changed = await documentWith({ xeroUpdatedAt: new Date("2026-11-21T10:30:00Z") });
  vi.setSystemTime(now);
  await names(changed);
  vi.setSystemTime(new Date("2026-11-21T11:00:00Z"));
  xero.asked.length = 0;
  await names(changed);
  expect(xero.asked).toHaveLength(1);
});

test("a document's page has what was listed, and says whether that is current", async () => {
  const id = await documentWith();
  const shown = () => read(books.scope, (q) => openDocument(q, id, new Date()));
  expect((await shown())?.attached).toEqual({ files: [], isCurrent: false });
  xero.answer(() => listing(file("a.pdf")));
  await names(id);
  expect((await shown())?.attached).toMatchObject({ files: [{ fileName: "a.pdf" }], isCurrent: true });
  vi.setSystemTime(new Date("2026-11-23T00:00:00Z"));
  expect((await shown())?.attached).toMatchObject({ files: [{ fileName: "a.pdf" }], isCurrent: false });
});

test.each<[string, Said, string, string]>([
  ["does not allow it", { status: 401, body: '{"Detail":"AuthorizationUnsuccessful"}' }, "conflict", "Connect Xero again and allow attachments"],
  ["no longer knows the document", { status: 404 }, "conflict", "it may have been deleted there"],
  ["has no quota left", { status: 429, headers: { "x-rate-limit-problem": "day", "retry-after": "9000" } }, "unavailable", "quota for this organisation is used up"],
  ["says what cannot be read", { body: '{"Attachments":[{"FileName":"no id"}]}' }, "unavailable", "Nothing is lost: the files are in Xero"],
])("when Xero %s, the person who asked is told so, and what was listed before stays", async (_what, said, reason, sentence) => {
  const id = await documentWith();
  xero.answer(() => listing(file("a.pdf")));
  await names(id);
  vi.setSystemTime(new Date("2026-11-23T00:00:00Z"));
  xero.answer(() => said);
  await expect(listAttachments.run([books.scope], { id })).rejects.toMatchObject({ reason, message: expect.stringContaining(sentence) });
  expect((await read(books.scope, (q) => openDocument(q, id)))?.attached?.files).toHaveLength(1);
});

test("without the scope nothing is asked, and without a consent it is said to be gone", async () => {
  const [narrow, alone] = [await openTestBooks("Narrow"), await openTestBooks("Alone")];
  await connectForTest(narrow, "openid accounting.invoices.read");
  await expect(names(await documentWith({}, narrow), narrow)).rejects.toMatchObject({ reason: "conflict", message: expect.stringContaining("allow attachments") });
  await expect(names(await documentWith({}, alone), alone)).rejects.toMatchObject({ reason: "conflict", message: expect.stringContaining("Connect Xero again") });
  expect(xero.asked).toEqual([]);
});

test("a document of another organisation is not there, and nothing is asked for it", async () => {
  const other = await openTestBooks("Another");
  await expect(names(await documentWith({}, other))).rejects.toMatchObject({ reason: "notFound" });
  expect(xero.asked).toEqual([]);
});
