import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { numeral } from "../exact/json.ts";
import { ask, at, listAt, type Running, reader, run, SCOPES, signIn, textAt, token } from "../testing/running.ts";
import { paid, sale, SMALL_ID, smallBooks } from "../testing/small-books.ts";

let running: Running;
let get: ReturnType<typeof reader>;
let refreshToken = "";

const Invoices = [sale("1", "2026-05-01", "100", "15"), sale("2", "2026-05-02", "200", "30"), sale("3", "2026-04-03", "10", "1.50")];
const Payments = [{ ...paid("2", "2026-06-01", "230"), PaymentID: "aaaaaaaa-0000-4000-8000-000000000001" }];

beforeAll(async () => {
  running = await run([smallBooks({ Invoices, Payments })], { today: "2026-06-30", journals: true });
});
beforeEach(async () => {
  running.standIn.reset();
  const tokens = await signIn(running.url, SMALL_ID, { scope: `${SCOPES} accounting.journals.read` });
  refreshToken = tokens.refresh;
  get = reader(running.url, tokens.access, SMALL_ID);
  running.standIn.log.clear();
});
afterAll(() => running.stop());

const control = (path: string, body?: unknown, method = "POST") =>
  ask(
    `${running.url}/stand-in/${path}`,
    body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } },
  );
const edit = (path: string, body: unknown) => control(`organisations/${SMALL_ID}/${path}`, body);
const invoice = async (number: string) => at((await get(`Invoices/${number}`)).body, "Invoices", 0);
const profit = async (month: string) => {
  const rows = listAt((await get(`Reports/ProfitAndLoss?fromDate=${month}-01&toDate=${month}-30`)).body, "Reports", 0, "Rows");
  return at(rows.at(-1), "Rows", 0, "Cells", 1, "Value");
};

test("the log names each accounting call by its template, can be filtered, and can be emptied", async () => {
  await get("Invoices?page=1");
  await get("Invoices/1");
  await get("Nope");
  const { body } = await control("log?path=/Invoices/{id}", undefined, "GET");
  expect(at(body, "count")).toEqual(numeral("1"));
  expect(at(body, "calls", 0)).toMatchObject({
    kind: "accounting",
    method: "GET",
    path: "/Invoices/{id}",
    organisation: SMALL_ID,
    status: numeral("200"),
  });
  expect(at((await control("log?kind=accounting", undefined, "GET")).body, "count")).toEqual(numeral("3"));
  await control("log", undefined, "DELETE");
  expect(at((await control("log", undefined, "GET")).body, "count")).toEqual(numeral("0"));
});

test("voiding an invoice changes its month, its status and its time of change, and the journal feed gains a reversal", async () => {
  const id = textAt(await invoice("1"), "InvoiceID");
  expect(await profit("2026-05")).toBe("300.00");
  expect((await edit(`Invoices/${id}`, { Status: "VOIDED" })).status).toBe(200);
  expect(await profit("2026-05")).toBe("200.00");
  const shown = await invoice("1");
  expect([at(shown, "Status"), at(shown, "AmountDue")]).toEqual(["VOIDED", numeral("0.00")]);
  const since = new Date(running.standIn.clock.now() - 60_000).toISOString();
  expect(listAt((await get("Invoices", { "if-modified-since": since })).body, "Invoices")).toHaveLength(1);
  const journals = listAt((await get("Journals?offset=4")).body, "Journals");
  expect(journals.map((journal) => [textAt(journal, "SourceID"), at(journal, "JournalLines", 0, "NetAmount")])).toEqual([
    [id, numeral("-115.00")],
  ]);
});

test("new lines bring new totals; the rest of the document stays", async () => {
  const id = textAt(await invoice("1"), "InvoiceID");
  await edit("Invoices", { InvoiceID: id, LineItems: [{ AccountCode: "200", LineAmount: 120, TaxAmount: 18 }] });
  const shown = await invoice("1");
  expect([at(shown, "Total"), at(shown, "InvoiceNumber"), at(shown, "DateString")]).toEqual([
    numeral("138.00"),
    "1",
    "2026-05-01T00:00:00",
  ]);
  expect(await profit("2026-05")).toBe("320.00");
});

test("a new payment settles its invoice, which is stamped anew; deleting it opens the invoice again", async () => {
  const before = textAt(await invoice("1"), "UpdatedDateUTC");
  const made = await edit("Payments", { Date: "2026-06-20", Amount: 115, Account: { Code: "090" }, Invoice: { InvoiceNumber: "1" } });
  expect(made.status).toBe(201);
  const settled = await invoice("1");
  expect([at(settled, "Status"), at(settled, "AmountPaid")]).toEqual(["PAID", numeral("115.00")]);
  expect(textAt(settled, "UpdatedDateUTC") > before).toBe(true);
  await edit(`Payments/${textAt(made.body, "id")}`, { Status: "DELETED" });
  expect(at(await invoice("1"), "Status")).toBe("AUTHORISED");
  expect(at((await get(`Payments/${textAt(made.body, "id")}`)).body, "Payments", 0, "Status")).toBe("DELETED");
});

test("a payment that has its document's rate is stamped anew with it", async () => {
  const payment = async () => at((await get("Payments/aaaaaaaa-0000-4000-8000-000000000001")).body, "Payments", 0);
  const before = textAt(await payment(), "UpdatedDateUTC");
  const id = textAt(await invoice("2"), "InvoiceID");
  expect((await edit(`Invoices/${id}`, { CurrencyCode: "USD", CurrencyRate: "0.5" })).status).toBe(200);
  expect(await payment()).toMatchObject({ CurrencyRate: numeral("0.5") });
  expect(textAt(await payment(), "UpdatedDateUTC")).not.toBe(before);
});

test("what Xero would refuse is refused with a sentence and changes nothing", async () => {
  const id = textAt(await invoice("2"), "InvoiceID");
  const { status, body } = await edit(`Invoices/${id}`, { Status: "VOIDED" });
  expect(status).toBe(400);
  expect(textAt(body, "problem")).toContain("settles invoice 2, which is VOIDED");
  expect(at(await invoice("2"), "Status")).toBe("PAID");
  expect((await edit("Nonsense", {})).status).toBe(404);
  expect((await control("organisations/none/Invoices", {})).status).toBe(404);
});

test("postings without a document, accounts and contacts can be added too", async () => {
  const Lines = [
    { AccountCode: "429", NetAmount: 25 },
    { AccountCode: "620", NetAmount: -25 },
  ];
  expect((await edit("OtherPostings", { Date: "2026-05-30", Narration: "Payroll", Lines })).status).toBe(201);
  expect(await profit("2026-05")).toBe("275.00");
  expect((await edit("Accounts", { Code: "430", Name: "New costs", Type: "EXPENSE" })).status).toBe(201);
  expect((await get("Accounts/430")).status).toBe(200);
});

test("reset brings everything back: documents, tokens, clock, log", async () => {
  const id = textAt(await invoice("1"), "InvoiceID");
  await edit(`Invoices/${id}`, { Status: "VOIDED" });
  await control("clock", { days: 3 });
  await control("reset");
  expect((await get("Organisation")).status).toBe(401);
  get = reader(running.url, (await signIn(running.url, SMALL_ID)).access, SMALL_ID);
  expect(at(await invoice("1"), "Status")).toBe("AUTHORISED");
  expect(Math.abs(running.standIn.clock.offset())).toBeLessThan(5);
});

test("faults answer for so many calls and then step aside", async () => {
  await control("faults", { match: "GET .*/Invoices", kind: "status", status: 503, times: 2 });
  await control("faults", { match: "Contacts", kind: "html500" });
  await control("faults", { match: "Payments", kind: "429", problem: "day", retryAfter: 66000 });
  expect([
    (await get("Invoices")).status,
    (await get("Accounts")).status,
    (await get("Invoices")).status,
    (await get("Invoices")).status,
  ]).toEqual([503, 200, 503, 200]);
  expect((await get("Contacts")).text).toContain("<html>");
  const limited = await get("Payments");
  expect([limited.status, limited.headers.get("x-rate-limit-problem"), limited.headers.get("retry-after")]).toEqual([429, "day", "66000"]);
});

test("answers can be cut short, carry a status nobody knows, expire, or never come", async () => {
  await control("faults", { match: "Invoices/1", kind: "unknownEnum" });
  expect(at(await invoice("1"), "Type")).toBe("NEVERSEENBEFORE");
  await control("faults", { match: "Invoices/1", kind: "malformed" });
  await expect(get("Invoices/1")).rejects.toThrow();
  await control("faults", { match: "Invoices/1", kind: "401expired" });
  expect(textAt((await get("Invoices/1")).body, "Detail")).toContain("TokenExpired");
  await control("faults", { match: "Invoices/1", kind: "drop" });
  await expect(get("Invoices/1")).rejects.toThrow();
  await control("faults", { match: "Invoices/1", kind: "hang" });
  await expect(ask(`${running.url}/api.xro/2.0/Invoices/1`, { signal: AbortSignal.timeout(150) })).rejects.toThrow();
});

test("a dropped answer of the token endpoint has rotated the token all the same, and grace saves the client", async () => {
  await control("faults", { match: "/connect/token", kind: "drop" });
  const refresh = () => token(running.url, { grant_type: "refresh_token", refresh_token: refreshToken });
  await expect(refresh()).rejects.toThrow();
  expect(running.standIn.identity.refresh.size).toBe(2);
  expect((await refresh()).status).toBe(200);
});

test("tokens can be expired and connections cut, as a user would in Xero", async () => {
  await control("tokens/expire");
  expect(textAt((await get("Organisation")).body, "Detail")).toContain("TokenExpired");
  get = reader(running.url, (await signIn(running.url, SMALL_ID)).access, SMALL_ID);
  const connection = textAt(at((await control("connections", undefined, "GET")).body, "connections", 0), "id");
  expect((await control(`connections/${connection}/disconnect`)).status).toBe(200);
  expect((await get("Organisation")).status).toBe(403);
  await control("tokens/expire", { refresh: true });
  expect((await token(running.url, { grant_type: "refresh_token", refresh_token: refreshToken })).status).toBe(400);
});

test("the consent of one login can be ended, as Xero ends one that nobody used for sixty days; the others go on", async () => {
  const sam = await signIn(running.url, SMALL_ID, { user: "sam" });
  expect((await control("tokens/expire", { refresh: true, user: "sam" })).status).toBe(200);
  const refused = await token(running.url, { grant_type: "refresh_token", refresh_token: sam.refresh });
  expect([refused.status, textAt(refused.body, "error")]).toEqual([400, "invalid_grant"]);
  expect((await reader(running.url, sam.access, SMALL_ID)("Organisation")).status).toBe(401);
  expect((await token(running.url, { grant_type: "refresh_token", refresh_token: refreshToken })).status).toBe(200);
  expect((await get("Organisation")).status).toBe(200);
});

test("people find a page that says what this is, and can void an invoice with a button", async () => {
  expect((await control("", undefined, "GET")).text).toContain("It is not Xero");
  const page = await control(`organisations/${SMALL_ID}`, undefined, "GET");
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? "";
  const pressed = await ask(`${running.url}${action}`, { method: "POST", body: new URLSearchParams({ Status: "VOIDED" }) });
  expect([pressed.status, pressed.headers.get("location")]).toEqual([302, `/stand-in/organisations/${SMALL_ID}`]);
  expect(at(await invoice("1"), "Status")).toBe("VOIDED");
});

test("at the desk a document is voided, changed, moved, and paid by plain forms, each stamping it anew and moving the reports", async () => {
  const [one, three] = [textAt(await invoice("1"), "InvoiceID"), textAt(await invoice("3"), "InvoiceID")];
  const before = textAt(await invoice("1"), "UpdatedDateUTC");
  const shown = await control(`organisations/${SMALL_ID}/documents/${one}`, undefined, "GET");
  expect(shown.text).toContain("It is not Xero");
  const bank = /<option value="([^"]+)">Cheque account/.exec(shown.text)?.[1] ?? "";
  const press = (id: string, what: string, fields: Record<string, string> = {}) =>
    ask(`${running.url}/stand-in/organisations/${SMALL_ID}/documents/${id}/${what}`, { method: "POST", body: new URLSearchParams(fields) });
  expect((await press(one, "amounts", { line0: "1,120.00" })).status).toBe(302);
  expect([at(await invoice("1"), "Total"), await profit("2026-05")]).toEqual([numeral("1288.00"), "1320.00"]);
  expect(textAt(await invoice("1"), "UpdatedDateUTC") > before).toBe(true);
  await press(one, "date", { date: "2026-04-30" });
  expect([await profit("2026-04"), await profit("2026-05")]).toEqual(["1130.00", "200.00"]);
  const paid = await press(one, "pay", { date: "2026-06-20", amount: "1288.00", account: bank });
  expect(paid.headers.get("location")).toContain("done=The+payment+was+recorded.");
  expect(at(await invoice("1"), "Status")).toBe("PAID");
  const refused = await press(one, "void");
  expect([refused.status, refused.text.includes("settles invoice 1, which is VOIDED"), at(await invoice("1"), "Status")]).toEqual([400, true, "PAID"]);
  expect((await press(three, "amounts", { line0: "much" })).text).toContain("&quot;much&quot; is no amount.");
  const payments = listAt((await get("Payments")).body, "Payments");
  const own = payments.find((payment) => textAt(at(payment, "Invoice"), "InvoiceNumber") === "1");
  await ask(`${running.url}/stand-in/organisations/${SMALL_ID}/payments/${textAt(own, "PaymentID")}/take-back`, { method: "POST" });
  expect(at(await invoice("1"), "Status")).toBe("AUTHORISED");
  await press(three, "void");
  expect(at(await invoice("3"), "Status")).toBe("VOIDED");
});
