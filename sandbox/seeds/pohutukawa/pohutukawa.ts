// Pōhutukawa Catering Limited: the messy one. Voided and forgotten documents, archived accounts, corrections below the lock date, a contact
// that exists twice, and a connection that somebody made who has left: it is given by another Xero login and ends.

import { type Books, readOrganisation } from "../../books/read.ts";
import { type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { movement } from "../firm/bank.ts";
import { documentsOf } from "../firm/books.ts";
import { NO_TAX } from "../firm/firm.ts";
import { chart, contacts, taxRates } from "../firm/organisation.ts";
import { idFor, monthsUpTo, together, units } from "../written.ts";
import { firm } from "./firm.ts";
import { lockDate, ofArchivedAccounts, takenBack, touchedLately } from "./mess.ts";

const MONTHS = 13;
const ARCHIVED = { Status: "ARCHIVED" };

export function pohutukawa(today: Day): Books {
  const first = monthsUpTo(today, MONTHS)[0]?.start ?? today;
  const documents = touchedLately(documentsOf(firm, today, MONTHS, "Inland Revenue"), today);
  const capital = { what: "Funds introduced", who: "The owners", code: "970", date: first, today, amount: units(52_000), comesIn: true };
  const Name = "Pōhutukawa Catering Limited";
  return readOrganisation({
    Organisation: {
      ...{ OrganisationID: idFor(firm.key), Name, LegalName: Name, PaysTax: true, Version: "NZ", OrganisationType: "COMPANY" },
      ...{ BaseCurrency: "NZD", CountryCode: "NZ", IsDemoCompany: false, OrganisationStatus: "ACTIVE", PeriodLockDate: lockDate(today) },
      ...{ FinancialYearEndDay: numeral("31"), FinancialYearEndMonth: numeral("3"), SalesTaxBasis: "INVOICE", SalesTaxPeriod: "QUARTERLY1" },
      ...{ Timezone: "NEWZEALANDSTANDARDTIME", ShortCode: "!phtk1", Edition: "BUSINESS", Class: "STARTER", CreatedDateUTC: startOf(first) },
    },
    Consent: { User: "sam.taylor", Lapses: true },
    Accounts: chart(firm, "12-3140-0077123-00", [
      ["200", "Catering", "REVENUE"],
      ["210", "Private functions", "REVENUE"],
      ["310", "Food", "DIRECTCOSTS"],
      ["315", "Wine and beer", "DIRECTCOSTS"],
      ["320", "Hire of equipment", "DIRECTCOSTS"],
      ["404", "Bank fees", "EXPENSE"],
      ["408", "Food truck fees", "EXPENSE", ARCHIVED],
      ["412", "Bookkeeping (old)", "EXPENSE", ARCHIVED],
      ["429", "General expenses (do not use)", "EXPENSE", ARCHIVED],
      ["445", "Light, power and heating", "EXPENSE"],
      ["449", "Motor vehicle expenses", "EXPENSE"],
      ["469", "Rent", "EXPENSE"],
      ["477", "Wages and salaries", "EXPENSE"],
      ["970", "Funds introduced", "EQUITY"],
      ["980", "Drawings", "EQUITY"],
    ]),
    Contacts: contacts(firm, ["Inland Revenue", "Waterfront Council", "Tidy Books"]),
    TaxRates: taxRates("GST", [firm.sales, firm.purchases, NO_TAX]),
    Currencies: [{ Code: "NZD", Description: "New Zealand Dollar" }],
    ...together([documents, ofArchivedAccounts(today, MONTHS), takenBack(documents), { BankTransactions: movement(firm, capital) }]),
  });
}
