import { exampleReport } from "#lib/reports/examples.ts";
import type { Row, StatementReport } from "#lib/reports/report.ts";

const columns = [
  { id: "total", kind: "total", label: "Total", start: "2026-10-01", end: "2026-10-31" },
  { id: "compare", kind: "compare", label: "Oct 2025", start: "2025-10-01", end: "2025-10-31" },
  { id: "variance", kind: "variance", label: "Change", start: null, end: "2026-10-31" },
  { id: "percent", kind: "percent", label: "Change", start: null, end: "2026-10-31" },
] as const;

/** A statement with a row of each kind that one can have. */
export const statementSample: StatementReport = {
  ...statement(),
  comparison: { kind: "previousYear", start: "2025-10-01", end: "2025-10-31" },
  columns: [...columns],
  rows: [
    row("section:income", "section", "Trading Income", null, []),
    row("account:sales", "account", "Sales", "200", ["135500.00", "120000.00", "15500.00", "12.92"], "section:income"),
    row("account:interest", "account", "Interest Received", "270", ["0.00", "31.40", "-31.40", null], "section:income"),
    row("residual:income", "residual", "Unexplained difference to Xero", null, ["0.03", "0.00", "0.03", null], "section:income"),
    row("total:income", "subtotal", "Total Trading Income", null, ["135500.03", "120031.40", "15468.63", "12.89"], "section:income"),
    row("section:costs", "section", "Operating Expenses", null, []),
    row("account:rent", "account", "Rent", "469", ["-98765.43", "-90000.00", "-8765.43", "9.74"], "section:costs"),
    row("total:costs", "subtotal", "Total Operating Expenses", null, ["-98765.43", "-90000.00", "-8765.43", "9.74"], "section:costs"),
    row("total:net", "total", "Net Profit", null, ["36734.60", "30031.40", "6703.20", "22.32"]),
  ],
  parameters: { ...statement().parameters, compare: "previousYear" },
};

function statement(): StatementReport {
  if (exampleReport.type !== "PROFIT_LOSS") throw new Error("The example is another report.");
  return exampleReport;
}

function row(id: string, kind: Row["kind"], label: string, accountCode: string | null, values: readonly (string | null)[], section: string | null = null): Row {
  const cells = values.map((value, order) => {
    const column = columns[order] ?? columns[0];
    const reason = value === null ? "Nothing to compare with" : null;
    return { column: column.id, value, reason, unit: column.kind === "percent" ? ("percent" as const) : ("money" as const), proof: { kind: "words" as const, sentence: "A sample." } };
  });
  const level = kind === "account" || kind === "residual" ? 1 : 0;
  const parent = kind === "account" || kind === "residual" || kind === "subtotal" ? section : null;
  return { id, parent, kind, label, level, accountId: accountCode, accountCode, sign: 1, cells };
}
