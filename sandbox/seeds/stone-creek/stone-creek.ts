// Stone Creek Builders Pty Ltd: an Australian builder that belongs to a group, invoices its sister and is billed by its parent, and whose
// cash runs low in the seventh week from now, by the documents that are open today.

import { type Books, readOrganisation } from "../../books/read.ts";
import { type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { documentsOf } from "../firm/books.ts";
import { NO_TAX } from "../firm/firm.ts";
import { chart, contacts, taxRates } from "../firm/organisation.ts";
import { idFor, monthsUpTo, together } from "../written.ts";
import { firm } from "./firm.ts";
import { ahead, sweeps } from "./group.ts";

const MONTHS = 13;

export function stoneCreek(today: Day): Books {
  const first = monthsUpTo(today, MONTHS)[0]?.start ?? today;
  const traded = documentsOf(firm, today, MONTHS, "Australian Taxation Office");
  const documents = together([traded, sweeps(traded, first, today)]);
  const Name = "Stone Creek Builders Pty Ltd";
  return readOrganisation({
    Organisation: {
      ...{ OrganisationID: idFor(firm.key), Name, LegalName: Name, PaysTax: true, Version: "AU", OrganisationType: "COMPANY" },
      ...{ BaseCurrency: "AUD", CountryCode: "AU", IsDemoCompany: false, OrganisationStatus: "ACTIVE" },
      ...{ FinancialYearEndDay: numeral("30"), FinancialYearEndMonth: numeral("6"), SalesTaxBasis: "ACCRUALS", SalesTaxPeriod: "QUARTERLY1" },
      ...{ Timezone: "AUSEASTERNSTANDARDTIME", ShortCode: "!stnc1", Edition: "BUSINESS", Class: "STANDARD", CreatedDateUTC: startOf(first) },
    },
    Accounts: chart(firm, "083-004 11223344", [
      ["200", "Construction income", "REVENUE"],
      ["210", "Renovations", "REVENUE"],
      ["230", "Recharges to group companies", "REVENUE"],
      ["310", "Materials", "DIRECTCOSTS"],
      ["315", "Plant hire from group companies", "DIRECTCOSTS"],
      ["320", "Subcontractors", "DIRECTCOSTS"],
      ["404", "Bank fees", "EXPENSE"],
      ["433", "Insurance", "EXPENSE"],
      ["469", "Rent", "EXPENSE"],
      ["477", "Wages and salaries", "EXPENSE"],
      ["478", "Superannuation", "EXPENSE"],
      ["490", "Group management fees", "EXPENSE"],
      ["880", "Loan from Stone Creek Holdings", "TERMLIAB"],
      ["970", "Share capital", "EQUITY"],
    ]),
    Contacts: contacts(firm, ["Australian Taxation Office"]),
    TaxRates: taxRates("GST", [firm.sales, firm.purchases, NO_TAX]),
    Currencies: [{ Code: "AUD", Description: "Australian Dollar" }],
    ...together([documents, ahead(documents, first, today)]),
  });
}
