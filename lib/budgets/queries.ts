// Budgets and their lines.
import { and, asc, countDistinct, desc, eq, getTableColumns, gte, inArray, lt, lte, max, min, notInArray, or, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { Accounts, BudgetLines, Budgets } from "#db/schema/index.ts";
import type { BudgetSource } from "#db/vocabulary.ts";
import type { Month } from "#lib/day.ts";

export type BudgetRow = typeof Budgets.$inferSelect;
type NewBudget = Omit<typeof Budgets.$inferInsert, "tenantId">;
export type NewLine = Pick<typeof BudgetLines.$inferInsert, "accountId" | "month" | "amount" | "note" | "lineNumber">;
export type BudgetPlace = { createdAt: Date; id: string };

/** Newest first, each with how far it reaches. */
export function listBudgets(q: Reader, sources: readonly BudgetSource[] | undefined, after: BudgetPlace | null, limit: number) {
  const { createdAt, id, tenantId, source } = Budgets;
  const older = after ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id))) : undefined;
  return withReach(q).where(and(inArray(tenantId, [...q.tenantIds]), sources && inArray(source, [...sources]), older)).groupBy(id).orderBy(desc(createdAt), desc(id)).limit(limit);
}

export async function findBudget(q: Reader, id: string) {
  const [budget] = await withReach(q).where(and(inArray(Budgets.tenantId, [...q.tenantIds]), eq(Budgets.id, id))).groupBy(Budgets.id);
  return budget;
}
export type ReachingBudget = NonNullable<Awaited<ReturnType<typeof findBudget>>>;

function withReach(q: Reader) {
  const { month, accountId } = BudgetLines;
  return q
    .select({ ...getTableColumns(Budgets), firstMonth: min(month), lastMonth: max(month), accounts: countDistinct(accountId).mapWith(Number) })
    .from(Budgets)
    .leftJoin(BudgetLines, and(eq(BudgetLines.tenantId, Budgets.tenantId), eq(BudgetLines.budgetId, Budgets.id)))
    .$dynamic();
}

/** By account code, those without one last, and month. */
export function budgetLines(q: Reader, budgetId: string) {
  const { tenantId, accountId, month, amount, note, lineNumber } = BudgetLines;
  return q
    .select({ accountId, accountCode: Accounts.code, accountName: Accounts.name, month, amount, note, lineNumber })
    .from(BudgetLines)
    .innerJoin(Accounts, and(eq(Accounts.tenantId, tenantId), eq(Accounts.id, accountId)))
    .where(and(inArray(tenantId, [...q.tenantIds]), eq(BudgetLines.budgetId, budgetId)))
    .orderBy(sql`${Accounts.code} nulls last`, asc(Accounts.name), asc(month));
}

/** What Xero's budgets are known by. */
export function xeroBudgets(q: Query) {
  return q.select().from(Budgets).where(and(eq(Budgets.tenantId, q.tenantId), eq(Budgets.source, "xero")));
}

export async function hasBudgetNamed(q: Query, name: string): Promise<boolean> {
  const rows = await q.select({ id: Budgets.id }).from(Budgets).where(and(eq(Budgets.tenantId, q.tenantId), eq(Budgets.source, "file"), eq(Budgets.name, name))).limit(1);
  return rows.length > 0;
}

export async function insertBudget(tx: Transaction, budget: NewBudget, lines: readonly NewLine[]): Promise<BudgetRow | undefined> {
  const [row] = await tx.insert(Budgets).values({ ...budget, tenantId: tx.tenantId }).returning();
  if (row) await insertLines(tx, row.id, lines);
  return row;
}

/** Lines of months that are not named stay as they are. */
export async function replaceBudget(tx: Transaction, id: string, budget: Partial<NewBudget>, months: { first: Month; last: Month }, lines: readonly NewLine[]): Promise<void> {
  const { tenantId, budgetId, month } = BudgetLines;
  await updateBudget(tx, id, budget);
  await tx.delete(BudgetLines).where(and(eq(tenantId, tx.tenantId), eq(budgetId, id), gte(month, months.first), lte(month, months.last)));
  await insertLines(tx, id, lines);
}

export async function updateBudget(tx: Transaction, id: string, budget: Partial<NewBudget>): Promise<void> {
  await tx.update(Budgets).set(budget).where(and(eq(Budgets.tenantId, tx.tenantId), eq(Budgets.id, id)));
}

/** Its lines go with it. */
export async function deleteBudget(tx: Transaction, id: string): Promise<void> {
  await tx.delete(Budgets).where(and(eq(Budgets.tenantId, tx.tenantId), eq(Budgets.id, id)));
}

/** How many of Xero's budgets were no longer among those that it lists. */
export async function deleteUnlisted(tx: Transaction, listed: readonly string[]): Promise<number> {
  const { tenantId, source, xeroId } = Budgets;
  const gone = await tx.delete(Budgets).where(and(eq(tenantId, tx.tenantId), eq(source, "xero"), notInArray(xeroId, [...listed]))).returning({ id: Budgets.id });
  return gone.length;
}

async function insertLines(tx: Transaction, budgetId: string, lines: readonly NewLine[]): Promise<void> {
  await insertRows(tx, BudgetLines, lines.map((line) => ({ ...line, budgetId, tenantId: tx.tenantId })));
}
