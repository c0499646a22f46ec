// The item of the API reference: bought, kept in stock, and sold.
import type { z } from "zod";
import { exampleAccount } from "#lib/accounts/examples.ts";
import type { itemSchema } from "#lib/items/item.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";

const inventory = { id: "01990000-0000-7000-8000-0000000000a5", code: "630", name: "Inventory" };
const costs = { id: "01990000-0000-7000-8000-0000000000a6", code: "310", name: "Cost of Goods Sold" };

export const exampleItem: z.input<typeof itemSchema> = {
  id: "01990000-0000-7000-8000-0000000000f7",
  tenantId: exampleOrganisation.id,
  xeroId: "19b79d12-0ae1-496e-9649-cbd04b15c7c5",
  code: "KETTLE-02",
  name: "Gooseneck kettle",
  sales: { description: "Gooseneck kettle, 0.9 l", unitPrice: "149.00", account: { id: exampleAccount.id, code: exampleAccount.code, name: exampleAccount.name }, taxType: "OUTPUT2" },
  purchases: { description: "Kettle, carton of one", unitPrice: "84.4375", account: null, taxType: "INPUT2" },
  stock: { account: inventory, costAccount: costs, quantityOnHand: "12", totalCost: "1013.25" },
  xeroUpdatedAt: "2026-11-20T01:00:00.000Z",
  createdAt: "2026-11-21T07:11:30.000Z",
  updatedAt: "2026-11-21T07:11:30.000Z",
};
