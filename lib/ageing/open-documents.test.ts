import { expect, test } from "vitest";
import { type ListedDocument, openDocument } from "#lib/ageing/open-documents.ts";
import type { Document, Settlement } from "#lib/ledger/posting/document.ts";
import { postingRules as rules } from "#lib/ledger/posting/rules.ts";
import { document, inDollars, line, settlement } from "#lib/ledger/testing/books.ts";
import { decimal } from "#lib/money.ts";

const listed = (of: Document): ListedDocument => ({ ...of, reference: null, contactName: null, dueDate: null });
const invoice = listed(document("INV-1", "ACCREC", "100.00", [line("sales", "100.00")], { date: "2025-04-10" }));
const credit = listed(document("CN-1", "ACCRECCREDIT", "40.00", [line("sales", "40.00")], { date: "2025-05-20" }));
const used = settlement("CN-1", "INV-1", "40.00", { sourceKind: "creditNote", date: "2025-08-01", effectiveOn: "2025-05-20" });

function openOn(day: string, of: ListedDocument, settlements: readonly Settlement[], ends: readonly Document[] = [invoice, credit]) {
  const open = openDocument({ document: of, settlements }, new Map(ends.map((end) => [end.xeroId, end])), of.xeroType.startsWith("ACCPAY") ? "payables" : "receivables", day, rules);
  return open && [decimal(open.outstanding), decimal(open.baseOutstanding)];
}

test("a credit counts from the later of both documents' days, whenever it was allocated, and on both ends alike", () => {
  expect(openOn("2025-05-19", invoice, [used])).toEqual(["100.00", "100.00"]);
  expect(openOn("2025-05-20", invoice, [used])).toEqual(["60.00", "60.00"]);
  expect(openOn("2025-05-20", credit, [used])).toBeUndefined();
});

test("a credit whose other end is void, or not known, settles nothing", () => {
  expect(openOn("2025-06-30", invoice, [used], [invoice, { ...credit, status: "VOIDED" }])).toEqual(["100.00", "100.00"]);
  expect(openOn("2025-06-30", invoice, [used], [invoice])).toEqual(["100.00", "100.00"]);
});

test("what is paid is open until the day of its payment, and gone on it", () => {
  const paid = settlement("PAY-1", "INV-1", "100.00", { date: "2025-05-05" });
  expect(openOn("2025-05-04", invoice, [paid])).toEqual(["100.00", "100.00"]);
  expect(openOn("2025-05-05", invoice, [paid])).toBeUndefined();
});

test("parts of a dollar bill leave in base currency what the ledger has left, and the last takes the rest", () => {
  // USD 10.00 at 0.73 = 13.70; 2.50 are 3.42 each, so 3.44 are left for the last.
  const bill = listed(document("BILL-1", "ACCPAY", "10.00", [line("rent", "10.00")], inDollars("0.73")));
  const parts = [1, 2, 3, 4].map((day) => settlement(`PAY-${day}`, "BILL-1", "2.50", { date: `2025-05-0${day}` }));
  expect(openOn("2025-05-02", bill, parts)).toEqual(["5.00", "6.86"]);
  expect(openOn("2025-05-03", bill, parts)).toEqual(["2.50", "3.44"]);
  expect(openOn("2025-05-04", bill, parts)).toBeUndefined();
});
