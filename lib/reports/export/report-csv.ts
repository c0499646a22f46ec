// A stored report as comma-separated values: what it is, an empty line, then a line for each row and period as the API's flat rows have them.
import { csvLine } from "#lib/csv.ts";
import { reportFacts } from "#lib/reports/export/facts.ts";
import { flatRows } from "#lib/reports/flat-rows.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

const texts = ["section", "kind", "accountCode", "accountName", "period", "unit"] as const;
const figures = ["amount", "compareAmount", "variance"] as const;
/** Spreadsheets take a file without it for another alphabet. */
const byteOrderMark = "\uFEFF";

export function reportCsv(stored: StoredReport): string {
  const facts = reportFacts(stored).map((fact) => csvLine(fact));
  const rows = flatRows(stored.data).map((row) => csvLine([...texts.map((name) => row[name]), ...figures.map((name) => exact(row[name])), row.cell, exact(row.target)]));
  return `${byteOrderMark}${facts.join("")}${csvLine([])}${csvLine([...texts, ...figures, "cell", "target"])}${rows.join("")}`;
}

function exact(figure: string | null): { exact: string } | null {
  return figure === null ? null : { exact: figure };
}
