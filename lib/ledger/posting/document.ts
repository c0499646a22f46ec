// What the posting rules read: documents, settlements and manual journals as the mirror keeps them, and the little they need to know of
// the books. And what the rules are to each other: a plain object, so that a test can hand over a copy with one rule broken.
import type { AllocationKind, LineAmountTypes, TransactionType } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Entry, EntryLine } from "#lib/ledger/entry.ts";
import type { Money, Rate } from "#lib/money.ts";

export type DocumentLine = {
  accountId: string | null;
  lineAmount: Money;
  taxAmount: Money;
  taxType: string | null;
  trackingSetId: string | null;
};

export type Document = {
  id: string;
  xeroId: string;
  type: TransactionType;
  xeroType: string;
  date: Day;
  status: string;
  number: string | null;
  contactId: string | null;
  currencyCode: string;
  currencyRate: Rate;
  /** Xero's Total, in the document's currency. */
  amount: Money;
  lineAmountTypes: LineAmountTypes;
  bankAccountId: string | null;
  toBankAccountId: string | null;
  /** The id of the overpayment or prepayment this bank transaction made; of a transfer, of the bank transaction it arrived as. */
  creditXeroId: string | null;
  /** Of a transfer: what arrived, where that is known. */
  arrival?: Pick<Document, "xeroType" | "status" | "amount" | "currencyCode" | "currencyRate"> | undefined;
  lines: DocumentLine[];
};

export type Settlement = {
  id: string;
  sourceKind: AllocationKind;
  sourceXeroId: string;
  targetXeroId: string;
  date: Day;
  /** The day it counts from: an allocation cannot come before either of its documents. */
  effectiveOn: Day;
  ordinal: number;
  /** In the settled document's currency. */
  amount: Money;
  currencyRate: Rate;
  bankAccountId: string | null;
  /** In the bank account's currency. */
  bankAmount: Money | null;
  status: string;
  /** Our row of the payment; null for an allocation, whose lines name the credit. */
  transactionId: string | null;
};

/** A document with everything that settles it, or that it settles, in order. */
export type Party = { document: Document; settlements: readonly Settlement[] };

export type ManualJournal = {
  id: string;
  xeroId: string;
  narration: string | null;
  date: Day;
  status: string;
  /** Whether it counts on cash basis as well. */
  showOnCashBasisReports: boolean;
  lineAmountTypes: LineAmountTypes;
  /** Debit positive. */
  lines: DocumentLine[];
};

export type BookAccount = { id: string; type: string; systemAccount: string | null; currencyCode: string | null };

export type Books = {
  baseCurrency: string;
  accounts: ReadonlyMap<string, BookAccount>;
  /** Xero's word for a system account → the account's id. */
  system: ReadonlyMap<string, string>;
  /** Tax type → which part of the tax cannot be claimed and stays with the line's account. */
  notRecoverable: ReadonlyMap<string, { part: Rate; whole: Rate }>;
  /** Those that Xero's tax rates are known for. */
  taxTypes: ReadonlySet<string>;
};

/** An entry, or none with the reason when something had to be left out. */
export type Posting = { entry: Entry | null; warning: string | null };

type LineParts = { gross: Money; tax: Money };
type Relief = { amount: Money; settled: Money; relieved: Money; total: Money; baseTotal: Money; rate: Rate };

export type PostingRules = {
  /** Whether a document of this status is in the ledger. */
  stands: (status: string) => boolean;
  inBase: (amount: Money, rate: Rate) => Money;
  lineParts: (line: DocumentLine, how: LineAmountTypes) => LineParts;
  /** What a settlement takes off a document's balance in base currency. `settled` includes it, `relieved` does not. */
  relief: (settlement: Relief) => Money;
  invoice: (document: Document, books: Books, rules: PostingRules) => Posting;
  creditNote: (document: Document, books: Books, rules: PostingRules) => Posting;
  bankTransaction: (document: Document, books: Books, rules: PostingRules) => Posting;
  overpayment: (document: Document, books: Books, rules: PostingRules) => Posting;
  prepayment: (document: Document, books: Books, rules: PostingRules) => Posting;
  /** The two bank transactions in which a transfer shows once more. */
  transferTwin: (document: Document, books: Books, rules: PostingRules) => Posting;
  transfer: (document: Document, books: Books, rules: PostingRules) => Posting;
  manualJournal: (journal: ManualJournal, books: Books, rules: PostingRules) => Posting;
  payment: (settlement: Settlement, target: Party, books: Books, rules: PostingRules) => Posting;
  allocation: (settlement: Settlement, credit: Party, target: Party, books: Books, rules: PostingRules) => Posting;
  cashPayment: (settlement: Settlement, target: Party, books: Books, rules: PostingRules) => Posting;
  cashAllocation: (settlement: Settlement, credit: Party, target: Party, books: Books, rules: PostingRules) => Posting;
  /** Takes a share of a prepayment's own posting back. */
  undoPrepayment: (settlement: Settlement, prepayment: Party, books: Books, rules: PostingRules) => EntryLine[];
  allocationDay: (credit: Document, target: Document) => Day;
  /** The day on which an entry that no longer stands is taken back. */
  reversalDay: (original: { date: Day }, now: Date) => Day;
};
