// Who owes what, and for how long: contacts with their documents, the total, and beneath it how it ties to the ledger. Credits stand among the
// documents of their contact, or in a part of their own where they are not to be set off; prepayments always do.
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { type Side, sides, type Standing } from "#lib/ageing/side.ts";
import { type Money, money } from "#lib/money.ts";
import { type Aged, aged, agedColumns } from "#lib/reports/aged/buckets.ts";
import { shareCell, withShare } from "#lib/reports/aged/shares.ts";
import { type FigureRow, plainRow, sumRow } from "#lib/reports/cells.ts";
import { type ContactRows, contactRows } from "#lib/reports/aged/contact-rows.ts";
import { agedNotes } from "#lib/reports/aged/notes.ts";
import { controlRows, type LedgerBalance, prepaymentRows } from "#lib/reports/aged/tie-out-rows.ts";
import { type Circumstances, commonParts } from "#lib/reports/common-parts.ts";
import type { AgedParameters, AgedReport, Row } from "#lib/reports/report.ts";
import { type AgedType, titles } from "#lib/reports/report-types.ts";

export type AgedFacts = Circumstances & {
  type: AgedType;
  side: Side;
  parameters: AgedParameters;
  documents: readonly OpenDocument[];
  /** Null where the chart has no such account. */
  control: LedgerBalance | null;
  /** The accounts that open prepayments were posted to, with what lies there of them. */
  prepaid: readonly LedgerBalance[];
  /** What Xero's trial balance has on the control account besides our ledger, debit less credit. */
  besides: Money;
};

export function buildAgedReport(facts: AgedFacts): AgedReport {
  const { type, side, parameters } = facts;
  const columns = agedColumns(parameters);
  const { listed, credits, prepayments } = parts(facts);
  const { sign } = sides[side];
  const tieOut = controlRows([listed.total, ...(credits ? [credits.total] : [])], facts.control, foreignDocuments(facts), sign, parameters.asAt);
  const prepaid = prepayments ? [...prepayments.rows, ...prepaymentRows(prepayments.total, facts.prepaid, sign, parameters.asAt)] : [];
  const rows = [...listed.rows, ...(credits?.rows ?? []), ...tieOut.rows, ...prepaid];
  return {
    ...commonParts(facts, { start: null, end: parameters.asAt }, { hiddenAccounts: 0, notes: agedNotes(facts, tieOut.control, prepaidDifference(rows)) }),
    type,
    title: titles[type],
    basis: "accrual",
    comparison: null,
    columns,
    rows,
    control: tieOut.control,
    parameters,
  };
}

type Part = { rows: Row[]; total: FigureRow };

function parts({ side, parameters, documents }: AgedFacts): { listed: Part; credits: Part | null; prepayments: Part | null } {
  const all = documents.map((document) => aged(document, parameters));
  const of = (...standings: Standing[]) => all.filter(({ document }) => standings.includes(document.standing));
  const columns = agedColumns(parameters).flatMap(({ id, kind }) => (kind === "percent" ? [] : [id]));
  const { sign } = sides[side];
  const listed = parameters.showCredits ? of("owed", "credit") : of("owed");
  const apart = parameters.showCredits ? [] : of("credit");
  return {
    listed: listedPart(contactRows(listed, { group: "", parent: null, level: 0, sign }, columns), side, columns),
    credits: sectionPart("credits", "Credits not yet used", apart, sign, columns),
    prepayments: sectionPart("prepayments", "Prepayments, on accounts of their own", of("prepayment"), sign, columns),
  };
}

function listedPart(contacts: readonly ContactRows[], side: Side, columns: readonly string[]): Part {
  const { sign } = sides[side];
  const head = { id: `total:${side}`, parent: null, kind: "total" as const, label: side === "receivables" ? "Total receivables" : "Total payables", level: 0, sign };
  const sum = sumRow(head, contacts.map(({ contact }) => ({ row: contact, factor: 1 })), columns);
  const shares = columns.map((column) => shareCell(column, sum, sum, column));
  const share = plainRow({ id: `percent:${side}`, parent: null, kind: "share", label: "Percentage of total", level: 0, sign }, shares);
  const rows = contacts.flatMap(({ contact, documents }) => [withShare(contact, sum).row, ...documents]);
  return { rows: [...rows, withShare(sum, sum).row, share], total: sum };
}

function sectionPart(name: string, label: string, documents: readonly Aged[], sign: 1 | -1, columns: readonly string[]): Part | null {
  if (documents.length === 0) return null;
  const section = plainRow({ id: `section:${name}`, parent: null, kind: "section", label, level: 0, sign });
  const contacts = contactRows(documents, { group: `${name}:`, parent: section.id, level: 1, sign }, columns);
  const head = { id: `subtotal:${name}`, parent: section.id, kind: "subtotal" as const, label: `Total ${name === "credits" ? "credits" : "prepayments"}`, level: 1, sign };
  const sum = sumRow(head, contacts.map(({ contact }) => ({ row: contact, factor: 1 })), columns);
  return { rows: [section, ...contacts.flatMap(({ contact, documents: beneath }) => [contact.row, ...beneath]), sum.row], total: sum };
}

function foreignDocuments({ documents, organisation }: AgedFacts): number {
  return documents.filter(({ standing, currency }) => standing !== "prepayment" && currency !== organisation.currency).length;
}

function prepaidDifference(rows: readonly Row[]): Money {
  return money(rows.find(({ id }) => id === "residual:prepayments")?.cells[0]?.value ?? "0");
}
