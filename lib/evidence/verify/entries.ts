// Is the ledger of a pack a ledger? Each entry balances and is what its own hash says, stands on accounts and documents that are there, takes back
// an entry that is there, and together they are the balances that Daybook keeps by month.
import type { Evidence, Manifest, PackedEntry } from "#lib/evidence/pack.ts";
import type { Adder } from "#lib/evidence/verify/ledger.ts";
import { contentHash, type EntryLine, isBalanced } from "#lib/ledger/entry.ts";
import { decimal } from "#lib/money.ts";

export function entryFaults({ entries, accounts, documents }: Evidence, { ledger }: Manifest): string[] {
  const known = { accounts: new Set(accounts.map(({ id }) => id)), documents: new Set(documents.map(({ id }) => id)), entries: new Set(entries.map(({ id }) => id)) };
  const numbers = new Set(entries.map(({ sequence }) => sequence));
  const doubled = numbers.size === entries.length && known.entries.size === entries.length ? [] : ["Two entries have the same number."];
  return [...doubled, ...entries.flatMap((entry) => faultsOf(entry, known, ledger.sequence).map((fault) => `Entry ${entry.sequence} of ${entry.date}, ${entry.sourceType}, ${fault}`))];
}

type Known = { accounts: ReadonlySet<string>; documents: ReadonlySet<string | null>; entries: ReadonlySet<string> };

function faultsOf({ date, sequence, lines, reverses, contentHash: hash }: PackedEntry, known: Known, last: number): string[] {
  const posted = lines.map(entryLine);
  const stray = lines.find(({ account }) => !known.accounts.has(account));
  const lost = lines.find(({ document }) => document !== null && !known.documents.has(document));
  return [
    ...(lines.length < 2 || !isBalanced(posted) ? ["does not balance: its debits and credits differ."] : []),
    ...(contentHash(date, posted) === hash ? [] : ["is not what its own hash says."]),
    ...(sequence > last ? [`was posted after the report saw the ledger, at ${last}.`] : []),
    ...(stray ? [`stands on an account that is not in the chart: ${stray.account}.`] : []),
    ...(lost ? [`names a document that is not in the pack: ${lost.document}.`] : []),
    ...(reverses !== null && !known.entries.has(reverses) ? [`takes back an entry that is not in the pack: ${reverses}.`] : []),
  ];
}

function entryLine({ account, amount, currency, currencyAmount, rate, taxType, taxAmount, tracking, contact, document }: PackedEntry["lines"][number]): EntryLine {
  return { accountId: account, amount, currencyCode: currency, currencyAmount, rate, taxType, taxAmount, trackingSetId: tracking, contactId: contact, transactionId: document, allocationId: null };
}

/** Balances are kept by month apart from the lines: an entry that was left out, or put in, is missing on one side. */
export function balanceFaults({ trialBalances, accounts }: Evidence, { ledger }: Manifest, add: Adder): string[] {
  return ledger.bases.flatMap((basis) => {
    const kept = trialBalances.find((each) => each.basis === basis);
    if (!kept || kept.asAt !== ledger.upTo) return [`The pack has no trial balance on ${basis} basis as at ${ledger.upTo}.`];
    const balances = new Map(kept.balances.map(({ account, amount }) => [account, amount]));
    return accounts.flatMap(({ id, name }) => {
      const [own, lines] = [balances.get(id) ?? 0n, add(basis, { accounts: [id], from: null, to: kept.asAt })];
      return own === lines ? [] : [`${name} has ${decimal(own)} in the trial balance on ${basis} basis, and its lines come to ${decimal(lines)}.`];
    });
  });
}
