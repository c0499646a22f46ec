// Cedar Hollow Roasters LLC: an American coffee roaster in a state without sales tax, whose bookkeeper left: nothing that went through the
// bank has been reconciled for two months.

import { type Books, readOrganisation } from "../../books/read.ts";
import { addDays, type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { movement } from "../firm/bank.ts";
import { documentsOf } from "../firm/books.ts";
import { type Firm, NO_TAX } from "../firm/firm.ts";
import { chart, contacts, taxRates } from "../firm/organisation.ts";
import { idFor, monthsUpTo, together, units } from "../written.ts";

const MONTHS = 13;

const firm: Firm = {
  key: "cedar-hollow",
  prefix: "CH",
  currency: "USD",
  sales: NO_TAX,
  purchases: NO_TAX,
  customers: [
    { name: "Pine Street Grocers", code: "200", what: "Wholesale coffee", from: 2_600, to: 4_400, days: [3, 17], terms: 15, late: 2 },
    { name: "Rose City Bakehouse", code: "200", what: "Wholesale coffee", from: 1_800, to: 2_900, days: [6, 20], terms: 15, late: 4 },
    { name: "Lakeview Hotel Group", code: "200", what: "House blend, monthly order", from: 5_200, to: 7_800, days: [10], terms: 30, late: 11 },
    { name: "Marlow & Finn Cafés", code: "200", what: "Single origin", from: 1_500, to: 3_200, days: [8, 23], terms: 15, late: 1 },
    { name: "Columbia Tech Campus", code: "210", what: "Espresso bar service", from: 3_400, to: 3_400, days: [1], terms: 30, late: 8 },
  ],
  suppliers: [
    { name: "Andes Green Importers", code: "310", what: "Green coffee", from: 8_200, to: 12_600, days: [5], terms: 30, late: 0 },
    { name: "Portland Packaging Co.", code: "315", what: "Bags and valves", from: 1_300, to: 2_200, days: [12], terms: 30, late: 3 },
    { name: "Willamette Properties", code: "469", what: "Roastery rent", from: 4_850, to: 4_850, days: [1], terms: 5, late: 0 },
    { name: "Northwest Power & Light", code: "445", what: "Power and gas", from: 610, to: 980, days: [19], terms: 21, late: 2 },
    { name: "Freightline Delivery", code: "320", what: "Deliveries", from: 700, to: 1_250, days: [25], terms: 15, late: 4 },
    { name: "Roaster Care Services", code: "473", what: "Service of the drum roaster", from: 420, to: 900, days: [16], months: [2, 5, 8, 11], terms: 15, late: 0 },
  ],
  standing: [
    { what: "Card takings", who: "Counter sales", code: "205", days: [2, 7, 9, 14, 16, 21, 23, 28], from: 1_050, to: 1_720, comesIn: true },
    { what: "Wages", who: "Staff", code: "477", days: [15, 30], from: 6_300, to: 6_900 },
    { what: "Payroll tax", who: "United States Treasury", code: "478", days: [15], from: 1_750, to: 1_980 },
    { what: "Subscriptions", who: "Bright Desk Software", code: "485", days: [4], from: 189, to: 189 },
    { what: "Account fee", who: "Cascade Community Bank", code: "404", days: [30], from: 25, to: 25 },
  ],
  unreconciledDays: 61,
  voided: 2,
  drafts: 15,
  draftDays: 7,
};

// Seeds count from the day in New Zealand, when it is still the day before in Oregon.
export function cedarHollow(seedDay: Day): Books {
  const today = addDays(seedDay, -1);
  const first = monthsUpTo(today, MONTHS)[0]?.start ?? today;
  const capital = { what: "Members' capital", who: "The members", code: "970", date: first, today, amount: units(22_000), comesIn: true };
  const Name = "Cedar Hollow Roasters LLC";
  return readOrganisation({
    Organisation: {
      ...{ OrganisationID: idFor(firm.key), Name, LegalName: Name, PaysTax: false, Version: "US", OrganisationType: "COMPANY" },
      ...{ BaseCurrency: "USD", CountryCode: "US", IsDemoCompany: false, OrganisationStatus: "ACTIVE" },
      ...{ FinancialYearEndDay: numeral("31"), FinancialYearEndMonth: numeral("12") },
      ...{ Timezone: "PACIFICSTANDARDTIME", ShortCode: "!cdrh1", Edition: "BUSINESS", Class: "STANDARD", CreatedDateUTC: startOf(first) },
    },
    Accounts: chart(firm, "125000024 7781204", [
      ["200", "Wholesale sales", "REVENUE"],
      ["205", "Counter sales", "REVENUE"],
      ["210", "Espresso bar contracts", "REVENUE"],
      ["310", "Green coffee", "DIRECTCOSTS"],
      ["315", "Packaging", "DIRECTCOSTS"],
      ["320", "Freight and delivery", "DIRECTCOSTS"],
      ["404", "Bank fees", "EXPENSE"],
      ["445", "Utilities", "EXPENSE"],
      ["469", "Rent", "EXPENSE"],
      ["473", "Repairs and maintenance", "EXPENSE"],
      ["477", "Wages", "EXPENSE"],
      ["478", "Payroll taxes", "EXPENSE"],
      ["485", "Subscriptions", "EXPENSE"],
      ["970", "Members' capital", "EQUITY"],
    ]),
    Contacts: contacts(firm, ["The members"]),
    TaxRates: taxRates("Tax", [NO_TAX]),
    Currencies: [{ Code: "USD", Description: "United States Dollar" }],
    ...together([documentsOf(firm, today, MONTHS, null), { BankTransactions: movement(firm, capital) }]),
  });
}
