import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { failureOf } from "#lib/failure.ts";
import { money, rateOfOne } from "#lib/money.ts";
import { account, bankTransaction, invoice, journal, payment, unitPrice } from "#lib/xero/decode.ts";
import { parseExactly } from "#lib/xero/exact-json.ts";
import { takeRemarks } from "#lib/xero/remarks.ts";
import { readTrialBalance } from "#lib/xero/trial-balance.ts";
import { clean, columnQuantity, moneyOrZero, optionalDay, optionalText, rateOrOne, textUpTo, wireDay, wireInstant, wireMoney, wireQuantity, wordOf } from "#lib/xero/wire.ts";

test.each([
  ["/Date(1743379200000+0000)/", "2025-03-31"],
  ["/Date(1743379200000)/", "2025-03-31"],
  ["/Date(1743379200000+1300)/", "2025-03-31"],
  ["/Date(-86400000+0000)/", "1969-12-31"],
  ["/Date(951782400000)/", "2000-02-29"],
  ["2025-03-31T00:00:00", "2025-03-31"],
  ["2025-03-31", "2025-03-31"],
])("%s is the day %s, wherever the server stands", (text, day) => {
  expect(wireDay.parse(text)).toBe(day);
});

test.each(["", "yesterday", "2025-02-30", "31/03/2025", "/Date(x)/", "/Date(99999999999999999999)/", "/Date(-62135596800000+0000)/"])("%s is no day: refused where one is needed, empty where not", (text) => {
  expect(wireDay.safeParse(text).success).toBe(false);
  expect(optionalDay.parse(text)).toBeNull();
});

test.each([
  ["/Date(1573755038314+0000)/", "2019-11-14T18:10:38.314Z"],
  ["2019-11-14T18:10:38.314", "2019-11-14T18:10:38.314Z"],
  ["2019-11-14T18:10:38", "2019-11-14T18:10:38.000Z"],
  ["2019-11-14T18:10:38Z", "2019-11-14T18:10:38.000Z"],
  ["2019-11-15T07:10:38+13:00", "2019-11-14T18:10:38.000Z"],
])("%s is the instant %s", (text, instant) => {
  expect(wireInstant.parse(text)?.toISOString()).toBe(instant);
});

test.each([null, undefined, "", "soon", "/Date(99999999999999999999)/", "/Date(-62135596800000+0000)/"])("%s is no instant", (text) => {
  expect(wireInstant.parse(text)).toBeNull();
});

test.each([
  ["1234.5", 12_345_000n],
  ["0.1", 1_000n],
  ["-0.0001", -1n],
  ["1e3", 10_000_000n],
  ["1.5E-3", 15n],
  ["-2.5E+2", -2_500_000n],
  ["99999999999999.9999", 999_999_999_999_999_999n],
  ["0", 0n],
])("the amount %s is %s ten-thousandths", (text, amount) => {
  expect(wireMoney.parse(text)).toBe(amount);
});

test.each(["", "a lot", "NaN", "Infinity", "1.23456", "100000000000000", "1e40", "1,000", "0x10", "--1"])("%s is no amount: refused, never guessed", (text) => {
  expect(wireMoney.safeParse(text).success).toBe(false);
});

test("no amount at all is nothing where Xero leaves it out", () => {
  expect([moneyOrZero.parse(null), moneyOrZero.parse(undefined)]).toEqual([0n, 0n]);
});

test("an amount does not pass through a float on its way from the wire", () => {
  const read = parseExactly('{"a":9007199254740993.1,"b":[0.30000000000000004],"c":1e-7,"d":"1.10","e":true,"f":null,"g":-0}');
  expect(read).toEqual({ a: "9007199254740993.1", b: ["0.30000000000000004"], c: "1e-7", d: "1.10", e: true, f: null, g: "-0" });
  fc.assert(
    fc.property(fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n }), (amount) => {
      const text = `${amount < 0n ? "-" : ""}${String(amount < 0n ? -amount : amount).padStart(5, "0").replace(/(\d{4})$/, ".$1")}`;
      expect(wireMoney.parse(parseExactly(text))).toBe(amount);
    }),
  );
  expect(() => parseExactly("<html>")).toThrow(SyntaxError);
});

test.each([
  ["1", rateOfOne],
  ["0.6141", 6_141_000_000n],
  ["0.12345678901234", 1_234_567_890n],
  ["1E-05", 100_000n],
  ["2.5e-11", 0n],
  ["1.25e2", 125n * rateOfOne],
  ["-3", -3n * rateOfOne],
])("the quantity %s keeps ten decimals", (text, value) => {
  expect(wireQuantity.parse(text)).toBe(value);
});

test("a quantity that is no number is the answer's fault, and one too large for its column is left out", () => {
  for (const schema of [wireQuantity, rateOrOne]) expect(schema.safeParse("many").success).toBe(false);
  expect(columnQuantity.parse("1000000000")).toBeNull();
  expect(columnQuantity.parse("900000000")).toBe(900_000_000n * rateOfOne);
});

test("a rate that is missing or zero is one", () => {
  expect([rateOrOne.parse(null), rateOrOne.parse(""), rateOrOne.parse("0")]).toEqual([rateOfOne, rateOfOne, rateOfOne]);
});

test("text loses U+0000, which PostgreSQL cannot keep, and what its column cannot hold", () => {
  expect(clean("a\u0000b")).toBe("ab");
  expect(textUpTo(3).parse("a\u0000bcd")).toBe("abc");
  expect([textUpTo(3).parse(""), textUpTo(3).parse(null), optionalText.parse(undefined)]).toEqual([null, null, null]);
});

const anInvoice = { Type: "ACCREC", InvoiceID: "i1", Status: "AUTHORISED", Date: "/Date(1743379200000)/", Total: "115.00" };

test("a status or type that is new to us stays as it came, and what we do not know is left where it is", () => {
  const read = invoice.parse({ ...anInvoice, Type: "ACCNEW", Status: "ON HOLD", LineAmountTypes: "Sideways", Surprise: { deep: true } });
  expect(read).toMatchObject({ Type: "ACCNEW", Status: "ON HOLD", LineAmountTypes: "Sideways", LineItems: [], SubTotal: 0n, Total: money("115"), CurrencyRate: rateOfOne });
  expect(read).not.toHaveProperty("Surprise");
  expect(bankTransaction.parse({ ...anInvoice, BankTransactionID: "b1", Type: "SPEND-SOMETHING" }).Type).toBe("SPEND-SOMETHING");
  expect(account.parse({ AccountID: "a1", Type: "CRYPTO", Class: "NOVEL" })).toMatchObject({ Type: "CRYPTO", Class: "NOVEL", Status: "", Name: "" });
});

test.each([
  ["an invoice without an id", invoice, { ...anInvoice, InvoiceID: undefined }, "InvoiceID"],
  ["an invoice with an empty id", invoice, { ...anInvoice, InvoiceID: "" }, "InvoiceID"],
  ["an invoice without a date", invoice, { ...anInvoice, Date: undefined }, "Date"],
  ["an invoice whose total cannot be read", invoice, { ...anInvoice, Total: "much" }, "Total"],
  ["an invoice whose line cannot be read", invoice, { ...anInvoice, LineItems: [{ LineAmount: "much" }] }, "LineItems.0.LineAmount"],
  ["a payment without an amount", payment, { PaymentID: "p1", Date: "2025-03-31" }, "Amount"],
  ["a journal without a number", journal, { JournalID: "j1", JournalDate: "2025-03-31" }, "JournalNumber"],
])("%s is refused by the name of what is wrong", (_label, schema: z.ZodType, value, path) => {
  const read = schema.safeParse(value);
  expect(read.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("a unit price is kept to four decimals", () => {
  const [line] = invoice.parse({ ...anInvoice, LineItems: [{ UnitAmount: "1000000000.12345", Quantity: "1" }] }).LineItems;
  expect(line && unitPrice(line.UnitAmount)).toBe(money("1000000000.1235"));
});

const cells = (label: string, debit: string, credit: string, id = "a1") => ({ RowType: "Row", Cells: [{ Value: label, Attributes: [{ Id: "account", Value: id }] }, { Value: "" }, { Value: "" }, { Value: debit }, { Value: credit }] });
const report = (...rows: unknown[]) => ({ Reports: [{ Rows: [{ RowType: "Header" }, { RowType: "Section", Rows: rows }] }] });

test("a trial balance is read as debit less credit, with its separators and empty cells", () => {
  expect(readTrialBalance(report(cells("Sales (200)", "", "1,234.50"), cells("Bank (090)", "0.10", "", "a2"), { RowType: "SummaryRow", Cells: [{ Value: "Total" }] }))).toEqual([
    { accountXeroId: "a1", net: money("-1234.5") },
    { accountXeroId: "a2", net: money("0.1") },
  ]);
});

test.each([{}, { Reports: [] }, { Reports: "none" }, report(cells("Sales", "", "lots"))])("a trial balance that cannot be read is said to be so (%#)", (answer) => {
  expect(() => readTrialBalance(answer)).toThrow("cannot be read. Nothing of it was kept");
  try {
    readTrialBalance(answer);
  } catch (error) {
    expect(failureOf(error)).toMatchObject({ code: "malformed", retryable: false });
  }
});

test("a text is never cut through the middle of a character", () => {
  expect([textUpTo(3).parse("ab😀"), textUpTo(4).parse("ab😀c"), textUpTo(2).parse("😀")]).toEqual(["ab", "ab😀", "😀"]);
});

test("what had to be cut and what is unknown is remarked on, once each", () => {
  takeRemarks();
  expect(textUpTo(3).parse("abcd")).toBe("abc");
  expect(textUpTo(3).parse("efgh")).toBe("efg");
  expect(wordOf("status of a document", ["PAID"]).parse("FROZEN")).toBe("FROZEN");
  expect(wordOf("status of a document", ["PAID"]).parse("PAID")).toBe("PAID");
  expect(takeRemarks()).toEqual(["A text longer than 3 characters was cut. (2 times)", 'Xero uses "FROZEN" as the status of a document, which Daybook does not know; it was kept as it came.']);
  expect(takeRemarks()).toEqual([]);
});
