// A quarter's books worked out by hand: every kind of document once, and what Xero's trial balance says after each month. Two bills are
// posted first as they were and then as they became. Used to show that each posting rule, when broken, makes the books stop tying out.
import { type Transaction, transaction } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { document, inDollars, line, manualJournal, settlement } from "#lib/ledger/testing/books.ts";
import { openOrganisation, putDocuments, putManualJournals, putSettlements, type Scope } from "#lib/ledger/testing/queries.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import type { Day } from "#lib/day.ts";
import { money, rate } from "#lib/money.ts";

const on = (date: Day) => ({ date });
const threeGroups = [line("sales", "33.33"), line("consulting", "33.33"), line("fees", "33.34")];
const unallocated = { bankAccountId: null, bankAmount: null };

const edited = document("BILL-3", "ACCPAY", "60.00", [line("rent", "60.00")], on("2025-04-18"));
const voided = document("BILL-2", "ACCPAY", "70.00", [line("travel", "70.00")], on("2025-04-16"));
const documents = [
  document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], on("2025-04-10")),
  document("BILL-1", "ACCPAY", "115.00", [line("rent", "115.00", "15.00")], { ...on("2025-04-12"), lineAmountTypes: "Inclusive" }),
  document("CN-1", "ACCRECCREDIT", "23.00", [line("sales", "20.00", "3.00")], on("2025-04-20")),
  document("INV-2", "ACCREC", "100.00", threeGroups, { ...on("2025-04-10"), ...inDollars("0.61") }),
  document("INV-3", "ACCREC", "5.00", [line("sales", "5.00")], { ...on("2025-04-15"), ...inDollars("0.73") }),
  document("RO-1", "RECEIVE-OVERPAYMENT", "50.00", [line("receivable", "50.00")], { ...on("2025-05-05"), creditXeroId: "OVER-1" }),
  document("SP-1", "SPEND-PREPAYMENT", "115.00", [line("deposits", "100.00", "15.00")], { ...on("2025-05-02"), creditXeroId: "PRE-1" }),
  document("T-1", "TRANSFER", "500.00", [], { ...on("2025-05-08"), toBankAccountId: "savings" }),
  document("T-1-OUT", "SPEND-TRANSFER", "500.00", [line("savings", "500.00")], on("2025-05-08")),
  document("T-1-IN", "RECEIVE-TRANSFER", "500.00", [line("bank", "500.00")], { ...on("2025-05-08"), bankAccountId: "savings" }),
  voided,
  edited,
];
const settlements = [
  settlement("PAY-1", "INV-3", "2.50", { ...on("2025-05-10"), bankAmount: money("3.42"), currencyRate: rate("0.73") }),
  settlement("PAY-2", "INV-3", "2.50", { ...on("2025-05-20"), bankAmount: money("3.42"), currencyRate: rate("0.73") }),
  settlement("PAY-3", "INV-1", "65.00", on("2025-05-25")),
  settlement("OVER-1", "INV-1", "50.00", { ...on("2025-05-06"), sourceKind: "overpayment", ...unallocated }),
  settlement("PRE-1", "BILL-1", "115.00", { ...on("2025-05-03"), sourceKind: "prepayment", ...unallocated }),
];

type TrialBalance = Record<string, string>;

// April: INV-1 115.00 − CN-1 23.00 + INV-2 163.93 + INV-3 6.85 = 262.78 receivable; sales 100.00 − 20.00 + 54.64 + 6.85 = 141.49;
// GST 15.00 charged − 15.00 − 3.00 = 3.00 claimed; payable BILL-1 115.00 + BILL-3 80.00 = 195.00; rent 100.00 + 80.00.
const april: TrialBalance = { receivable: "262.78", sales: "-141.49", consulting: "-54.64", fees: "-54.66", rounding: "0.01", gst: "3.00", payable: "-195.00", rent: "180.00" };
// May: bank 3.42 + 3.42 + 50.00 − 500.00 − 115.00 − 10.00 + 65.00 = −503.16; receivable − 3.42 − 3.43 − 50.00 − 65.00 = −121.85;
// the prepayment's 115.00 settles BILL-1; rent + 10.00. June: nothing.
const may: TrialBalance = { ...april, bank: "-503.16", savings: "500.00", receivable: "140.93", payable: "-80.00", rent: "190.00", gains: "0.01" };

export const workedTrialBalances = new Map<Day, TrialBalance>([
  ["2025-04-30", april],
  ["2025-05-31", may],
  ["2025-06-30", may],
]);

/** The books posted by some rules, and Xero's trial balances read after it. */
export async function postWorkedBooks(name: string, rules: PostingRules): Promise<Scope> {
  const scope = await openOrganisation(name);
  await transaction(scope, async (tx) => {
    await putDocuments(tx, documents);
    await putSettlements(tx, settlements);
    await putManualJournals(tx, [manualJournal("MJ-1", [line("rent", "10.00"), line("bank", "-10.00")], on("2025-05-31"))]);
  });
  await postPending(scope, { rules, now: () => new Date("2025-06-01T10:00:00Z") });
  await transaction(scope, (tx) => putDocuments(tx, [{ ...voided, status: "VOIDED" }, { ...edited, amount: money("80.00"), lines: [line("rent", "80.00")] }]));
  await postPending(scope, { rules, now: () => new Date("2025-06-15T10:00:00Z") });
  for (const [asAt, balances] of workedTrialBalances) await transaction(scope, (tx) => storeBalances(tx, asAt, balances, new Date("2025-07-01T10:00:00Z")));
  return scope;
}

export function storeBalances(tx: Transaction, asAt: Day, balances: TrialBalance, fetchedAt: Date, basis: Basis = "accrual") {
  const rows = Object.entries(balances).map(([accountXeroId, net]) => ({ accountXeroId, net: money(net) }));
  return storeTrialBalance(tx, { asAt, basis, fetchedAt, rows });
}
