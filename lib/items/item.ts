// An item as the API hands it out: what lines sell and buy, and of one whose stock Xero tracks what is on hand.
import { z } from "zod";
import type { ItemRow } from "#lib/items/queries.ts";
import { paging } from "#lib/listing.ts";
import { rateText } from "#lib/money.ts";
import { wireInstant, wireMoney, wireText } from "#lib/wire-values.ts";

const filters = { isTracked: z.boolean().optional(), q: wireText(500).optional() };
export const itemListing = z.strictObject({ ...paging, ...filters });
export type ItemFilter = Pick<z.output<typeof itemListing>, keyof typeof filters>;

const account = z.strictObject({ id: z.uuid(), code: z.string().nullable(), name: z.string() }).nullable();
/** A price has four decimals at most. */
const side = z.strictObject({ description: z.string().nullable(), unitPrice: wireMoney.nullable(), account, taxType: z.string().nullable() });

export const itemSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    xeroId: z.string(),
    code: z.string(),
    name: z.string().nullable(),
    /** Null for what is not sold. */
    sales: side.nullable(),
    /** Null for what is not bought. */
    purchases: side.nullable(),
    /** Null where Xero does not track the stock. `quantityOnHand` is a decimal number, `totalCost` in base currency. */
    stock: z.strictObject({ account, costAccount: account, quantityOnHand: z.string().nullable(), totalCost: wireMoney.nullable() }).nullable(),
    xeroUpdatedAt: wireInstant.nullable(),
    createdAt: wireInstant,
    updatedAt: wireInstant,
  })
  .meta({ id: "Item" });
export type Item = z.output<typeof itemSchema>;

export function toItem({ item, sales, purchases, inventory, costs }: ItemRow): Item {
  const { id, tenantId, xeroId, code, name, quantityOnHand, totalCost, xeroUpdatedAt, createdAt, updatedAt } = item;
  return {
    ...{ id, tenantId, xeroId, code, name },
    sales: item.isSold ? { description: item.description, unitPrice: item.salesUnitPrice, account: sales, taxType: item.salesTaxType } : null,
    purchases: item.isPurchased ? { description: item.purchaseDescription, unitPrice: item.purchaseUnitPrice, account: purchases, taxType: item.purchaseTaxType } : null,
    stock: item.isTracked ? { account: inventory, costAccount: costs, quantityOnHand: quantityOnHand === null ? null : rateText(quantityOnHand), totalCost } : null,
    ...{ xeroUpdatedAt, createdAt, updatedAt },
  };
}
