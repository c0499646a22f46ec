// Which entries should stand for a batch, each under the key of its source. Pure: rows in, entries out.
import { bases, type Basis } from "#db/vocabulary.ts";
import type { Entry } from "#lib/ledger/entry.ts";
import { allocationKey } from "#lib/ledger/posting/allocation.ts";
import type { Books, Document, Party, Posting, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import type { Batch } from "#lib/ledger/posting/gather.ts";
import { documentName, leftOut, nothing } from "#lib/ledger/posting/posting.ts";
import { unknownTaxTypes } from "#lib/ledger/posting/tax.ts";
import { settles } from "#lib/ledger/posting/standing.ts";

type Source = { sourceType: string; sourceXeroId: string };
export type PlannedEntry = Entry & { basis: Basis };
export type Plan = { wanted: Map<string, PlannedEntry>; looked: Set<string>; warnings: string[] };
type Planned = Pick<Batch, "documents" | "journals" | "settlements" | "related" | "ends">;

/** Each source makes an entry on each basis, or none. */
export function sourceKey({ basis, sourceType, sourceXeroId }: Source & { basis: Basis }): string {
  return `${basis}|${sourceType}|${sourceXeroId}`;
}

export function planEntries(batch: Planned, books: Books, rules: PostingRules, of: readonly Basis[] = bases): Plan {
  const postings = of.flatMap((basis) => planned[basis](batch, books, rules).map((posting) => ({ ...posting, basis })));
  const wanted = new Map<string, PlannedEntry>();
  for (const { basis, entry } of postings) if (entry) wanted.set(sourceKey({ ...entry, basis }), { ...entry, basis });
  const standing = [...batch.documents, ...batch.journals].filter(({ status }) => rules.stands(status));
  return { wanted, looked: lookedAt(batch, of), warnings: [...postings.flatMap(({ warning }) => warning ?? []), ...unknownTaxTypes(standing.flatMap(({ lines }) => lines), books)] };
}

const planned = { accrual: onAccrualBasis, cash: onCashBasis } as const;

function onAccrualBasis(batch: Planned, books: Books, rules: PostingRules): Posting[] {
  const parties = partiesOf(batch);
  return [
    ...batch.documents.map((document) => (document.type === "PAYMENT" ? missingTarget(document, batch, rules) : postDocument(document, books, rules))),
    ...batch.journals.map((journal) => rules.manualJournal(journal, books, rules)),
    ...batch.settlements.map((settlement) => postSettlement(settlement, parties, { payment: rules.payment, allocation: rules.allocation }, books, rules)),
  ];
}

/** Money that moved counts in full; what invoices, bills and credit notes say counts with what settles them. */
function onCashBasis(batch: Planned, books: Books, rules: PostingRules): Posting[] {
  const parties = partiesOf(batch);
  return [
    ...batch.documents.filter(isOfMoney).map((document) => postDocument(document, books, rules)),
    ...batch.journals.filter(({ showOnCashBasisReports }) => showOnCashBasisReports).map((journal) => rules.manualJournal(journal, books, rules)),
    ...batch.settlements.map((settlement) => postSettlement(settlement, parties, { payment: rules.cashPayment, allocation: rules.cashAllocation }, books, rules)),
  ];
}

function isOfMoney(document: Document): boolean {
  return sourceTypeOf(document) === "bankTransaction" || document.type === "TRANSFER";
}

function lookedAt({ documents, journals, settlements }: Planned, of: readonly Basis[]): Set<string> {
  const own = documents.map((document) => ({ sourceType: sourceTypeOf(document), sourceXeroId: document.xeroId }));
  const manual = journals.map(({ xeroId }) => ({ sourceType: "manualJournal", sourceXeroId: xeroId }));
  const sources = [...own, ...manual, ...settlements.map(sourceOf)];
  return new Set(of.flatMap((basis) => sources.map((source) => sourceKey({ ...source, basis }))));
}

function sourceTypeOf({ type }: Document): string {
  if (type === "INVOICE" || type === "BILL") return "invoice";
  if (type === "CREDIT_NOTE") return "creditNote";
  if (type === "PAYMENT") return "payment";
  return type === "TRANSFER" ? "transfer" : "bankTransaction";
}

function sourceOf(settlement: Settlement): Source {
  if (settlement.sourceKind === "payment") return { sourceType: "payment", sourceXeroId: settlement.sourceXeroId };
  return { sourceType: "allocation", sourceXeroId: allocationKey(settlement) };
}

function postDocument(document: Document, books: Books, rules: PostingRules): Posting {
  const { type } = document;
  if (type === "CREDIT_NOTE") return rules.creditNote(document, books, rules);
  if (type === "TRANSFER") return rules.transfer(document, books, rules);
  return type === "INVOICE" || type === "BILL" ? rules.invoice(document, books, rules) : rules.bankTransaction(document, books, rules);
}

/** A payment is posted with what it settles; one that settles nothing we know of is not. */
function missingTarget(payment: Document, { settlements }: Planned, rules: PostingRules): Posting {
  const isKnown = settlements.some(({ sourceXeroId }) => sourceXeroId === payment.xeroId);
  return isKnown || !rules.stands(payment.status) ? nothing : leftOut(`${documentName(payment)} was left out of the ledger: what it pays is not known.`);
}

type SettlementRules = Pick<PostingRules, "payment" | "allocation">;

function postSettlement(settlement: Settlement, parties: ReadonlyMap<string, Party>, of: SettlementRules, books: Books, rules: PostingRules): Posting {
  const target = parties.get(settlement.targetXeroId);
  if (!settles(settlement.status)) return nothing;
  if (!target) return leftOut(`A settlement of ${settlement.targetXeroId} was left out of the ledger: there is no such document.`);
  if (settlement.sourceKind === "payment") return of.payment(settlement, target, books, rules);
  const credit = parties.get(settlement.sourceXeroId);
  return credit ? of.allocation(settlement, credit, target, books, rules) : leftOut(`An allocation of ${settlement.sourceXeroId} was left out of the ledger: there is no such credit.`);
}

/** Each end, under each of its ids, with everything that settles it or that it settles. */
export function partiesOf({ ends, related }: Pick<Planned, "ends" | "related">): Map<string, Party> {
  const byEnd = new Map<Document, Settlement[]>();
  for (const settlement of related.filter(({ status }) => settles(status))) {
    for (const id of [settlement.sourceXeroId, settlement.targetXeroId]) {
      const document = ends.get(id);
      if (document) byEnd.set(document, [...(byEnd.get(document) ?? []), settlement]);
    }
  }
  return new Map([...ends].map(([id, document]) => [id, { document, settlements: byEnd.get(document) ?? [] }]));
}
