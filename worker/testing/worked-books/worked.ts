// Books as somebody outside would write them from docs/books-format.md, and beside them the figures an accountant works out by hand. The
// figures are the test: they are written down before anything is run, and nothing of ours computes them.

/** Figures by the name that a statement prints; what is nil is left out. */
type Figures = Record<string, string>;

export type Worked = {
  books: { Organisation: ReturnType<typeof organisation>; [collection: string]: unknown };
  /** By "first day … last day", with Gross Profit and Net Profit. */
  profitAndLoss?: Record<string, Figures>;
  /** By day, with Total Assets, Total Liabilities and Net Assets. */
  balanceSheet?: Record<string, Figures>;
  /** By a day at which Xero's trial balance is read, debits positive, profit accounts since the year began. */
  trialBalance?: Record<string, Figures>;
  /** What the sync has to say; nothing unless something is said here. */
  warnings?: string[];
};

/** An organisation's own facts. */
export function organisation(number: number, Name: string, BaseCurrency: string, yearEnd: readonly [day: number, month: number], CountryCode = "NZ") {
  const [FinancialYearEndDay, FinancialYearEndMonth] = yearEnd;
  const OrganisationID = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  return { OrganisationID, Name, BaseCurrency, CountryCode, Timezone: "UTC", FinancialYearEndDay, FinancialYearEndMonth };
}

/** Tax rates of these types, all of which can be claimed. */
export function taxRates(...types: readonly string[]) {
  return types.map((TaxType) => ({ Name: TaxType, TaxType }));
}
