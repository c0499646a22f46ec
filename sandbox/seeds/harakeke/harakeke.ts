// Harakeke Advisory Limited: a consulting firm in Auckland with some 2.5 million a year, two years of history, and a
// little of everything that books can hold.

import { type Books, readOrganisation } from "../../books/read.ts";
import { addDays, addMonths, type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { idFor, monthsUpTo, together, type Written } from "../written.ts";
import { paymentRuns } from "./batches.ts";
import { accounts } from "./chart.ts";
import { contacts } from "./contacts.ts";
import { creditsOf } from "./credits.ts";
import { gstReturns } from "./gst.ts";
import { costOfKits, itemsOf } from "./items.ts";
import { journalsOf } from "./journals.ts";
import { moneyOf } from "./money.ts";
import { conversionBalance, payrollOf } from "./payroll.ts";
import { purchasesOf } from "./purchases.ts";
import { salesOf } from "./sales.ts";
import { supplierCreditsOf } from "./supplier-credits.ts";
import { trackingCategories } from "./tracking.ts";
import { budgetFor } from "./budget.ts";

const HARAKEKE_ID = idFor("harakeke");
const MONTHS = 25;
const KINDS = [salesOf, purchasesOf, moneyOf, journalsOf, creditsOf, supplierCreditsOf];

export function harakeke(today: Day): Books {
  const months = monthsUpTo(today, MONTHS);
  const first = months[0]?.start ?? today;
  const documents = together(months.flatMap((month) => KINDS.map((kindOf) => kindOf(month))));
  const OtherPostings = [conversionBalance(first), ...months.flatMap(payrollOf), ...costOfKits(documents)];
  return readOrganisation({
    Organisation: organisation(first, today),
    Accounts: accounts(),
    Contacts: contacts(),
    TaxRates: taxRates(),
    Currencies: [
      { Code: "NZD", Description: "New Zealand Dollar" },
      { Code: "USD", Description: "United States Dollar" },
      { Code: "AUD", Description: "Australian Dollar" },
    ],
    TrackingCategories: trackingCategories(),
    Items: itemsOf(documents),
    ...together([documents, gstReturns(documents, months), paymentRuns(documents)]),
    Budgets: [budgetFor(months)],
    OtherPostings,
  });
}

function organisation(first: Day, today: Day): Written {
  return {
    ...{ OrganisationID: HARAKEKE_ID, Name: "Harakeke Advisory Limited", LegalName: "Harakeke Advisory Limited", PaysTax: true },
    ...{ Version: "NZ", OrganisationType: "COMPANY", OrganisationEntityType: "COMPANY", BaseCurrency: "NZD", CountryCode: "NZ" },
    ...{ IsDemoCompany: false, OrganisationStatus: "ACTIVE", FinancialYearEndDay: numeral("31"), FinancialYearEndMonth: numeral("3") },
    ...{ SalesTaxBasis: "INVOICE", SalesTaxPeriod: "TWOMONTHS", DefaultSalesTax: "Tax Exclusive", DefaultPurchasesTax: "Tax Exclusive" },
    ...{ CreatedDateUTC: startOf(addDays(first, -20)), Timezone: "NEWZEALANDSTANDARDTIME", ShortCode: "!hrkk1", Edition: "BUSINESS" },
    ...{ Class: "PREMIUM", PeriodLockDate: addDays(addMonths(`${today.slice(0, 8)}01`, -6), -1) },
  };
}

function taxRates(): readonly Written[] {
  const rate = (TaxType: string, Name: string, percent: string, ReportTaxType: string): Written => ({
    ...{ Name, TaxType, ReportTaxType, Status: "ACTIVE", DisplayTaxRate: numeral(percent), EffectiveRate: numeral(percent) },
    ...{ CanApplyToAssets: true, CanApplyToEquity: true, CanApplyToExpenses: true, CanApplyToLiabilities: true, CanApplyToRevenue: true },
    TaxComponents: [{ Name: "GST", Rate: numeral(percent), IsCompound: false, IsNonRecoverable: false }],
  });
  return [
    rate("OUTPUT2", "15% GST on Income", "15.0000", "OUTPUT"),
    rate("INPUT2", "15% GST on Expenses", "15.0000", "INPUT"),
    rate("ZERORATED", "Zero Rated", "0.0000", "OUTPUT"),
    rate("NONE", "No GST", "0.0000", "NONE"),
  ];
}
