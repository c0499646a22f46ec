// For tests: items as a sync leaves them.
import { v7 as uuidv7 } from "uuid";
import { transaction } from "#db/index.ts";
import { Items } from "#db/schema/index.ts";
import { money, rate } from "#lib/money.ts";
import type { TestBooks } from "#lib/reports/testing/queries.ts";

type TestItem = { code: string; name?: string; stock?: { account: string; quantity: string; worth: string } };

/** Gives their ids, in the order given. */
export async function addItems({ scope }: TestBooks, items: readonly TestItem[]): Promise<string[]> {
  const rows = items.map(({ code, name = code, stock }) => {
    const [id, common] = [uuidv7(), { code, name, isSold: true, isPurchased: true, salesUnitPrice: money("149"), purchaseUnitPrice: money("84.4375"), contentHash: "none" }];
    const held = stock ? { isTracked: true, inventoryAccountId: stock.account, quantityOnHand: rate(stock.quantity), totalCost: money(stock.worth) } : { isTracked: false };
    return { id, tenantId: scope.tenantId, xeroId: id, ...common, ...held };
  });
  await transaction(scope, async (tx) => {
    for (const row of rows) await tx.insert(Items).values(row);
  });
  return rows.map(({ id }) => id);
}
