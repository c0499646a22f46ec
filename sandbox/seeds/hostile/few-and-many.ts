// The ends of what a chart of accounts can be: one account and nothing posted, and five hundred that all move in every month.

import { type Books, readOrganisation } from "../../books/read.ts";
import type { Day } from "../../exact/day.ts";
import { NO_TAX } from "../firm/firm.ts";
import { chart, taxRates } from "../firm/organisation.ts";
import { cents, dayIn, type Month, monthsUpTo, type Written } from "../written.ts";
import { ARABIC, EMOJI } from "./names.ts";
import { organisationOf } from "./organisation.ts";

const MONTHS = 4;
/** With the bank and the seven that Xero posts to itself: five hundred. */
const OTHERS = 492;
const TYPES = ["REVENUE", "DIRECTCOSTS", "EXPENSE", "OVERHEADS", "CURRENT", "FIXED", "CURRLIAB", "EQUITY"] as const;
const common = { TaxRates: taxRates("Tax", [NO_TAX]), Currencies: [{ Code: "NZD", Description: "New Zealand Dollar" }] };

export function oneAccount(today: Day): Books {
  const [bank] = chart({ currency: "NZD" }, "12-3456-7890123-01", []);
  return readOrganisation({ Organisation: organisationOf("one-account", ARABIC, today, MONTHS), Accounts: [bank], ...common });
}

export function manyAccounts(today: Day): Books {
  return readOrganisation({
    Organisation: organisationOf("many-accounts", EMOJI, today, MONTHS),
    Accounts: chart(
      { currency: "NZD" },
      "12-3456-7890123-02",
      others().map((order) => [codeOf(order), `Account ${order + 1} of very many`, TYPES[order % TYPES.length] ?? "EXPENSE"]),
    ),
    ...common,
    ManualJournals: monthsUpTo(today, MONTHS).map(everythingMoves),
  });
}

/** One line an account; the last account takes what is left over. */
function everythingMoves(month: Month): Written {
  const amounts = others().map((order) => cents((order % 2 === 0 ? -1 : 1) * (order + 1) * 1_037));
  const rest = amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0n);
  const lines = amounts.map((amount, order) => ({ AccountCode: codeOf(order), LineAmount: order === OTHERS - 1 ? -rest : amount, Description: `Line ${order + 1}` }));
  return { Narration: `Everything moves, ${month.label}`, Date: dayIn(month, 1), Status: "POSTED", LineAmountTypes: "NoTax", JournalLines: lines };
}

function others(): readonly number[] {
  return [...Array(OTHERS).keys()];
}

function codeOf(order: number): string {
  return `M${String(order + 1).padStart(3, "0")}`;
}
