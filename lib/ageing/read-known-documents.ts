// What was open on a day as it was known on another: documents and payments as the ledger had them posted by then, whatever Xero says of them today. The ledger
// tells what a document came to, on which day and at which rate, and which payments stood; the mirror what it is called, when it is due and what a payment pays. A
// credit used on an invoice posts nothing: it counts where the mirror had it by then.
import type { Query } from "#db/index.ts";
import { type ListedDocument, type OpenDocument, openDocument } from "#lib/ageing/open-documents.ts";
import { documentsOnControl, idsOfTypes, type KnownLedger, standingLinesOf, standingPayments } from "#lib/ageing/queries.ts";
import { namesOfContacts } from "#lib/contacts/queries.ts";
import { type Side, sides } from "#lib/ageing/side.ts";
import { isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Document } from "#lib/ledger/posting/document.ts";
import { idsOf, settlementOf } from "#lib/ledger/posting/gather.ts";
import { partiesOf } from "#lib/ledger/posting/plan.ts";
import { type AllocationRow, type DocumentRow, findAllocationsTouching, findDocuments } from "#lib/ledger/posting/queries.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";
import { absolute, rateOfOne } from "#lib/money.ts";

/** `moment` is the end of the day on which it was known. A prepayment lies on no control account, but on the bank that it came to. */
type Known = KnownLedger & { moment: Date; currency: string; controlId: string; banks: readonly string[] };
type StandingLine = Awaited<ReturnType<typeof standingLinesOf>>[number];

/** What stood by then; a document that has been voided since stands as well. */
const standing = "AUTHORISED";

export async function readKnownDocuments(q: Query, side: Side, known: Known): Promise<OpenDocument[]> {
  const documents = await documentsKnown(q, side, known);
  const rows = await findAllocationsTouching(q, documents.flatMap(idsOf));
  const settlements = await settlementsKnown(q, rows, known);
  const ends = new Map<string, Document>(documents.flatMap((document) => idsOf(document).map((id) => [id, document] as const)));
  for (const payment of await findDocuments(q, settlements.flatMap(({ sourceKind, sourceXeroId }) => (sourceKind === "payment" ? [sourceXeroId] : [])))) ends.set(payment.xeroId, { ...payment, lines: [] });
  const parties = partiesOf({ ends, related: settlements.map((row) => settlementOf(row, ends)) });
  return documents.flatMap((document) => openDocument({ document, settlements: parties.get(document.xeroId)?.settlements ?? [] }, ends, side, known.day, postingRules) ?? []);
}

async function documentsKnown(q: Query, side: Side, known: Known): Promise<ListedDocument[]> {
  const types = [...sides[side].standings.keys()];
  const onControl = (await documentsOnControl(q, known.controlId, known)).map(({ xeroId }) => xeroId);
  const prepayments = await idsOfTypes(q, types.filter((xeroType) => isPrepayment({ xeroType })));
  const rows = (await findDocuments(q, [...onControl, ...prepayments])).filter(({ xeroType }) => types.includes(xeroType));
  const [prepaid, others] = [rows.filter(isPrepayment), rows.filter((row) => !isPrepayment(row))];
  const own = await standingLinesOf(q, others.map(({ id }) => id), [known.controlId], known);
  // Of a prepayment the first line is the bank's.
  const banks = (await standingLinesOf(q, prepaid.map(({ id }) => id), known.banks, known)).filter(({ lineNumber }) => lineNumber === 1);
  const lines = new Map([...own, ...banks].map((line) => [line.transactionId, line]));
  const names = await namesOfContacts(q, rows.flatMap(({ contactId }) => contactId ?? []));
  return rows.flatMap((row) => {
    const line = lines.get(row.id);
    return line ? [asPosted(row, line, known.currency, names)] : [];
  });
}

function asPosted(row: DocumentRow, line: StandingLine, currency: string, names: ReadonlyMap<string, string>): ListedDocument {
  const amount = absolute(line.currencyAmount ?? line.debit - line.credit);
  const posted = { amount, date: line.date, currencyCode: line.currencyCode ?? currency, currencyRate: line.rate ?? rateOfOne, status: standing };
  return { ...row, ...posted, contactName: names.get(row.contactId ?? "") ?? row.contactName, lines: [] };
}

/** Payments that were posted by then, deleted ones too, and what of the credits used today the mirror had by then. */
async function settlementsKnown(q: Query, rows: readonly AllocationRow[], known: Known): Promise<AllocationRow[]> {
  const paid = await standingPayments(q, rows.flatMap(({ sourceKind, sourceXeroId }) => (sourceKind === "payment" ? [sourceXeroId] : [])), known);
  const wasKnown = ({ sourceKind, sourceXeroId, createdAt }: AllocationRow) => (sourceKind === "payment" ? paid.has(sourceXeroId) : createdAt < known.moment);
  return rows.filter(wasKnown).map((row) => ({ ...row, status: standing }));
}
