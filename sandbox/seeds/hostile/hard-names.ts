// A small importer all of whose names are hard to set: its own, its customers', its accounts', its documents' and what their lines say.

import { type Books, readOrganisation } from "../../books/read.ts";
import type { Day } from "../../exact/day.ts";
import { documentsOf } from "../firm/books.ts";
import { type Firm, NO_TAX } from "../firm/firm.ts";
import { chart, contacts, taxRates } from "../firm/organisation.ts";
import type { Written } from "../written.ts";
import { ARABIC, EMOJI, HEBREW, MARKS, MARKUP, TEMPLATE, TURNED, UNBROKEN, WIDEST } from "./names.ts";
import { organisationOf } from "./organisation.ts";

const MONTHS = 4;

const firm: Firm = {
  key: "hard-names",
  prefix: UNBROKEN.slice(0, 40),
  currency: "NZD",
  sales: NO_TAX,
  purchases: NO_TAX,
  customers: [
    { name: ARABIC, code: "200", what: HEBREW, from: 2_000, to: 4_000, days: [2], terms: 20, late: 5 },
    { name: HEBREW, code: "201", what: ARABIC, from: 1_000, to: 9_000, days: [4], terms: 20, late: 0, unpaid: 100 },
    { name: MARKUP, code: "202", what: MARKUP, from: 3_000, to: 8_000, days: [6], terms: 7, late: 0, unpaid: 100 },
    { name: MARKS, code: "200", what: WIDEST, from: 500, to: 900, days: [8], terms: 7, late: 9 },
    { name: EMOJI, code: "201", what: EMOJI, from: 700, to: 1_900, days: [9], terms: 7, late: 0, unpaid: 100 },
  ],
  suppliers: [
    { name: WIDEST, code: "300", what: MARKS, from: 900, to: 1_900, days: [3], terms: 20, late: 0, unpaid: 100 },
    { name: TURNED, code: "301", what: TURNED, from: 400, to: 800, days: [5], terms: 20, late: 2 },
    { name: UNBROKEN, code: "302", what: UNBROKEN, from: 800, to: 2_000, days: [7], terms: 20, late: 0, unpaid: 100 },
  ],
  standing: [{ what: TEMPLATE, who: TEMPLATE, code: "303", days: [1, 10], from: 20, to: 90 }],
  unreconciledDays: 30,
  voided: 0,
  drafts: 0,
  draftDays: 0,
};

export function hardNames(today: Day): Books {
  const documents = documentsOf(firm, today, MONTHS, null);
  return readOrganisation({
    Organisation: organisationOf(firm.key, MARKUP, today, MONTHS),
    Accounts: chart(firm, WIDEST, [
      ["200", ARABIC, "REVENUE"],
      ["201", EMOJI, "REVENUE"],
      ["202", MARKUP, "REVENUE"],
      ["300", WIDEST, "DIRECTCOSTS"],
      ["301", TURNED, "EXPENSE"],
      ["302", MARKS, "EXPENSE"],
      ["303", TEMPLATE, "EXPENSE"],
    ]),
    Contacts: contacts(firm),
    TaxRates: taxRates(EMOJI, [NO_TAX]),
    Currencies: [{ Code: firm.currency, Description: HEBREW }],
    ...documents,
    Invoices: (documents["Invoices"] ?? []).map(withReference),
  });
}

function withReference(document: Written, order: number): Written {
  return { ...document, Reference: REFERENCES[order % REFERENCES.length] };
}

const REFERENCES = [WIDEST, ARABIC, MARKUP, TURNED, MARKS, TEMPLATE, EMOJI];
