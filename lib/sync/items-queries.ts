// The mirror of Xero's items. The whole list is read each time, since what is on hand changes without the item: what is no longer listed is removed.
import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { Items } from "#db/schema/index.ts";
import { stockAccounts } from "#lib/items/queries.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { contentHash } from "#lib/sync/content-hash.ts";
import { type AccountFinder, accountFinder } from "#lib/sync/settings-queries.ts";
import { fromExcluded, keyed, portions, unlike } from "#lib/sync/upsert-queries.ts";
import { type item, unitPrice } from "#lib/xero/decode.ts";

type XeroItem = z.output<typeof item>;

/** Which accounts Xero posts its stock to decides what is known of a difference to it; nothing else of an item stands in reports. */
export async function saveItems(tx: Transaction, items: XeroItem[]): Promise<number> {
  const before = await stockAccounts(tx);
  const finder = await accountFinder(tx);
  const rows = items.map((one) => rowOf(tx.tenantId, one, finder));
  const known = await tx.select({ id: Items.id, xeroId: Items.xeroId, contentHash: Items.contentHash }).from(Items).where(eq(Items.tenantId, tx.tenantId));
  const changed = unlike(rows, known);
  await insertRows(tx, Items, changed, { target: [Items.tenantId, Items.xeroId], set: fromExcluded(Items, keyed) });
  const listed = new Set(rows.map(({ xeroId }) => xeroId));
  const gone = known.filter(({ xeroId }) => !listed.has(xeroId)).map(({ id }) => ({ id }));
  for (const portion of portions(gone)) await tx.delete(Items).where(and(eq(Items.tenantId, tx.tenantId), inArray(Items.id, portion.map(({ id }) => id))));
  if (changed.length + gone.length > 0 && isOtherThan(before, await stockAccounts(tx))) await raiseDataVersion(tx);
  return changed.length + gone.length;
}

function rowOf(tenantId: string, one: XeroItem, { accountOf }: AccountFinder) {
  const { SalesDetails: sales, PurchaseDetails: purchase } = one;
  const accounts = {
    salesAccountId: accountOf({ Code: sales?.AccountCode }),
    purchaseAccountId: accountOf({ Code: purchase?.AccountCode }),
    inventoryAccountId: accountOf({ Code: one.InventoryAssetAccountCode }),
    costAccountId: accountOf({ Code: purchase?.COGSAccountCode }),
  };
  return {
    tenantId,
    xeroId: one.ItemID,
    code: one.Code,
    name: one.Name,
    description: one.Description,
    purchaseDescription: one.PurchaseDescription,
    isSold: one.IsSold,
    isPurchased: one.IsPurchased,
    salesUnitPrice: unitPrice(sales?.UnitPrice ?? null),
    salesTaxType: sales?.TaxType ?? null,
    purchaseUnitPrice: unitPrice(purchase?.UnitPrice ?? null),
    purchaseTaxType: purchase?.TaxType ?? null,
    isTracked: one.IsTrackedAsInventory,
    ...accounts,
    quantityOnHand: one.QuantityOnHand,
    totalCost: one.TotalCostPool ?? null,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: contentHash({ one, accounts }),
  };
}

function isOtherThan(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size !== after.size || [...before].some(([account, role]) => after.get(account) !== role);
}
