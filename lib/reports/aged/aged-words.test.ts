import { expect, test } from "vitest";
import { ageInWords, controlWords } from "#lib/reports/aged/aged-words.ts";
import type { OpenDocumentFacts } from "#lib/reports/report.ts";

const invoice: OpenDocumentFacts = {
  ...{ id: "1", xeroId: "1", xeroType: "ACCREC", number: "INV-1", reference: null, date: "2026-09-20", dueDate: "2026-10-20", agedFrom: "2026-10-20", days: 11 },
  ...{ currency: "NZD", rate: "1", total: "10.00", outstanding: "10.00", baseTotal: "10.00", settlements: [] },
  type: "INVOICE",
};

test("an age is said from the day it is counted from, and what is not due yet has none", () => {
  const byInvoiceDate = { agedFrom: "2026-09-20", days: 41 };
  expect(ageInWords(invoice)).toBe("due 20 Oct 2026, 11 days ago");
  expect(ageInWords({ ...invoice, days: 1 })).toBe("due 20 Oct 2026, 1 day ago");
  expect(ageInWords({ ...invoice, days: -3 })).toBe("due 20 Oct 2026");
  expect(ageInWords({ ...invoice, ...byInvoiceDate })).toBe("of 20 Sep 2026, 41 days ago");
  expect(ageInWords({ ...invoice, ...byInvoiceDate, dueDate: null })).toBe("of 20 Sep 2026, 41 days ago");
  expect(ageInWords({ ...invoice, ...byInvoiceDate, type: "CREDIT_NOTE", dueDate: null })).toBe("of 20 Sep 2026, 41 days ago");
});

test("only what ties to the cent is green, and a difference that cents cannot explain is a warning", () => {
  const control = { accountId: "1", accountName: "Accounts Receivable", documents: "10.00", ledger: "10.00", difference: "0.00", allowed: "0.02" };
  expect(controlWords(control)).toEqual({ tone: "success", sentence: "Ties to Accounts Receivable" });
  expect(controlWords({ ...control, difference: "-0.02" })).toEqual({ tone: "neutral", sentence: "Differs from Accounts Receivable by 0.02, cents of other currencies" });
  expect(controlWords({ ...control, difference: "0.03" })).toEqual({ tone: "warning", sentence: "Differs from Accounts Receivable by 0.03" });
});
