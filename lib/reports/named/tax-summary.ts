// Sales tax of some days by type: what it is on, the tax, and both together, for sales, for purchases, and by journals; and beneath, that this is what
// the tax account moved by: opening, charged, claimed, adjusted, paid, closing, with the difference.
import { addDays, type Day } from "#lib/day.ts";
import { type Money, sum } from "#lib/money.ts";
import type { Ledger, Span } from "#lib/reports/books.ts";
import { type FigureRow, moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import { type TaxHeap, type TaxLines, type TaxOfType, type TaxSide, taxSides } from "#lib/reports/named/tax-lines.ts";
import type { Cell, Column, Proof, Row } from "#lib/reports/report.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import type { Account } from "#lib/reports/sections.ts";
import { signed } from "#lib/reports/statement.ts";

export type TaxFacts = {
  lines: TaxLines;
  ledger: Ledger;
  taxAccounts: readonly Account[];
  days: { from: Day; to: Day };
  /** "15% GST on Income (OUTPUT2, 15%)" */
  labelOf: (taxType: string | null) => string;
};

const columnIds = ["net", "tax", "gross"];
const sides: Record<TaxSide, { label: string; total: string; sign: 1 | -1 }> = {
  sales: { label: "Sales", total: "Total sales", sign: -1 },
  purchases: { label: "Purchases", total: "Total purchases", sign: 1 },
  adjustments: { label: "Adjustments by journals", total: "Total adjustments", sign: -1 },
};
/** Of a tax account: what is owed is positive. */
const owed = -1;

export function taxSummaryColumns({ from, to }: TaxFacts["days"]): Column[] {
  const labels = { net: "Net", tax: "Tax", gross: "Gross" };
  return Object.entries(labels).map(([id, label]) => ({ id, kind: "figure", label, start: from, end: to }));
}

/** Days whose balances the report needs. */
export function taxSummarySpans({ from, to }: TaxFacts["days"]): Span[] {
  return [{ start: null, end: addDays(from, -1) }, { start: null, end: to }, { start: from, end: to }];
}

export function taxSummary(facts: TaxFacts): Row[] {
  const parts = taxSides.map((side) => sideRows(facts, side));
  const tie = facts.taxAccounts.length === 0 ? [] : accountRows(facts, parts.map(({ total }) => total));
  return [...parts.flatMap(({ rows }) => rows), ...tie];
}

function sideRows(facts: TaxFacts, side: TaxSide): { rows: Row[]; total: FigureRow } {
  const { label, total: words, sign } = sides[side];
  const types = facts.lines.byType.filter((each) => each.side === side && (each.net.net !== 0n || each.tax.net !== 0n)).toSorted((one, other) => (one.taxType ?? "").localeCompare(other.taxType ?? ""));
  const parent = `section:${side}`;
  const rows = types.map((each) => typeRow(facts, each, parent, sign));
  const total = sumRow({ id: `subtotal:${side}`, parent, kind: "subtotal", label: words, level: 0, sign }, rows.map((row) => ({ row, factor: 1 })), columnIds);
  const heading = plainRow({ id: parent, parent: null, kind: "section", label, level: 0, sign });
  return { rows: [heading, ...rows.map(({ row }) => row), total.row], total };
}

function typeRow({ days, labelOf }: TaxFacts, { side, taxType, net, tax }: TaxOfType, parent: string, sign: 1 | -1): FigureRow {
  const [ofNet, ofTax] = [signed(sign, net.net), signed(sign, tax.net)];
  const cells = [
    moneyCell("net", ofNet, linesOf(net, days, { taxType })),
    moneyCell("tax", ofTax, linesOf(tax, days, { taxType, isTax: true })),
    moneyCell("gross", ofNet + ofTax, { kind: "across", of: [{ column: "net", factor: 1 }, { column: "tax", factor: 1 }] }),
  ];
  const head = { id: `tax:${side}:${taxType ?? ""}`, parent, kind: "account" as const, label: labelOf(taxType), level: 1, sign };
  return { row: plainRow(head, cells), amounts: new Map([["net", ofNet], ["tax", ofTax], ["gross", ofNet + ofTax]]) };
}

function linesOf({ accounts, documentTypes }: TaxHeap, { from, to }: TaxFacts["days"], only: { taxType?: string | null; isTax?: boolean }): Proof {
  return { kind: "lines", accounts, from, to, only: { ...only, documentTypes } };
}

/** One column, tax: what is owed is positive. */
function accountRows(facts: TaxFacts, [sales, purchases, adjustments]: readonly FigureRow[]): Row[] {
  const { lines, ledger, taxAccounts, days } = facts;
  const ids = taxAccounts.map(({ id }) => id);
  const [before, ever] = [{ start: null, end: addDays(days.from, -1) }, { start: null, end: days.to }];
  const at = (id: string, label: string, span: Span) => tieRow(id, label, signed(owed, sum(ids.map((account) => ledger.net(account, span)))), { kind: "lines", accounts: ids, from: span.start, to: span.end });
  const opening = at("tie:opening", "Opening balance", before);
  const terms = [
    { row: opening, factor: 1 as const },
    ...(sales ? [{ row: sales, factor: 1 as const }] : []),
    ...(purchases ? [{ row: purchases, factor: -1 as const }] : []),
    ...(adjustments ? [{ row: adjustments, factor: 1 as const }] : []),
    { row: heapRow("tie:paid", "Received from the tax office, less paid to it", lines.paid, days), factor: 1 as const },
    { row: heapRow("tie:byJournals", "Coded to the tax account by journals", lines.byJournals, days), factor: 1 as const },
    { row: heapRow("tie:byOthers", "Coded to the tax account by other documents", lines.byOthers, days), factor: 1 as const },
  ];
  const expected = sumRow({ ...head("tie:expected", "Opening + charged − claimed + all of these"), kind: "subtotal" }, terms, ["tax"]);
  const closing = at("tie:closing", "Closing balance", ever);
  const difference = sumRow({ ...head("check:tax", "Difference"), kind: "subtotal" }, [{ row: closing, factor: 1 }, { row: expected, factor: -1 }], ["tax"]);
  const title = plainRow({ id: "section:tie", parent: null, kind: "section", label: `How it ties to ${taxAccounts.map(({ name }) => name).join(" and ")}`, level: 0, sign: owed });
  const own = terms.filter(({ row }) => row.row.parent === "section:tie").map(({ row }) => row.row);
  return [title, ...own, expected.row, closing.row, difference.row, ...besides(facts, ever)];
}

function head(id: string, label: string) {
  return { id, parent: "section:tie", kind: "account" as const, label, level: 1, sign: owed as -1 };
}

function tieRow(id: string, label: string, amount: Money, proof: Proof): FigureRow {
  return { row: plainRow(head(id, label), [moneyCell("tax", amount, proof)]), amounts: new Map([["tax", amount]]) };
}

function heapRow(id: string, label: string, heap: TaxHeap, days: TaxFacts["days"]): FigureRow {
  return tieRow(id, label, signed(owed, heap.net), linesOf(heap, days, { isTax: false }));
}

/** What Xero's trial balance has on the tax accounts at the end and the ledger has not: a return that was filed there, for one. In no total. */
function besides({ ledger, taxAccounts }: TaxFacts, ever: Span): Row[] {
  const differences = differencesOf({ ledger, columns: [], hideZero: true }, taxAccounts, ever, owed, both);
  const amount = signed(owed, sum(taxAccounts.flatMap(({ id }) => ledger.residuals(id, ever)).map(both)));
  const cells: Cell[] = [moneyCell("tax", amount, { kind: "tieOut", differences })];
  return differences.length === 0 ? [] : [plainRow({ ...head("residual:tax", "What Xero's trial balance has besides at the end"), kind: "residual" }, cells)];
}
