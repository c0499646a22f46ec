// The mirror of Xero's documents. A page is compared with what is kept, by hash; what differs is written with its lines and handed to the
// ledger by `needsPosting`. Nothing is removed: a document that Xero voids keeps its row with that status.
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { Allocations, ManualJournalLines, ManualJournals, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { AllocationKind } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Money, Rate } from "#lib/money.ts";
import { documentHash } from "#lib/sync/accounts-named.ts";
import { askForPosting } from "#lib/sync/posting-marks-queries.ts";
import { accountFinder } from "#lib/sync/settings-queries.ts";
import { trackingSets } from "#lib/sync/tracking-queries.ts";
import { type KeptDocument, type Resolve, taxTreatment } from "#lib/sync/transaction-rows.ts";
import { fromExcluded, portions } from "#lib/sync/upsert-queries.ts";
import { type manualJournal, unitPrice, type XeroLine } from "#lib/xero/decode.ts";

/** Ours, or set once: no sync writes them again. `creditXeroId` and `remainingCredit` of a bank transaction come with its over- or prepayment. */
const untouched = ["id", "tenantId", "xeroId", "createdAt", "category", "accountCode", "categorySource", "ruleId", "note"];

/** Keeps documents that are new or changed; gives the Xero ids of those. */
export async function saveDocuments<Item>(tx: Transaction, items: readonly Item[], toDocument: (item: Item, resolve: Resolve) => KeptDocument): Promise<Set<string>> {
  const resolve = await resolver(tx);
  const documents = items.map((item) => toDocument(item, resolve));
  const known = await knownDocuments(tx, documents.map(({ row }) => row.xeroId));
  const changed = documents
    .filter(({ row }) => known.get(row.xeroId)?.contentHash !== row.contentHash)
    .map(({ row, lines }) => ({ id: known.get(row.xeroId)?.id ?? uuidv7(), row, lines }));
  const remainingCredit = sql`coalesce(excluded."remainingCredit", ${Transactions.remainingCredit})`;
  await insertRows(tx, Transactions, changed.map(({ id, row }) => ({ id, tenantId: tx.tenantId, ...row })), {
    target: [Transactions.tenantId, Transactions.xeroId],
    set: { ...fromExcluded(Transactions, untouched), remainingCredit },
  });
  await saveLines(tx, changed, resolve);
  return new Set(changed.map(({ row }) => row.xeroId));
}

async function saveLines(tx: Transaction, documents: { id: string; lines: XeroLine[] }[], resolve: Resolve): Promise<void> {
  const sets = await trackingSets(tx);
  const rows = documents.flatMap(({ id, lines }) => lines.map((line, index) => ({ tenantId: tx.tenantId, transactionId: id, lineNumber: index + 1, ...priceOf(line), ...lineRow(line, resolve, sets.setOf) })));
  await sets.save();
  const place = [TransactionLines.transactionId, TransactionLines.lineNumber];
  await insertRows(tx, TransactionLines, rows, { target: place, set: fromExcluded(TransactionLines, ["id", "tenantId", "transactionId", "lineNumber"]) });
  for (const [count, group] of Map.groupBy(documents, ({ lines }) => lines.length)) {
    for (const portion of portions(group.map(({ id }) => ({ id })))) {
      const surplus = and(eq(TransactionLines.tenantId, tx.tenantId), inArray(TransactionLines.transactionId, portion.map(({ id }) => id)), gt(TransactionLines.lineNumber, count));
      await tx.delete(TransactionLines).where(surplus);
    }
  }
}

function priceOf({ ItemCode, Quantity, UnitAmount, DiscountRate, DiscountAmount }: XeroLine) {
  return { itemCode: ItemCode, quantity: Quantity, unitAmount: unitPrice(UnitAmount), discountRate: DiscountRate, discountAmount: DiscountAmount ?? null };
}

export async function saveManualJournals(tx: Transaction, journals: z.output<typeof manualJournal>[]): Promise<number> {
  const resolve = await resolver(tx);
  const ids = journals.map((one) => one.ManualJournalID);
  const rows = await tx.select({ id: ManualJournals.id, xeroId: ManualJournals.xeroId, contentHash: ManualJournals.contentHash }).from(ManualJournals).where(and(eq(ManualJournals.tenantId, tx.tenantId), inArray(ManualJournals.xeroId, ids)));
  const known = new Map(rows.map((row) => [row.xeroId, row]));
  const changed = journals
    .map((one) => ({ one, id: known.get(one.ManualJournalID)?.id ?? uuidv7(), hash: documentHash(one, resolve) }))
    .filter(({ one, hash }) => known.get(one.ManualJournalID)?.contentHash !== hash);
  const kept = changed.map(({ one, id, hash }) => ({
    id,
    tenantId: tx.tenantId,
    xeroId: one.ManualJournalID,
    narration: one.Narration,
    date: one.Date,
    status: one.Status,
    lineAmountTypes: taxTreatment(one.LineAmountTypes),
    showOnCashBasisReports: one.ShowOnCashBasisReports,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: hash,
    needsPosting: true,
  }));
  await insertRows(tx, ManualJournals, kept, { target: [ManualJournals.tenantId, ManualJournals.xeroId], set: fromExcluded(ManualJournals, untouched) });
  const sets = await trackingSets(tx);
  const lines = changed.flatMap(({ one, id }) => one.JournalLines.map((line, index) => ({ tenantId: tx.tenantId, manualJournalId: id, lineNumber: index + 1, ...lineRow(line, resolve, sets.setOf) })));
  await sets.save();
  for (const portion of portions(changed)) {
    await tx.delete(ManualJournalLines).where(and(eq(ManualJournalLines.tenantId, tx.tenantId), inArray(ManualJournalLines.manualJournalId, portion.map(({ id }) => id))));
  }
  await insertRows(tx, ManualJournalLines, lines);
  return changed.length;
}

export type AllocationRow = {
  sourceKind: AllocationKind;
  sourceXeroId: string;
  targetXeroId: string;
  date: Day;
  amount: Money;
  currencyRate: Rate;
  bankAccountId: string | null;
  bankAmount: Money | null;
  status: string;
};

/** What each source settles, in place of what it settled before. Documents on either end are handed to the ledger when something differs. */
export async function saveAllocations(tx: Transaction, sources: readonly string[], rows: readonly AllocationRow[]): Promise<number> {
  if (sources.length === 0) return 0;
  const mine = and(eq(Allocations.tenantId, tx.tenantId), inArray(Allocations.sourceXeroId, [...sources]));
  const before = new Map((await tx.select().from(Allocations).where(mine)).map((row) => [allocationKey(row), row]));
  const wanted = numbered(rows);
  const changed = wanted.filter((row) => {
    const old = before.get(allocationKey(row));
    return !old || old.amount !== row.amount || old.status !== row.status || old.currencyRate !== row.currencyRate || old.bankAmount !== row.bankAmount || old.bankAccountId !== row.bankAccountId;
  });
  const keys = new Set(wanted.map(allocationKey));
  const gone = [...before.values()].filter((row) => !keys.has(allocationKey(row)));
  const target = [Allocations.tenantId, Allocations.sourceKind, Allocations.sourceXeroId, Allocations.targetXeroId, Allocations.date, Allocations.ordinal];
  const set = fromExcluded(Allocations, ["id", "tenantId", "createdAt", "sourceKind", "sourceXeroId", "targetXeroId", "date", "ordinal"]);
  await insertRows(tx, Allocations, changed.map((row) => ({ tenantId: tx.tenantId, ...row })), { target, set });
  if (gone.length > 0) await tx.delete(Allocations).where(and(eq(Allocations.tenantId, tx.tenantId), inArray(Allocations.id, gone.map(({ id }) => id))));
  await askForPosting(tx, [...changed, ...gone].flatMap(({ sourceXeroId, targetXeroId }) => [sourceXeroId, targetXeroId]));
  return changed.length + gone.length;
}

/** What is left of an over- or prepayment, on the bank transaction that made it. */
export async function saveRemainingCredit(tx: Transaction, credits: { creditXeroId: string; remainingCredit: Money }[]): Promise<void> {
  if (credits.length === 0) return;
  const ids = credits.map(({ creditXeroId }) => creditXeroId);
  const rows = await tx.select({ id: Transactions.id, creditXeroId: Transactions.creditXeroId, remainingCredit: Transactions.remainingCredit }).from(Transactions).where(and(eq(Transactions.tenantId, tx.tenantId), inArray(Transactions.creditXeroId, ids)));
  const remaining = new Map(credits.map((credit) => [credit.creditXeroId, credit.remainingCredit]));
  for (const { id, creditXeroId, remainingCredit } of rows) {
    const now = remaining.get(creditXeroId ?? "") ?? null;
    if (now !== remainingCredit) await tx.update(Transactions).set({ remainingCredit: now }).where(and(eq(Transactions.tenantId, tx.tenantId), eq(Transactions.id, id)));
  }
}

async function resolver(tx: Transaction): Promise<Resolve> {
  const [organisation] = await tx.select({ baseCurrency: XeroTenants.baseCurrency }).from(XeroTenants).where(eq(XeroTenants.id, tx.tenantId));
  return { ...(await accountFinder(tx)), baseCurrency: organisation?.baseCurrency ?? "" };
}

async function knownDocuments(tx: Transaction, xeroIds: string[]): Promise<Map<string, { id: string; contentHash: string }>> {
  const rows = await tx.select({ id: Transactions.id, xeroId: Transactions.xeroId, contentHash: Transactions.contentHash }).from(Transactions).where(and(eq(Transactions.tenantId, tx.tenantId), inArray(Transactions.xeroId, xeroIds)));
  return new Map(rows.map((row) => [row.xeroId, row]));
}

function lineRow(line: XeroLine, { accountOf }: Resolve, setOf: (tracking: XeroLine["Tracking"]) => string | null) {
  return {
    accountId: accountOf({ AccountID: line.AccountID, Code: line.AccountCode }),
    description: line.Description,
    lineAmount: line.LineAmount,
    taxAmount: line.TaxAmount,
    taxType: line.TaxType,
    trackingSetId: setOf(line.Tracking),
  };
}

function allocationKey(row: { sourceKind: string; sourceXeroId: string; targetXeroId: string; date: string; ordinal: number }): string {
  return [row.sourceKind, row.sourceXeroId, row.targetXeroId, row.date, row.ordinal].join("|");
}

/** One source may settle one document twice on a day; the order Xero gives them in tells them apart. */
function numbered(rows: readonly AllocationRow[]): (AllocationRow & { ordinal: number })[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = allocationKey({ ...row, ordinal: 0 });
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...row, ordinal };
  });
}
