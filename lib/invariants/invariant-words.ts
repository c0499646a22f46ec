// Each invariant in words, and what its two sides are.
import type { Invariant } from "#db/vocabulary.ts";

export const invariantWords: Record<Invariant, { says: string; one: string; other: string }> = {
  debitsEqualCredits: { says: "Debits equal credits, in every month", one: "Debits", other: "Credits" },
  netAssetsEqualEquity: { says: "Assets less liabilities equal equity", one: "Net assets", other: "Equity" },
  profitIsCurrentYearEarnings: { says: "The profit is what current year earnings gained", one: "Net profit", other: "Change in current year earnings" },
  cashFlowIsChangeInBank: { says: "The cash flow is what bank accounts gained", one: "Net change in cash", other: "Change of bank accounts" },
  receivablesEqualControl: { says: "What customers owe by their documents is what the ledger has on receivables", one: "Documents", other: "Ledger" },
  payablesEqualControl: { says: "What is owed to suppliers by their documents is what the ledger has on payables", one: "Documents", other: "Ledger" },
};
