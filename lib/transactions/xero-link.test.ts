import { expect, test } from "vitest";
import { xeroLink } from "#lib/transactions/xero-link.ts";

test("a document opens in Xero in its own organisation", () => {
  expect(xeroLink("!abC1", { type: "INVOICE", xeroType: "ACCREC", xeroId: "x-1" })).toBe("https://go.xero.com/app/!abC1/invoicing/view/x-1");
  expect(xeroLink("!abC1", { type: "CREDIT_NOTE", xeroType: "ACCPAYCREDIT", xeroId: "x-2" })).toBe(
    "https://go.xero.com/organisationlogin/default.aspx?shortcode=!abC1&redirecturl=/AccountsPayable/ViewCreditNote.aspx?creditNoteID=x-2",
  );
});

test("without a short code there is no link, rather than one into another organisation", () => {
  expect(xeroLink(null, { type: "INVOICE", xeroType: "ACCREC", xeroId: "x-1" })).toBeNull();
});
