import type { AccountClass } from "#db/vocabulary.ts";

/** The sections that Xero lists accounts in where it lists all of them. */
export const classSections: readonly { id: string; label: string; class: AccountClass }[] = [
  { id: "section:revenue", label: "Revenue", class: "REVENUE" },
  { id: "section:expenses", label: "Expenses", class: "EXPENSE" },
  { id: "section:assets", label: "Assets", class: "ASSET" },
  { id: "section:liabilities", label: "Liabilities", class: "LIABILITY" },
  { id: "section:equity", label: "Equity", class: "EQUITY" },
];
