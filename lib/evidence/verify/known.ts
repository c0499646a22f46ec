// An aged report of what was known on a day says what documents came to and what was paid on them by the ledger: each amount is held against the lines of the
// pack. Credits that were used post nothing, and prepayments lie on no control account: those are added up, not looked up.
import type { Adder } from "#lib/evidence/verify/ledger.ts";
import { sides } from "#lib/ageing/side.ts";
import { isPrepayment } from "#lib/ledger/posting/control.ts";
import { decimal, money } from "#lib/money.ts";
import type { AgedReport, OpenDocumentFacts } from "#lib/reports/report.ts";

const ownSources = ["invoice", "creditNote", "bankTransaction"];

export function knownFaults({ rows, control, parameters: { asAt, knownOn }, type }: AgedReport, add: Adder): string[] {
  if (knownOn === undefined || !control) return [];
  const { sign } = sides[type === "AGED_RECEIVABLES" ? "receivables" : "payables"];
  const posted = (sources: string[], document: string) => BigInt(sign) * add("accrual", { accounts: [control.accountId], from: null, to: asAt, sources, transactions: [document] });
  const documents = rows.flatMap(({ document, label }) => (document && !isPrepayment(document) ? [{ document, label }] : []));
  return documents.flatMap(({ document, label }) => {
    const own = posted(ownSources, document.id);
    const total = own === money(document.baseTotal) ? [] : [`"${label}" is said to come to ${document.baseTotal}, and its lines come to ${decimal(own)}.`];
    return [...total, ...paymentFaults(label, document, (payment) => -posted(["payment"], payment))];
  });
}

function paymentFaults(label: string, { settlements }: OpenDocumentFacts, paid: (document: string) => bigint): string[] {
  return settlements.filter(({ kind }) => kind === "payment").flatMap(({ documentId, baseAmount, date }) => {
    const amount = documentId === null ? 0n : paid(documentId);
    return amount === money(baseAmount) ? [] : [`The payment of ${date} on "${label}" is said to be ${baseAmount}, and its lines come to ${decimal(amount)}.`];
  });
}
