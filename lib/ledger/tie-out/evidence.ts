// What explains a difference to Xero. Only what can be named is explained: balances from before the books began, and the postings of Xero's
// own that no document shows, known by their account; the other side of such a posting is explained when it is the same amount to the
// cent. Everything else stays unexplained.
import { type Day, firstDayOf, type Month } from "#lib/day.ts";
import type { StockRole } from "#lib/items/queries.ts";
import { type Money, sum } from "#lib/money.ts";

/** `stock` is what Xero keeps of the items whose stock it tracks there. */
export type EvidenceAccount = { id: string; name: string; type: string; systemAccount: string | null; currencyCode: string | null; stock: StockRole | null };
/** Debit positive: `ledger` is our own movement, `amount` Xero's less ours. */
export type Difference = { account: EvidenceAccount; ledger: Money; amount: Money };
/** `firstMonth` is the month of the first document; without any, nothing is from before it. */
export type EvidenceContext = { day: Day; firstMonth: Month | null; baseCurrency: string };
type Known = Pick<EvidenceContext, "baseCurrency">;

type Posting = {
  sentence: string;
  /** The way a posting of Xero's own goes: the other way round it is a mistake of ours, or a document we lack. */
  isCause: (difference: Difference, known: Known) => boolean;
  isOtherSide: (account: EvidenceAccount, known: Known) => boolean;
  /** Whether an account may be one of several that are the other side together, and then on which side it stands to the others. */
  sideInSplit: (account: EvidenceAccount) => 1n | -1n | null;
};

const payrollCosts = ["WAGESEXPENSE", "SUPERANNUATIONEXPENSE"];
const payrollDebts = ["SUPERANNUATIONLIABILITY", "PAYG", "PAYGLIABILITY"];
const expenseTypes = ["EXPENSE", "OVERHEADS", "DIRECTCOSTS"];
const payrollNames = /\b(wages?|salar(y|ies)|payroll|superannuation|kiwisaver|pensions?|employers?)\b/i;
const plain = ({ systemAccount }: EvidenceAccount) => systemAccount === null;
const isForeignBank = ({ type, currencyCode }: EvidenceAccount, { baseCurrency }: Known) => type === "BANK" && currencyCode !== null && currencyCode !== baseCurrency;
const isSystem = (...names: string[]) => ({ systemAccount }: EvidenceAccount) => names.includes(systemAccount ?? "");

const postings: readonly Posting[] = [
  {
    sentence: "Payroll, which Xero posts itself.",
    isCause: ({ account, amount }) => (amount > 0n ? payrollCosts.includes(account.type) : payrollDebts.includes(account.type) || isSystem("WAGEPAYABLES")(account)),
    isOtherSide: (account) => plain(account) && ["BANK", "CURRLIAB", "LIABILITY", ...expenseTypes].includes(account.type),
    // Costs against what is owed or paid for them: a transfer between two banks, or a cost of another name, is no part of a payroll.
    sideInSplit: ({ type, name }) => (expenseTypes.includes(type) ? (payrollNames.test(name) ? 1n : null) : -1n),
  },
  {
    sentence: "Depreciation, which Xero posts from its asset register.",
    isCause: ({ account, amount }) => account.type === "DEPRECIATN" && amount > 0n,
    isOtherSide: (account) => plain(account) && ["FIXED", "NONCURRENT"].includes(account.type),
    sideInSplit: () => -1n,
  },
  {
    sentence: "Cost of tracked inventory that was sold, which Xero posts itself.",
    // No line but an item's can be coded to where they are on hand. What came in is on bills; what went out at cost, on nothing.
    isCause: ({ account, amount }) => account.stock === "onHand" && amount < 0n,
    isOtherSide: ({ stock }) => stock === "cost",
    sideInSplit: () => 1n,
  },
  {
    sentence: "Unrealised gains, which Xero works out at each day's rate.",
    isCause: ({ account }) => isSystem("UNREALISEDCURRENCYGAIN")(account),
    isOtherSide: (account, known) => isSystem("DEBTORS", "CREDITORS")(account) || isForeignBank(account, known),
    sideInSplit: () => -1n,
  },
  {
    sentence: "Revaluation of a bank account in another currency.",
    // Transfers between currencies post here as well: a month in which ours did is not Xero's alone.
    isCause: ({ account, ledger }) => isSystem("BANKCURRENCYGAIN")(account) && ledger === 0n,
    isOtherSide: isForeignBank,
    sideInSplit: () => -1n,
  },
  {
    sentence: "Historical adjustment, kept in Xero without a document.",
    isCause: ({ account }) => isSystem("HISTORICAL")(account),
    isOtherSide: plain,
    sideInSplit: () => null,
  },
];

/** Account → the sentence that explains its difference at one reading. */
export function evidenceFor(differences: readonly Difference[], context: EvidenceContext): Map<string, string> {
  if (isBeforeBooks(context)) return new Map(differences.map(({ account }) => [account.id, "Balances from before the first document."]));
  const found = new Map<string, string>();
  for (const posting of postings) {
    const open = differences.filter(({ account }) => !found.has(account.id));
    const causes = open.filter((difference) => posting.isCause(difference, context));
    const others = otherSide(posting, open.filter((difference) => !causes.includes(difference)), -sum(causes.map(({ amount }) => amount)), context);
    for (const { account } of [...causes, ...others]) found.set(account.id, posting.sentence);
  }
  return found;
}

function isBeforeBooks({ day, firstMonth }: EvidenceContext): boolean {
  return firstMonth !== null && day < firstDayOf(firstMonth);
}

function otherSide({ isOtherSide, sideInSplit }: Posting, open: readonly Difference[], owed: Money, known: Known): readonly Difference[] {
  if (owed === 0n) return [];
  const candidates = open.filter(({ account }) => isOtherSide(account, known));
  const single = candidates.find(({ amount }) => amount === owed);
  if (single) return [single];
  const split = candidates.filter(({ account }) => sideInSplit(account) !== null);
  const sides = split.map(({ account, amount }) => amount * (sideInSplit(account) ?? 0n));
  const isOneWay = sides.every((amount) => amount > 0n) || sides.every((amount) => amount < 0n);
  return isOneWay && sum(split.map(({ amount }) => amount)) === owed ? split : [];
}
