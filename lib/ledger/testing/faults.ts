// Ten mistakes that posting rules can make, each as a broken copy of the right ones: handed to the poster by the tests that want to see the
// books stop tying out.
import { dayAtGreenwich } from "#lib/day.ts";
import { type Entry, reversed } from "#lib/ledger/entry.ts";
import { isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { postingRules as right } from "#lib/ledger/posting/rules.ts";
import { inBaseCurrency, portion } from "#lib/money.ts";

const nothing: Posting = { entry: null, warning: null };
const withEntry = (posting: Posting, change: (entry: Entry) => Entry): Posting => ({ ...posting, entry: posting.entry && change(posting.entry) });

/** Fault, a broken copy of the rules, and the accounts of the worked books that no longer tie. */
export const faults: [string, Partial<PostingRules>, string[]][] = [
  ["tax worked out on the gross amount", { lineParts: (line, how) => taxedOnGross(right.lineParts(line, how)) }, ["gst", "rent", "sales"]],
  ["a credit note with the sign of an invoice", { creditNote: (...asked) => withEntry(right.creditNote(...asked), (entry) => ({ ...entry, lines: reversed(entry.lines) })) }, ["gst", "receivable", "sales"]],
  ["foreign amounts cut off instead of rounded", { inBase: (amount, rate) => (inBaseCurrency(amount * 100n, rate) / 10_000n) * 100n }, ["consulting", "fees", "gains", "receivable", "rounding", "sales"]],
  ["an overpayment posted twice", { overpayment: (...asked) => withEntry(right.overpayment(...asked), (entry) => ({ ...entry, lines: [...entry.lines, ...entry.lines] })) }, ["bank", "receivable"]],
  ["a voided document that is not reversed", { stands: (status) => right.stands(status) || status === "VOIDED" }, ["payable", "travel"]],
  ["a transfer posted twice", { transfer: (...asked) => withEntry(right.transfer(...asked), (entry) => ({ ...entry, lines: [...entry.lines, ...entry.lines] })) }, ["bank", "savings"]],
  ["inclusive amounts taken for exclusive ones", { lineParts: (line, how) => right.lineParts(line, how === "Inclusive" ? "Exclusive" : how) }, ["gst", "payable", "rent"]],
  ["the last payment leaving its remainder", { relief: ({ amount, rate }) => inBaseCurrency(amount, rate) }, ["gains", "receivable"]],
  ["a reversal dated when it was made", { reversalDay: (_, now) => dayAtGreenwich(now.getTime()) }, ["payable", "rent", "travel"]],
  ["a prepayment that is not undone", { allocation: (settlement, credit, ...rest) => (isPrepayment(credit.document) ? nothing : right.allocation(settlement, credit, ...rest)) }, ["deposits", "gst", "payable"]],
];

function taxedOnGross({ gross, tax }: { gross: bigint; tax: bigint }) {
  return { gross, tax: tax === 0n ? 0n : portion(gross, 15n, 100n) };
}
