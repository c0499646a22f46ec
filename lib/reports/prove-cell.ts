// The lines behind a cell, a page at a time, each with its document. Bounded by the ledger sequence that the report saw: what was posted,
// reversed or voided afterwards is not among them, so a stored cell stays provable when the books move.
import type { Query } from "#db/index.ts";
import { batchesInBrief, type BatchInBrief } from "#lib/batch-payments/queries.ts";
import { decimal, type Money } from "#lib/money.ts";
import { explain, type Explanation, type Place, type Shown } from "#lib/reports/proof.ts";
import { findLines, type LinePlace, type LineSource, sumLines } from "#lib/reports/line-queries.ts";
import { findShortCode } from "#lib/reports/queries.ts";
import type { Report } from "#lib/reports/report.ts";
import { xeroLink } from "#lib/transactions/xero-link.ts";

export type ProofLine = {
  entryId: string;
  lineNumber: number;
  date: string;
  accountId: string;
  accountName: string;
  narration: string | null;
  amount: string;
  runningTotal: string;
  /** Rests on a posting rule that no real book has proven yet. */
  unproven: boolean;
  document: ProofDocument | null;
};
/** `id` is ours and null for what has no page here; `batch` is of a payment that the bank statement shows together with others. */
export type ProofDocument = { id: string | null; type: string; xeroId: string; number: string | null; contactName: string | null; url: string | null; batch: ProofBatch | null };
export type ProofBatch = { id: string; reference: string | null; amount: string; currencyCode: string | null; payments: number };

export type CellProof = Omit<Explanation, "groups" | "basis" | "shown"> & { lines: { data: ProofLine[]; next: LinePlace | null } };

export async function proveCell(q: Query, report: Report, place: Place, after: LinePlace | null, limit: number): Promise<CellProof> {
  const { groups, basis, shown, ...explanation } = explain(report, place);
  if (groups.length === 0) return { ...explanation, lines: { data: [], next: null } };
  const source = { basis, ledgerSequence: report.source.ledgerSequence, groups };
  return { ...explanation, lines: await pageOfLines(q, source, shown, after, limit) };
}

type Found = Awaited<ReturnType<typeof findLines>>[number];
type Around = { shortCode: string | null; batches: Awaited<ReturnType<typeof batchesInBrief>> };

async function pageOfLines(q: Query, source: LineSource, shown: Shown, after: LinePlace | null, limit: number) {
  const found = await findLines(q, source, after, limit + 1);
  const shortCode = await findShortCode(q);
  const before = after ? (await sumLines(q, source, after))[shown.amounts] : 0n;
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const batches = await batchesInBrief(q, page.flatMap(({ document }) => document?.batchXeroId ?? []));
  return { data: withRunningTotals(page, before, shown, { shortCode, batches }), next: found.length > limit && last ? placeOfLine(last) : null };
}

function withRunningTotals(page: readonly Found[], before: Money, { sign, amounts }: Shown, around: Around): ProofLine[] {
  let running = before;
  return page.map((found) => {
    const net = amounts === "foreign" ? (found.line.currencyAmount ?? 0n) : found.line.debit - found.line.credit;
    running += net;
    return proofLine(found, sign === 1 ? net : -net, sign === 1 ? running : -running, around);
  });
}

function proofLine({ entry, line, account, document }: Found, amount: Money, runningTotal: Money, around: Around): ProofLine {
  const { entryId, lineNumber, date, accountId } = line;
  const of = document ? transactionOf(document, around) : journalOf(entry, around.shortCode);
  const texts = { amount: decimal(amount), runningTotal: decimal(runningTotal), accountName: account?.name ?? "", narration: entry.narration };
  return { entryId, lineNumber, date, accountId, ...texts, unproven: entry.unproven, document: of };
}

function transactionOf(document: NonNullable<Found["document"]>, { shortCode, batches }: Around): ProofDocument {
  const { id, type, xeroId, number, reference, contactName, batchXeroId } = document;
  const batch = batches.get(batchXeroId ?? "");
  return { id, type, xeroId, number: number ?? reference, contactName, url: xeroLink(shortCode, document), batch: batch ? inBrief(batch) : null };
}

function inBrief({ id, reference, amount, currencyCode, payments }: BatchInBrief): ProofBatch {
  return { id, reference, amount: decimal(amount), currencyCode, payments };
}

/** A manual journal is no transaction, but it is a document. A journal that Xero made by itself has none. */
function journalOf({ sourceType, sourceXeroId, narration }: Found["entry"], shortCode: string | null): ProofDocument | null {
  if (sourceType !== "manualJournal" && sourceType !== "MANJOURNAL") return null;
  const type = "MANUAL_JOURNAL";
  return { id: null, type, xeroId: sourceXeroId, number: narration, contactName: null, url: xeroLink(shortCode, { type, xeroType: "MANJOURNAL", xeroId: sourceXeroId }), batch: null };
}

function placeOfLine({ entry, line }: Found): LinePlace {
  return { date: line.date, sequence: entry.sequence ?? 0, lineNumber: line.lineNumber };
}
