// The balance sheet in the order Xero prints it: assets, liabilities, net assets, equity. Balances are all movements up to the day; profit
// stands in equity as current year and retained earnings, so that net assets and total equity are equal to the last ten-thousandth.
import type { YearEnd } from "#lib/financial-year.ts";
import { type Books, byLabel, openBooks } from "#lib/reports/books.ts";
import { currentYearEarnings, isRetainedEarnings, retainedEarnings } from "#lib/reports/earnings.ts";
import type { Column } from "#lib/reports/report.ts";
import { listed, sectionRows } from "#lib/reports/section-rows.ts";
import { type Section, sectionLabels } from "#lib/reports/sections.ts";
import { type Draft, heading, type Layout, minus, plus, type Statement, totalRow, written } from "#lib/reports/statement.ts";

type Side = { rows: Draft[]; total: Draft; hidden: number };

export function balanceSheet(books: Books, columns: readonly Column[], hideZero: boolean, yearEnd: YearEnd): Statement {
  const layout = { ledger: openBooks(books), columns, hideZero };
  const assets = side(layout, "assets", "Assets", 1, ["bank", "currentAssets", "fixedAssets", "nonCurrentAssets"]);
  const liabilities = side(layout, "liabilities", "Liabilities", -1, ["currentLiabilities", "nonCurrentLiabilities"]);
  const netAssets = totalRow(
    { id: "total:netAssets", label: "Net Assets", kind: "total", parent: null, level: 0, sign: 1 },
    [plus(assets.total), minus(liabilities.total)],
    columns,
  );
  const equity = equityRows(layout, yearEnd);
  const drafts = [...assets.rows, ...liabilities.rows, netAssets, ...equity.rows];
  return { rows: drafts.map((draft) => written(draft, columns)), hiddenAccounts: assets.hidden + liabilities.hidden + equity.hidden };
}

function side(layout: Layout, name: string, label: string, sign: 1 | -1, sections: readonly Section[]): Side {
  const parts = sections.map((section) => balances(layout, section, name, sign));
  const total = totalRow(
    { id: `total:total${label}`, label: `Total ${label}`, kind: "subtotal", parent: null, level: 0, sign },
    parts.map((part) => plus(part.total)),
    layout.columns,
  );
  const rows = [heading(`section:${name}`, label, null, 0), ...parts.flatMap((part) => part.rows), total];
  return { rows, total, hidden: parts.reduce((count, part) => count + part.hidden, 0) };
}

function balances(layout: Layout, section: Section, parent: string, sign: 1 | -1): Side {
  const { rows, hidden } = listed(layout, section, 2);
  const total = { id: `subtotal:${section}`, label: `Total ${sectionLabels[section]}`, kind: "subtotal" as const, parent: `section:${parent}`, level: 1, sign };
  return { ...sectionRows(layout, section, total, rows), hidden };
}

function equityRows(layout: Layout, yearEnd: YearEnd): Side {
  const posted = layout.ledger.accountsIn("equity").filter((account) => !isRetainedEarnings(account));
  const { rows, hidden } = listed(layout, "equity", 1, posted);
  const accounts = [...rows, currentYearEarnings(layout, yearEnd), retainedEarnings(layout, yearEnd)].toSorted(byLabel);
  const total = { id: "total:totalEquity", label: "Total Equity", kind: "total" as const, parent: null, level: 0, sign: -1 as const };
  return { ...sectionRows(layout, "equity", total, accounts), hidden };
}
