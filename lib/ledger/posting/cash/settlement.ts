// Cash basis: what an invoice, bill or credit note says counts when it is settled, in the share that is settled, at the rate of what settled it.
// Nothing of it ever lies on a control account. Overpayments do until they are used, and prepayments lie where they had been posted.
import { sharesOfSettlement, converted } from "#lib/ledger/posting/cash/shares.ts";
import { partsOf } from "#lib/ledger/posting/cash/parts.ts";
import { controlOf, isOverpayment, isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Books, Party, Posting, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { allocationKey } from "#lib/ledger/posting/allocation.ts";
import { bankLeg } from "#lib/ledger/posting/payment.ts";
import { documentName, foreignSide, leftOut, lineOf, nothing } from "#lib/ledger/posting/posting.ts";
import { closingLines, progressAt } from "#lib/ledger/posting/relief.ts";
import { settlementEntry } from "#lib/ledger/posting/settlement-entry.ts";
import { settles } from "#lib/ledger/posting/standing.ts";
import { isUnproven } from "#lib/ledger/posting/undo-prepayment.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";
import { absolute, type Money, type Rate } from "#lib/money.ts";

/** On the day of the payment. */
export function postCashPayment(settlement: Settlement, target: Party, books: Books, rules: PostingRules): Posting {
  const { document } = target;
  if (!settles(settlement.status) || !rules.stands(document.status) || settlement.amount === 0n) return nothing;
  const paid = bankLeg(settlement, document, books, rules);
  const settled = paid && settledLines(settlement, target, { worth: absolute(paid.amount), rate: settlement.currencyRate }, books, rules);
  if (!settled) return leftOut(`The payment of ${documentName(document)} was left out of the ledger: an account of it is not known.`);
  const lines = [paid, ...settled].map((line) => ({ ...line, transactionId: settlement.transactionId, allocationId: settlement.id }));
  return settlementEntry({ sourceType: "payment", sourceXeroId: settlement.sourceXeroId, date: settlement.date, narration: document.number, unproven: isUnproven(target), lines }, [document], books);
}

/** On the later day of the two documents, which count with opposite signs. */
export function postCashAllocation(settlement: Settlement, credit: Party, target: Party, books: Books, rules: PostingRules): Posting {
  const bothStand = rules.stands(credit.document.status) && rules.stands(target.document.status);
  if (!settles(settlement.status) || !bothStand || settlement.amount === 0n) return nothing;
  const value = { worth: progressAt(settlement, credit, rules).relief, rate: credit.document.currencyRate };
  const given = settledLines(settlement, credit, value, books, rules);
  const taken = settledLines(settlement, target, value, books, rules);
  if (!given || !taken) return leftOut(`The allocation to ${documentName(target.document)} was left out of the ledger: an account of it is not known.`);
  const lines = [...given, ...taken].map((line) => ({ ...line, transactionId: credit.document.id, allocationId: settlement.id }));
  const date = rules.allocationDay(credit.document, target.document);
  const allocation = { sourceType: "allocation", sourceXeroId: allocationKey(settlement), date, narration: target.document.number, unproven: isUnproven(credit, target) };
  return settlementEntry({ ...allocation, lines }, [credit.document, target.document], books);
}

/** What the settlement comes to in base currency, without sign, and the rate it has that from. */
type Value = { worth: Money; rate: Rate };

/** Null where an account is not known, or the document comes to nothing, of which nothing is a share. */
function settledLines(settlement: Settlement, party: Party, { worth, rate }: Value, books: Books, rules: PostingRules): EntryLine[] | null {
  const { document } = party;
  if (isOverpayment(document) || isPrepayment(document)) return closingLines(settlement, party, books, rules);
  const [control, parts] = [controlOf(document), partsOf(document, books, rules)];
  if (!control || !parts || document.amount === 0n) return null;
  const { settled } = progressAt(settlement, party, rules);
  const own = sharesOfSettlement(parts, document.amount, settled, settlement.amount);
  const inBase = converted(own, settlement.amount, worth);
  return parts.flatMap((part, index) => {
    const [share, foreign] = [inBase[index], own[index]];
    if (!share || !foreign) return [];
    const side = (amount: Money) => foreignSide({ ...document, currencyRate: rate }, books.baseCurrency, -control.sign * amount);
    const { taxType, trackingSetId } = part;
    const net = lineOf(document, part.accountId, -control.sign * share.net, { taxType, trackingSetId, taxAmount: -control.sign * share.charged, ...side(foreign.net) });
    return share.tax === 0n || part.taxAccountId === null ? [net] : [net, lineOf(document, part.taxAccountId, -control.sign * share.tax, { taxType, ...side(foreign.tax) })];
  });
}
