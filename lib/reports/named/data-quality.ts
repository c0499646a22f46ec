// What in the books asks to be looked at, as rows with their documents: bills that may be there twice, numbers missing from the invoices, journals of
// round sums, documents on archived accounts and such without a tax type. Nothing here says that anything is wrong.
import { dayLabel } from "#lib/day-label.ts";
import type { Day } from "#lib/day.ts";
import { documentsFigure } from "#lib/kpis/documents-figure.ts";
import { absolute, decimal, type Money, money, sum } from "#lib/money.ts";
import { moneyCell, plainRow } from "#lib/reports/cells.ts";
import { duplicateBills, type ListedBill, nearDays } from "#lib/reports/named/duplicate-bills.ts";
import { numberGaps } from "#lib/reports/named/number-gaps.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";

type Days = { from: Day; to: Day };
export type Listed = ListedBill;
export type Journal = { id: string; narration: string | null; date: Day; debits: Money };
/** `bills` and `invoices` reach beyond the days, to be compared with; the others are of them. */
export type QualityFacts = { days: Days; bills: readonly Listed[]; invoices: readonly (Listed & { status: string })[]; journals: readonly Journal[]; onArchived: readonly Listed[]; withoutTaxType: readonly Listed[] };

const count = "count";
const amount = "amount";
/** Journals of so many whole units, or a multiple of them. */
const roundUnits = 1000_0000n;
const kept = 50;

export function qualityColumns({ from, to }: Days): Column[] {
  return [
    { id: count, kind: "count", label: "How many", start: from, end: to },
    { id: amount, kind: "figure", label: "Amount", start: from, end: to },
  ];
}

export function dataQuality(facts: QualityFacts): Row[] {
  const { days, journals, onArchived, withoutTaxType } = facts;
  return [
    ...check("duplicateBills", "Bills that may be there twice", duplicates(facts)),
    ...check("missingNumbers", "Numbers missing from the invoices", gaps(facts)),
    ...check("withoutNumber", "Invoices without a number", facts.invoices.filter((each) => isWithin(each, days) && each.number === null && !["VOIDED", "DELETED"].includes(each.status)).map(documentFinding)),
    ...check("roundJournals", "Manual journals of whole thousands", journals.filter(({ debits }) => debits !== 0n && debits % roundUnits === 0n).map(journalFinding)),
    ...check("archivedAccounts", "Documents on archived accounts", onArchived.map(documentFinding)),
    ...check("withoutTaxType", "Documents with a line without a tax type", withoutTaxType.map(documentFinding)),
  ];
}

type Finding = { id: string; label: string; cells: Cell[] };

/** A check that found nothing says so. */
function check(id: string, label: string, findings: readonly Finding[]): Row[] {
  const parent = `section:${id}`;
  const rows = findings.map((finding) => plainRow({ id: `${id}:${finding.id}`, parent, kind: "document", label: finding.label, level: 0, sign: 1 }, finding.cells));
  return [plainRow({ id: parent, parent: null, kind: "section", label, level: 0, sign: 1 }), ...rows, plainRow({ ...(rows.length === 0 ? { id: `none:${id}`, kind: "document", label: "None found" } : { id: `subtotal:${id}`, kind: "subtotal", label: "Together" }), parent, level: 0, sign: 1 }, [count, amount].map((column) => sumOf(column, rows)))];
}

function sumOf(column: string, rows: readonly Row[]): Cell {
  const own = rows.flatMap(({ id, cells }) => cells.filter((cell) => cell.column === column).map(({ value }) => ({ id, value: value ?? "0" })));
  const proof = { kind: "sum" as const, of: own.map(({ id }) => ({ row: id, factor: 1 as const })) };
  if (column === count) return { column, value: String(own.reduce((all, { value }) => all + Number(value), 0)), reason: null, unit: "count", proof };
  return moneyCell(column, sum(own.map(({ value }) => money(value))), proof);
}

/** The amount of a group is what all but its first bill come to: what would be paid too much. */
function duplicates({ bills, days }: QualityFacts): Finding[] {
  return duplicateBills(bills).filter((group) => group.some((bill) => isWithin(bill, days))).map((group) => {
    const label = `${group[0]?.contactName ?? "Nobody"}: ${group.map(titleOf).join("; ")}`;
    return { id: group[0]?.id ?? "", label, cells: documentCells(group, group.slice(1)) };
  });
}

function gaps({ invoices, days }: QualityFacts): Finding[] {
  const numbersOf = (some: readonly Listed[]) => some.flatMap(({ number }) => number ?? []);
  return numberGaps(numbersOf(invoices), numbersOf(invoices.filter((each) => isWithin(each, days)))).map(({ from, to, count: missing, after, before }) => ({
    id: from,
    label: from === to ? from : `${from} to ${to}`,
    cells: [{ column: count, value: String(missing), reason: null, unit: "count", proof: { kind: "words", sentence: `no invoice of any status has a number between ${after} and ${before}` } }],
  }));
}

function journalFinding({ id, narration, date, debits }: Journal): Finding {
  const label = `${narration ?? "Without a narration"}, ${dayLabel(date)}`;
  const sentence = `the debits of the manual journal “${label}”, ${decimal(debits)}`;
  return { id, label, cells: [{ column: count, value: "1", reason: null, unit: "count", proof: { kind: "words", sentence } }, moneyCell(amount, debits, { kind: "words", sentence })] };
}

function documentFinding(document: Listed): Finding {
  return { id: document.id, label: [document.contactName, titleOf(document)].filter(Boolean).join(": "), cells: documentCells([document], [document]) };
}

function documentCells(counted: readonly Listed[], summed: readonly Listed[]): Cell[] {
  const named = (some: readonly Listed[]) => some.map((each) => ({ id: each.id, label: () => titleOf(each), amount: absolute(each.baseAmount) }));
  return [{ column: count, reason: null, ...documentsFigure(named(counted), "count", kept) }, { column: amount, reason: null, ...documentsFigure(named(summed), "amount", kept) }];
}

/** "BILL-7 of 3 Oct 2026" */
function titleOf({ number, reference, date }: Pick<Listed, "number" | "reference" | "date">): string {
  return `${number ?? reference ?? "without a number"} of ${dayLabel(date)}`;
}

function isWithin({ date }: { date: Day }, { from, to }: Days): boolean {
  return date >= from && date <= to;
}

export const qualityNotes = [
  "These are questions, not faults: nothing here was changed, and nothing says that a document is wrong.",
  `Bills may be the same where contact and amount are, and number or reference, or, where one of them has neither, their days within ${nearDays} days. Their amount is that of all but the first.`,
];
