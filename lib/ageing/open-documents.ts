// What of a document was open on a day: its total less whatever counted by then. A payment counts from its own day, a credit from the later of
// both documents' days, whenever it was allocated. In base currency each settlement takes what the ledger took, and the last one all that is
// left, so that what is open here is what lies on the control account. Xero's own "amount due" is of today and is never read.
import type { AllocationKind, TransactionType } from "#db/vocabulary.ts";
import type { Side, Standing } from "#lib/ageing/side.ts";
import { sides } from "#lib/ageing/side.ts";
import type { Day } from "#lib/day.ts";
import { controlOf } from "#lib/ledger/posting/control.ts";
import type { Document, Party, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { counts } from "#lib/ledger/posting/open-until.ts";
import { courseOf } from "#lib/ledger/posting/relief.ts";
import { type Money, type Rate, sum } from "#lib/money.ts";

/** A document as the mirror has it, with what a reader wants to know of it. */
export type ListedDocument = Document & { reference: string | null; contactName: string | null; dueDate: Day | null };

/** The other end is the payment, or the document at the other end of a credit. Signed as the document's total is. */
export type Settled = { kind: AllocationKind; date: Day; documentId: string | null; xeroId: string; number: string | null; amount: Money; baseAmount: Money };

/** Amounts are positive for what is owed and negative for credits; `base` amounts are in base currency, the others in the document's. */
export type OpenDocument = {
  id: string;
  xeroId: string;
  type: TransactionType;
  xeroType: string;
  standing: Standing;
  number: string | null;
  reference: string | null;
  contactId: string | null;
  contactName: string | null;
  date: Day;
  dueDate: Day | null;
  currency: string;
  rate: Rate;
  total: Money;
  outstanding: Money;
  baseTotal: Money;
  baseOutstanding: Money;
  settlements: Settled[];
};

export type Ends = ReadonlyMap<string, Document>;
type Open = Party & { document: ListedDocument };

/** Undefined when nothing of it is open. */
export function openDocument(party: Open, ends: Ends, side: Side, day: Day, rules: PostingRules): OpenDocument | undefined {
  const { document } = party;
  const standing = sides[side].standings.get(document.xeroType);
  const settlements = settledBy(party, ends, day, rules, signOn(side, document));
  const total = signOn(side, document) * document.amount;
  const baseTotal = signOn(side, document) * rules.inBase(document.amount, document.currencyRate);
  const outstanding = total - sum(settlements.map(({ amount }) => amount));
  const baseOutstanding = baseTotal - sum(settlements.map(({ baseAmount }) => baseAmount));
  if (!standing || (outstanding === 0n && baseOutstanding === 0n)) return undefined;
  const { id, xeroId, type, xeroType, number, reference, contactId, contactName, date, dueDate, currencyCode: currency, currencyRate: rate } = document;
  return { id, xeroId, type, xeroType, standing, number, reference, contactId, contactName, date, dueDate, currency, rate, total, outstanding, baseTotal, baseOutstanding, settlements };
}

function settledBy({ document, settlements }: Open, ends: Ends, day: Day, rules: PostingRules, sign: bigint): Settled[] {
  const counting = settlements.filter((settlement) => counts(settlement, ends, rules));
  const steps = courseOf({ document, settlements: counting }, rules).filter(({ settlement }) => settlement.effectiveOn <= day);
  return steps.map(({ settlement, relief }) => {
    const xeroId = isSource(document, settlement) ? settlement.targetXeroId : settlement.sourceXeroId;
    const other = ends.get(xeroId);
    const amounts = { amount: sign * settlement.amount, baseAmount: sign * relief };
    return { kind: settlement.sourceKind, date: settlement.effectiveOn, documentId: other?.id ?? null, xeroId, number: other?.number ?? null, ...amounts };
  });
}

function isSource({ xeroId, creditXeroId }: Document, { sourceXeroId }: Settlement): boolean {
  return sourceXeroId === xeroId || sourceXeroId === creditXeroId;
}

/** 1n for what is owed, -1n for a credit. */
function signOn(side: Side, document: Document): bigint {
  return BigInt(sides[side].sign) * (controlOf(document)?.sign ?? 0n);
}
