import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { numeral } from "../exact/json.ts";
import { ask, at, listAt, type Running, reader, run, SCOPES, signIn, textAt, type Tokens } from "../testing/running.ts";
import { bill, paid, sale, SMALL_ID, smallBooks } from "../testing/small-books.ts";

let running: Running;
let tokens: Tokens;
let get: ReturnType<typeof reader>;

const Attachments = [{ FileName: "Bill & receipt.pdf", ContentLength: "2048" }];
const Invoices = [
  ...Array.from({ length: 7 }, (_, nth) =>
    sale(`S${nth}`, `2026-05-0${nth + 1}`, "100", "15", { UpdatedDateUTC: `2026-06-0${nth + 1}T10:00:00Z` }),
  ),
  bill("B1", "2026-04-30", "1000000000.01", "0", { Status: "VOIDED" }),
  bill("B2", "2026-04-29", "40", "6", { Attachments, CurrencyCode: "USD", CurrencyRate: numeral("0.612345") }),
];
const Contacts = [{ Name: "A client" }, { Name: "Gone", ContactStatus: "ARCHIVED" }];
const Payments = [paid("S0", "2026-06-01", "115"), paid("S1", "2026-06-02", "15", { Status: "DELETED" })];

beforeAll(async () => {
  running = await run([smallBooks({ Invoices, Contacts, Payments })], { pageSize: 3, today: "2026-06-15" });
});
beforeEach(async () => {
  running.standIn.reset();
  tokens = await signIn(running.url, SMALL_ID);
  get = reader(running.url, tokens.access, SMALL_ID);
});
afterAll(() => running.stop());

const numbers = (body: unknown) => listAt(body, "Invoices").map((one) => textAt(one, "InvoiceNumber"));
const where = (condition: string) => get(`Invoices?where=${encodeURIComponent(condition)}`);

test("a page is at most the cap, says how many there are, and the pages together hold each document once", async () => {
  const pages = await Promise.all([1, 2, 3, 4].map((page) => get(`Invoices?page=${page}&pageSize=1000`)));
  expect(at(pages[0]?.body, "pagination")).toEqual({
    page: numeral("1"),
    pageSize: numeral("3"),
    pageCount: numeral("3"),
    itemCount: numeral("9"),
  });
  expect(pages.map(({ body }) => numbers(body).length)).toEqual([3, 3, 3, 0]);
  expect(new Set(pages.flatMap(({ body }) => numbers(body))).size).toBe(9);
});

test("a list without a page has no lines; a page and a single document have them", async () => {
  expect(at((await get("Invoices")).body, "Invoices", 0, "LineItems")).toEqual([]);
  expect(listAt((await get("Invoices?page=1")).body, "Invoices", 0, "LineItems")).toHaveLength(1);
  expect(listAt((await get("Invoices/S1")).body, "Invoices", 0, "LineItems")).toHaveLength(1);
  expect(at((await get("Invoices?page=1&summaryOnly=true")).body, "Invoices", 0, "LineItems")).toEqual([]);
});

test("money is written exactly as it is counted, to the last cent of a large amount", async () => {
  expect((await get("Invoices/B1")).text).toContain('"Total":1000000000.01');
  expect((await get("Invoices/B2")).text).toContain('"CurrencyRate":0.612345');
});

test("days are midnight UTC of the calendar day, with their text twins", async () => {
  const { body } = await get("Invoices/S0");
  expect(textAt(at(body, "Invoices", 0), "Date")).toBe(`/Date(${Date.UTC(2026, 4, 1)}+0000)/`);
  expect(textAt(at(body, "Invoices", 0), "DateString")).toBe("2026-05-01T00:00:00");
  expect(textAt(at(body, "Invoices", 0), "UpdatedDateUTC")).toBe(`/Date(${Date.UTC(2026, 5, 1, 10)}+0000)/`);
});

test("If-Modified-Since leaves out what is older, in every usual spelling of the header", async () => {
  for (const since of ["2026-06-05T10:00:00", "2026-06-05T10:00:00Z", "Fri, 05 Jun 2026 10:00:00 GMT"]) {
    expect(numbers((await get("Invoices", { "if-modified-since": since })).body)).toEqual(["S4", "S5", "S6"]);
  }
});

test("order sorts by a field, either way", async () => {
  expect(numbers((await get("Invoices?order=UpdatedDateUTC%20DESC&page=1")).body)).toEqual(["S6", "S5", "S4"]);
  expect(numbers((await get("Invoices?order=Date&page=1")).body)).toEqual(["B2", "B1", "S0"]);
});

test("where compares texts, amounts, days and nested ids, joined by AND and OR", async () => {
  expect(numbers((await where('Status=="VOIDED"')).body)).toEqual(["B1"]);
  expect(numbers((await where("AmountDue>0 AND Date>=DateTime(2026,05,06)")).body)).toEqual(["S5", "S6"]);
  expect(numbers((await where('Type=="ACCPAY" && Status!="VOIDED" OR InvoiceNumber=="S3"')).body)).toEqual(["S3", "B2"]);
  const contact = textAt(at((await get("Invoices/S1")).body, "Invoices", 0, "Contact"), "ContactID");
  expect(numbers((await where(`Contact.ContactID==guid("${contact}") AND Total<=115 AND Date<DateTime(2026,5,2)`)).body)).toEqual(["S0"]);
});

test.each(["Status=", "Nope(1)", 'Status=="A" AND', "Status like 1", ")"])(
  "the where clause %s is a QueryParseException",
  async (clause) => {
    const { status, body } = await where(clause);
    expect([status, at(body, "Type")]).toEqual([400, "QueryParseException"]);
  },
);

test("Statuses, IDs and ContactIDs narrow a list", async () => {
  expect(numbers((await get("Invoices?Statuses=VOIDED,PAID")).body)).toEqual(["S0", "B1"]);
  const id = textAt(at((await get("Invoices/S2")).body, "Invoices", 0), "InvoiceID");
  expect(numbers((await get(`Invoices?IDs=${id}`)).body)).toEqual(["S2"]);
  expect(numbers((await get(`Invoices?ContactIDs=${id}`)).body)).toEqual([]);
});

test("archived contacts are shown only when asked for", async () => {
  expect(listAt((await get("Contacts?page=1")).body, "Contacts")).toHaveLength(1);
  expect(listAt((await get("Contacts?page=1&includeArchived=true")).body, "Contacts")).toHaveLength(2);
});

test("a paid invoice says so, carries its payment, and a deleted payment is still listed", async () => {
  const { body } = await get("Invoices/S0");
  const invoice = at(body, "Invoices", 0);
  expect([at(invoice, "Status"), at(invoice, "AmountDue"), at(invoice, "AmountPaid")]).toEqual([
    "PAID",
    numeral("0.00"),
    numeral("115.00"),
  ]);
  expect(listAt(invoice, "Payments")).toHaveLength(1);
  const payments = listAt((await get("Payments?page=1")).body, "Payments");
  expect(payments.map((one) => textAt(one, "Status"))).toEqual(["AUTHORISED", "DELETED"]);
  expect(textAt(at(payments[0], "Invoice"), "InvoiceNumber")).toBe("S0");
});

test("unit amounts have two decimals unless four are asked for", async () => {
  const edit = {
    InvoiceNumber: "U1",
    Type: "ACCREC",
    Status: "DRAFT",
    Date: "2026-06-02",
    LineItems: [{ AccountCode: "200", Quantity: 3, UnitAmount: 1.2345, LineAmount: 3.7, TaxAmount: 0 }],
  };
  await ask(`${running.url}/stand-in/organisations/${SMALL_ID}/Invoices`, { method: "POST", body: JSON.stringify(edit) });
  expect((await get("Invoices/U1")).text).toContain('"UnitAmount":1.23,');
  expect((await get("Invoices/U1?unitdp=4")).text).toContain('"UnitAmount":1.2345,');
});

test("a GET may carry an empty object as its body, as Xero's own client sends it", async () => {
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${tokens.access}`,
      "xero-tenant-id": SMALL_ID,
      "content-type": "application/json",
      "content-length": 2,
    };
    const sent = request(`${running.url}/api.xro/2.0/Organisation`, { headers }, (answer) => resolve(answer.resume().statusCode));
    sent.end("{}");
  });
  expect(status).toBe(200);
});

test("unknown documents and collections are 404", async () => {
  expect((await get("Invoices/none")).status).toBe(404);
  expect((await get("Quotes")).status).toBe(404);
});

test("checks come in Xero's order: token, tenant, scope, tier", async () => {
  const call = (access: string, tenant: string, path: string) => reader(running.url, access, tenant)(path);
  const narrow = await signIn(running.url, SMALL_ID, { scope: "openid accounting.settings.read" });
  const answers = [
    await call("nonsense", "x", "Invoices"),
    await call(tokens.access, "x", "Journals"),
    await call(narrow.access, SMALL_ID, "Invoices"),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 403, 401]);
  expect(answers.map(({ body }) => at(body, "Detail"))).toEqual([
    "AuthenticationUnsuccessful",
    "AuthenticationUnsuccessful",
    "AuthorizationUnsuccessful",
  ]);
  running.standIn.advance(1_800_001);
  expect(textAt((await get("Nope")).body, "Detail")).toMatch(/^TokenExpired: token expired at \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
});

// Seven sales, a bill, a payment, and the voided bill with its reversal.
test("journals need both the tier and the scope", async () => {
  const withScope = await signIn(running.url, SMALL_ID, { scope: `${SCOPES} accounting.journals.read` });
  const journals = (access: string) => reader(running.url, access, SMALL_ID)("Journals?offset=0");
  expect(textAt((await journals(withScope.access)).body, "Detail")).toBe("AuthorizationUnsuccessful");
  await ask(`${running.url}/stand-in/tier`, { method: "POST", body: JSON.stringify({ journals: "on" }) });
  expect((await journals(tokens.access)).status).toBe(401);
  const { status, body } = await journals(withScope.access);
  expect(status).toBe(200);
  expect(listAt(body, "Journals").map((one) => at(one, "JournalNumber"))).toEqual(
    Array.from({ length: 11 }, (_, index) => index + 1).map((number) => numeral(String(number))),
  );
});

test("a report over the API shows the same as the ledger, and refuses what it cannot do", async () => {
  const { body } = await get("Reports/TrialBalance?date=2026-05-31");
  expect(textAt(at(body, "Reports", 0, "ReportTitles"), "2")).toBe("As at 31 May 2026");
  expect(at(body, "Reports", 0, "Rows", 1, "Rows", 0, "Cells", 0)).toEqual({
    Value: "Sales (200)",
    Attributes: [{ Value: "00000000-0000-4000-8000-000000000003", Id: "account" }],
  });
  expect(at(body, "Reports", 0, "Rows", 1, "Rows", 0, "Cells", 4, "Value")).toBe("700.00");
  expect((await get("Reports/ProfitAndLoss?timeframe=WEEK")).status).toBe(400);
});

test("paymentsOnly is the same reports of what was paid", async () => {
  const income = async (query: string) => at((await get(`Reports/ProfitAndLoss?fromDate=2026-04-01&toDate=2026-06-30${query}`)).body, "Reports", 0, "Rows", 1, "Rows", 0, "Cells", 1, "Value");
  expect([await income(""), await income("&paymentsOnly=false"), await income("&paymentsOnly=true")]).toEqual(["700.00", "700.00", "100.00"]);
  const bank = at((await get("Reports/TrialBalance?date=2026-06-30&paymentsOnly=true")).body, "Reports", 0, "Rows", 3, "Rows");
  expect(bank).toMatchObject([{ Cells: [{ Value: "Cheque account (090)" }, { Value: "115.00" }, { Value: "" }, { Value: "115.00" }, { Value: "" }] }]);
  const equity = at((await get("Reports/BalanceSheet?date=2026-06-30&paymentsOnly=true")).body, "Reports", 0, "Rows");
  expect(JSON.stringify(equity)).not.toContain("Receivable");
});

test("what hangs on a document is listed by itself, and only for those who may see it", async () => {
  expect(at((await get("Invoices/B2")).body, "Invoices", 0, "HasAttachments")).toBe(true);
  expect(at((await get("Invoices/S1")).body, "Invoices", 0, "HasAttachments")).toBe(false);
  expect((await get("Invoices/B2/Attachments")).status).toBe(401);
  const { access } = await signIn(running.url, SMALL_ID, { scope: `${SCOPES} accounting.attachments.read` });
  const allowed = reader(running.url, access, SMALL_ID);
  const { body } = await allowed("Invoices/B2/Attachments");
  expect(at(body, "Attachments", 0)).toMatchObject({ FileName: "Bill & receipt.pdf", MimeType: "application/pdf", ContentLength: numeral("2048"), IncludeOnline: false });
  expect(textAt(at(body, "Attachments", 0), "Url")).toMatch(/\/Attachments\/Bill%20%26%20receipt\.pdf$/);
  expect(listAt((await allowed("Invoices/S1/Attachments")).body, "Attachments")).toEqual([]);
  expect([(await allowed("Invoices/nobody/Attachments")).status, (await allowed("Payments/nobody/Attachments")).status]).toEqual([404, 404]);
});
