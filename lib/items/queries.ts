// Items as a list, and the accounts on which Xero keeps the stock of those that it tracks.
import { and, asc, count, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Query, Reader } from "#db/index.ts";
import { Accounts, Items } from "#db/schema/index.ts";
import type { ItemFilter } from "#lib/items/item.ts";
import { holdsText } from "#lib/text-queries.ts";

export type ItemRow = Awaited<ReturnType<typeof listItems>>[number];
export type ItemPlace = { code: string; id: string };
/** Where what is on hand stands, and where Xero puts its cost once it is sold. */
export type StockRole = "onHand" | "cost";

const [Sales, Purchases, Inventory, Costs] = [alias(Accounts, "Sales"), alias(Accounts, "Purchases"), alias(Accounts, "Inventory"), alias(Accounts, "Costs")];
const sales = { id: Sales.id, code: Sales.code, name: Sales.name };
const purchases = { id: Purchases.id, code: Purchases.code, name: Purchases.name };
const inventory = { id: Inventory.id, code: Inventory.code, name: Inventory.name };
const costs = { id: Costs.id, code: Costs.code, name: Costs.name };

/** By code. */
export function listItems(q: Reader, filter: ItemFilter, after: ItemPlace | null, limit: number) {
  const { code, name, isTracked, id } = Items;
  const conditions = [
    filter.isTracked === undefined ? undefined : eq(isTracked, filter.isTracked),
    filter.q === undefined ? undefined : holdsText([code, name], filter.q),
    after ? sql`(${code}, ${id}) > (${sql.param(after.code, code)}, ${sql.param(after.id, id)})` : undefined,
  ];
  return described(q, ...conditions).orderBy(asc(code), asc(id)).limit(limit);
}

export async function findItem(q: Reader, id: string): Promise<ItemRow | undefined> {
  const [found] = await described(q, eq(Items.id, id));
  return found;
}

/** What Xero keeps of its tracked items on an account. One that is both is the one on which they are on hand. */
export function stockRole(q: Query): SQL<StockRole | null> {
  const { tenantId, isTracked, inventoryAccountId, costAccountId } = Items;
  const named = (account: typeof inventoryAccountId | typeof costAccountId) => q.select({ account }).from(Items).where(and(eq(tenantId, q.tenantId), eq(isTracked, true), isNotNull(account)));
  return sql`case when ${inArray(Accounts.id, named(inventoryAccountId))} then 'onHand' when ${inArray(Accounts.id, named(costAccountId))} then 'cost' end`;
}

/** Account → what Xero keeps of its tracked items there. */
export async function stockAccounts(q: Query): Promise<Map<string, StockRole>> {
  const accounts = await q.select({ id: Accounts.id, stock: stockRole(q) }).from(Accounts).where(eq(Accounts.tenantId, q.tenantId));
  return new Map(accounts.flatMap(({ id, stock }) => (stock === null ? [] : [[id, stock] as const])));
}

/** What the tracked items on each inventory account are worth by Xero's list of items. */
export function stockByAccount(q: Query) {
  const { tenantId, isTracked, inventoryAccountId, totalCost } = Items;
  const { id, code, name } = Accounts;
  return q
    .select({ account: { id, code, name }, items: count(), totalCost: sql`coalesce(sum(${totalCost}), 0)`.mapWith(totalCost) })
    .from(Items)
    .innerJoin(Accounts, and(eq(Accounts.tenantId, tenantId), eq(id, inventoryAccountId)))
    .where(and(eq(tenantId, q.tenantId), eq(isTracked, true), isNotNull(inventoryAccountId)))
    .groupBy(id, code, name)
    .orderBy(asc(code), asc(id));
}

function described(q: Reader, ...conditions: (SQL | undefined)[]) {
  return q
    .select({ item: Items, sales, purchases, inventory, costs })
    .from(Items)
    .leftJoin(Sales, and(eq(Sales.tenantId, Items.tenantId), eq(Sales.id, Items.salesAccountId)))
    .leftJoin(Purchases, and(eq(Purchases.tenantId, Items.tenantId), eq(Purchases.id, Items.purchaseAccountId)))
    .leftJoin(Inventory, and(eq(Inventory.tenantId, Items.tenantId), eq(Inventory.id, Items.inventoryAccountId)))
    .leftJoin(Costs, and(eq(Costs.tenantId, Items.tenantId), eq(Costs.id, Items.costAccountId)))
    .where(and(inArray(Items.tenantId, [...q.tenantIds]), ...conditions));
}
