// Bramble & Finch Limited: a British shop whose year ends on 5 April, who sells and buys in three currencies, waits for
// its money, and whose every posting comes from a document.

import { type Books, readOrganisation } from "../../books/read.ts";
import { type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { contactOf, tradeOf as tradeOfFirm } from "../firm/trade.ts";
import { idFor, monthsUpTo, together, type Written } from "../written.ts";
import { abroad } from "./abroad.ts";
import { budgetFor } from "./budget.ts";
import { accounts } from "./chart.ts";
import { contact, contactNames, tradeOf } from "./trade.ts";

const BRAMBLE_ID = idFor("bramble");
const MONTHS = 12;

export function bramble(today: Day): Books {
  const months = monthsUpTo(today, MONTHS);
  const first = months[0]?.start ?? today;
  return readOrganisation({
    Organisation: {
      OrganisationID: BRAMBLE_ID,
      Name: "Bramble & Finch Limited",
      LegalName: "Bramble & Finch Limited",
      PaysTax: true,
      Version: "UK",
      ...{ OrganisationType: "COMPANY", BaseCurrency: "GBP", CountryCode: "GB", IsDemoCompany: false, OrganisationStatus: "ACTIVE" },
      FinancialYearEndDay: numeral("5"),
      FinancialYearEndMonth: numeral("4"),
      SalesTaxBasis: "ACCRUALS",
      SalesTaxPeriod: "QUARTERLY1",
      ...{ Timezone: "GMTSTANDARDTIME", ShortCode: "!brmb1", Edition: "BUSINESS", Class: "STANDARD", CreatedDateUTC: startOf(first) },
    },
    Accounts: accounts(),
    Contacts: [...contactNames().map(contact), ...foreigners()].map((one) => ({ ...one, ContactStatus: "ACTIVE" })),
    TaxRates: [
      rate("OUTPUT2", "20% (VAT on Income)", "20.0000"),
      rate("INPUT2", "20% (VAT on Expenses)", "20.0000"),
      rate("ZERORATEDOUTPUT", "Zero Rated Income", "0.0000"),
      rate("EXEMPTEXPENSES", "Exempt Expenses", "0.0000"),
      rate("NONE", "No VAT", "0.0000"),
    ],
    Currencies: [
      { Code: "GBP", Description: "British Pound" },
      { Code: "EUR", Description: "Euro" },
      { Code: "USD", Description: "United States Dollar" },
    ],
    ...together([...months.map(tradeOf), ...months.map((month) => tradeOfFirm(abroad, month))]),
    Budgets: [budgetFor(months)],
  });
}

function foreigners(): readonly Written[] {
  return [...abroad.customers, ...abroad.suppliers].map(({ name }) => contactOf(abroad, name));
}

function rate(TaxType: string, Name: string, percent: string): Written {
  const TaxComponents = [{ Name: "VAT", Rate: numeral(percent), IsCompound: false, IsNonRecoverable: false }];
  return { Name, TaxType, Status: "ACTIVE", DisplayTaxRate: numeral(percent), EffectiveRate: numeral(percent), TaxComponents };
}
