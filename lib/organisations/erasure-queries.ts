// Erasing an organisation, portion by portion. What the database otherwise keeps for ever (posted entries and their lines) it lets go only
// while the organisation stands in Erasures and nobody is a member of it any more.
import { and, asc, desc, eq, inArray, notExists, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/index.ts";
import {
  AccountBalances, Accounts, AccountTags, AlertReaders, AlertRules, Alerts, Allocations, Attachments, BatchPayments, BudgetLines, Budgets, CategoryRules, ContactMovements, Contacts, CursorStates, DailyMovements, Erasures, Events, IdempotencyKeys, Items, Jobs, JournalEntries, JournalLines, KpiTargets, LedgerChecks, ManualJournalLines, ManualJournals,
  PackParts, Packs, ReportDefinitions, Reports, TaxComponents, TaxRates, TrackingCategories, TrackingOptions, TrackingSetOptions, TrackingSets, TransactionLines, Transactions, UserTenants, WebhookDeliveries, WebhookEvents,
  Webhooks, XeroApiLogs, XeroConnections, XeroTenants, XeroTokens, XeroTrialBalances,
} from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

type Owned = PgTable & { id: PgColumn; tenantId: PgColumn };
type Part = { table: Owned; order?: SQL };

/** Everything of an organisation but its audit, what refers before what is referred to. */
export const parts: readonly Part[] = [
  { table: WebhookDeliveries },
  { table: WebhookEvents },
  { table: Events },
  { table: Webhooks },
  { table: CategoryRules },
  { table: PackParts },
  // What takes the place of another comes after it.
  { table: Packs, order: desc(Packs.createdAt) },
  { table: Reports, order: desc(Reports.createdAt) },
  { table: ReportDefinitions },
  { table: BudgetLines },
  { table: Budgets },
  { table: XeroTrialBalances },
  { table: LedgerChecks },
  { table: Alerts },
  { table: AlertReaders },
  { table: AlertRules },
  { table: KpiTargets },
  { table: AccountBalances },
  { table: DailyMovements },
  { table: ContactMovements },
  { table: JournalLines },
  // A reversal comes after what it reverses, so the latest go first.
  { table: JournalEntries, order: desc(JournalEntries.sequence) },
  { table: ManualJournalLines },
  { table: ManualJournals },
  { table: Allocations },
  { table: Attachments },
  { table: BatchPayments },
  { table: TransactionLines },
  { table: Transactions },
  { table: Items },
  { table: TrackingSetOptions },
  { table: TrackingSets },
  { table: TrackingOptions },
  { table: TrackingCategories },
  { table: TaxComponents },
  { table: TaxRates },
  { table: Contacts },
  { table: AccountTags },
  { table: Accounts },
  { table: CursorStates },
  { table: XeroApiLogs },
  { table: Jobs },
];

/** How many rows went; fewer than `most` when there are no more. */
export async function erasePortion(tx: Transaction, { table, order }: Part, most: number): Promise<number> {
  const mine = eq(table.tenantId, tx.tenantId);
  const portion = tx.select({ id: table.id }).from(table).where(mine).orderBy(order ?? asc(table.id)).limit(most);
  const erased = await tx.delete(table).where(and(mine, inArray(table.id, portion))).returning({ id: table.id });
  return erased.length;
}

export async function beginErasure(tx: SystemTransaction, id: string, askedById: string | null): Promise<void> {
  await tx.insert(Erasures).values({ id, askedById }).onConflictDoNothing();
}

export async function findErasure(q: SystemQuery, id: string) {
  const [erasure] = await q.select().from(Erasures).where(eq(Erasures.id, id));
  return erasure;
}

export async function erasuresUnderWay(q: SystemQuery): Promise<string[]> {
  const rows = await q.select({ id: Erasures.id }).from(Erasures).orderBy(asc(Erasures.createdAt));
  return rows.map(({ id }) => id);
}

/** Holds the organisation, so that nobody connects it in between. */
export async function holdOrganisation(tx: SystemTransaction, id: string): Promise<{ name: string } | undefined> {
  const [held] = await tx.update(XeroTenants).set({ connectionStatus: "disconnected" }).where(eq(XeroTenants.id, id)).returning({ name: XeroTenants.tenantName });
  return held;
}

export async function forgetMembers(tx: SystemTransaction, tenantId: string): Promise<void> {
  await tx.delete(UserTenants).where(eq(UserTenants.tenantId, tenantId));
}

/** With the sign-ins at Xero that reach nothing else. */
export async function forgetConnections(tx: SystemTransaction, tenantId: string): Promise<void> {
  const gone = await tx.delete(XeroConnections).where(eq(XeroConnections.tenantId, tenantId)).returning({ tokenId: XeroConnections.tokenId });
  const others = tx.select({ one: sql`1` }).from(XeroConnections).where(eq(XeroConnections.tokenId, XeroTokens.id));
  const tokenIds = gone.map(({ tokenId }) => tokenId);
  if (tokenIds.length > 0) await tx.delete(XeroTokens).where(and(inArray(XeroTokens.id, tokenIds), notExists(others)));
}

/** Whoever works on one loses its lease, and with that writes nothing more. */
export async function endJobs(tx: SystemTransaction, tenantId: string, now: Date): Promise<void> {
  const live = and(eq(Jobs.tenantId, tenantId), inArray(Jobs.status, ["queued", "running"]));
  await tx.update(Jobs).set({ status: "cancelled", cancelRequestedAt: now, finishedAt: now, leaseOwner: null, leaseUntil: null }).where(live);
}

/** What was answered to keys of this organisation. */
export async function forgetAnswersAbout(tx: SystemTransaction, tenantId: string): Promise<void> {
  const rows = await tx.select({ id: IdempotencyKeys.id, tenantIds: IdempotencyKeys.tenantIds }).from(IdempotencyKeys);
  const about = rows.filter(({ tenantIds }) => tenantIds.includes(tenantId)).map(({ id }) => id);
  for (let start = 0; start < about.length; start += 1_000) await tx.delete(IdempotencyKeys).where(inArray(IdempotencyKeys.id, about.slice(start, start + 1_000)));
}

/** The last of it; the database refuses while anything else of it is left. */
export async function forgetOrganisation(tx: SystemTransaction, id: string): Promise<{ name: string } | undefined> {
  const [gone] = await tx.delete(XeroTenants).where(eq(XeroTenants.id, id)).returning({ name: XeroTenants.tenantName });
  return gone;
}
