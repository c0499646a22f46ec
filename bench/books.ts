// Books of a firm that has traded for three years, the same in every run but for their last day: of five documents two are invoices, two their
// payments and one is money spent. One invoice in ten is still owed, and in place of its payment more is spent.
import type { Allocations, JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import { addDays, type Day } from "#lib/day.ts";
import { openForNow } from "#lib/ledger/posting/open-until.ts";
import { type Money, rateOfOne } from "#lib/money.ts";
import type { Account } from "#lib/reports/sections.ts";
import { account } from "#lib/reports/testing/statements.ts";

export type BookedDocument = {
  document: typeof Transactions.$inferInsert;
  entry: typeof JournalEntries.$inferInsert;
  lines: (typeof JournalLines.$inferInsert)[];
  allocations: (typeof Allocations.$inferInsert)[];
};
type Leg = readonly [account: Account, amount: Money];
type Plan = { kind: "invoice" | "payment" | "spend"; net: Money; of: number };
/** `paidOn` is when an invoice was paid, should it have been. */
type Dated = Plan & { paidOn: Day };

const days = 1_095;
const contacts = 500;

export const debtors = account(idOf(1, 1), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS", code: "610" });
const gst = account(idOf(1, 2), "GST", "CURRLIAB", { systemAccount: "GST", code: "820" });
export const bank = account(idOf(1, 3), "Cheque Account", "BANK", { code: "090" });
const sales = Array.from({ length: 20 }, (_, number) => account(idOf(2, number), `Sales ${number}`, "REVENUE", { code: `2${number}` }));
const costs = Array.from({ length: 40 }, (_, number) => account(idOf(3, number), `Cost ${number}`, "EXPENSE", { code: `4${number}` }));
export const chart: Account[] = [debtors, gst, bank, ...sales, ...costs];

export function* documentsOf(tenantId: string, rows: number, today: Day): Generator<BookedDocument> {
  const calendar = Array.from({ length: days + 1 }, (_, index) => addDays(today, index - days));
  for (let number = 0; number < rows; number += 1) {
    const plan = planOf(number);
    const invoiced = Math.floor((plan.of * days) / rows);
    const paidOn = calendar[Math.min(days, invoiced + 20)] ?? today;
    yield booked(tenantId, number, plan.kind === "payment" ? paidOn : (calendar[invoiced] ?? today), { ...plan, paidOn });
  }
}

function planOf(number: number): Plan {
  const isSale = number % 5 < 2;
  const invoice = isSale ? number : number - 2;
  const isPayment = number % 5 > 1 && number % 5 < 4 && !isOwed(invoice);
  const kind = isSale ? "invoice" : isPayment ? "payment" : "spend";
  const of = kind === "payment" ? invoice : number;
  return { kind, of, net: kind === "spend" ? netOf(of) / 2n : netOf(of) };
}

export function isOwed(invoice: number): boolean {
  return invoice % 50 < 2;
}

/** 10.00 to 9,000.00, and half of it in whole cents. */
function netOf(number: number): Money {
  return 100_000n * BigInt(1 + ((number * 7_919) % 900));
}

function legsOf({ kind, net, of }: Plan): Leg[] {
  const tax = (net * 15n) / 100n;
  const sale = sales[of % sales.length] ?? debtors;
  const cost = costs[of % costs.length] ?? debtors;
  if (kind === "invoice") return [[debtors, net + tax], [sale, -net], [gst, -tax]];
  if (kind === "payment") return [[bank, net + tax], [debtors, -net - tax]];
  return [[cost, net], [gst, tax], [bank, -net - tax]];
}

function booked(tenantId: string, number: number, date: Day, plan: Dated): BookedDocument {
  const [id, entryId] = [idOf(4, number), idOf(5, number)];
  const lines = legsOf(plan).map(([{ id: accountId }, amount], index) => {
    return { tenantId, entryId, lineNumber: index + 1, date, accountId, transactionId: id, contactId: contactOf(plan), debit: amount > 0n ? amount : 0n, credit: amount < 0n ? -amount : 0n };
  });
  const source = { basis: "accrual", sourceType: plan.kind === "spend" ? "bankTransaction" : plan.kind, sourceXeroId: id, sourceVersion: 1, contentHash: "bench" } as const;
  const entry = { id: entryId, tenantId, ...source, date, sequence: number + 1 };
  return { document: documentRow(tenantId, id, number, date, plan), entry, lines, allocations: plan.kind === "payment" ? [paymentOf(tenantId, id, date, plan)] : [] };
}

const kinds = {
  invoice: { type: "INVOICE", xeroType: "ACCREC", direction: "in", bankAccountId: null, isReconciled: false },
  payment: { type: "PAYMENT", xeroType: "ACCRECPAYMENT", direction: "in", bankAccountId: bank.id, isReconciled: true },
  spend: { type: "SPEND", xeroType: "SPEND", direction: "out", bankAccountId: bank.id, isReconciled: true },
} as const;

function documentRow(tenantId: string, id: string, number: number, date: Day, { kind, net, of, paidOn }: Dated): BookedDocument["document"] {
  const amount = net + (net * 15n) / 100n;
  const isOpen = kind === "invoice" && isOwed(of);
  const due = { amountDue: isOpen ? amount : 0n, amountPaid: kind === "invoice" && !isOpen ? amount : 0n, amountCredited: 0n };
  const texts = { number: `DOC-${number}`, contactId: contactOf({ of }), contactName: `Customer ${of % contacts}`, status: kind === "invoice" && !isOpen ? "PAID" : "AUTHORISED" };
  const amounts = { amount, baseAmount: kind === "spend" ? -amount : amount, subTotal: net, totalTax: amount - net, ...due };
  const plain = { currencyCode: "NZD", currencyRate: rateOfOne, lineAmountTypes: "Exclusive", contentHash: "bench", needsPosting: false } as const;
  const openUntil = kind !== "invoice" ? date : isOpen ? openForNow : paidOn;
  return { id, tenantId, xeroId: id, ...kinds[kind], ...texts, ...amounts, ...plain, date, dueDate: addDaysCheaply(date), openUntil };
}

function paymentOf(tenantId: string, id: string, date: Day, { net, of }: Plan): BookedDocument["allocations"][number] {
  const amount = net + (net * 15n) / 100n;
  return { tenantId, sourceKind: "payment", sourceXeroId: id, targetXeroId: idOf(4, of), date, ordinal: 1, amount, currencyRate: rateOfOne, bankAccountId: bank.id, status: "AUTHORISED" };
}

function contactOf({ of }: Pick<Plan, "of">): string {
  return `contact-${of % contacts}`;
}

const dueDays = new Map<Day, Day>();

/** Twenty days later; there are far fewer days than documents. */
function addDaysCheaply(date: Day): Day {
  const due = dueDays.get(date) ?? addDays(date, 20);
  dueDays.set(date, due);
  return due;
}

/** The same in every run, and in order, as keys made by time are. */
function idOf(kind: number, number: number): string {
  return `0190000${kind}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
}
