// What the hostile books have in common: New Zealand, and a name of their own.

import { type Day, startOf } from "../../exact/day.ts";
import { numeral } from "../../exact/json.ts";
import { idFor, monthsUpTo, type Written } from "../written.ts";

export function organisationOf(key: string, Name: string, today: Day, months: number): Written {
  return {
    ...{ OrganisationID: idFor(key), Name, LegalName: Name, PaysTax: false, Version: "NZ", OrganisationType: "COMPANY" },
    ...{ BaseCurrency: "NZD", CountryCode: "NZ", IsDemoCompany: false, OrganisationStatus: "ACTIVE" },
    ...{ FinancialYearEndDay: numeral("31"), FinancialYearEndMonth: numeral("3") },
    ...{ Timezone: "NEWZEALANDSTANDARDTIME", ShortCode: `!${key.slice(0, 5)}`, Edition: "BUSINESS", Class: "STANDARD" },
    CreatedDateUTC: startOf(monthsUpTo(today, months)[0]?.start ?? today),
  };
}
