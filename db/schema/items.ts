// Items: what lines sell and buy. They are as Xero has them now, quantity and value on hand included; one that Xero no longer lists is removed, and
// lines keep its code.
import { type Kit, withinLimit } from "../dialect.ts";
import type { accounts } from "./accounts.ts";
import type { organisations } from "./organisations.ts";
import { referable, within } from "./references.ts";
import { stamps } from "./stamps.ts";

type Mirror = ReturnType<typeof organisations> & ReturnType<typeof accounts>;

export function items(kit: Kit, { XeroTenants, Accounts }: Mirror) {
  const Items = kit.table(
    "Items",
    {
      id: kit.id(),
      tenantId: kit.uuid().notNull().references(() => XeroTenants.id, { onDelete: "cascade" }),
      xeroId: kit.varchar(255).notNull(),
      /** By which lines name it. */
      code: kit.varchar(50).notNull(),
      name: kit.varchar(255),
      description: kit.text(),
      purchaseDescription: kit.text(),
      isSold: kit.flag().notNull(),
      isPurchased: kit.flag().notNull(),
      salesUnitPrice: kit.money(),
      salesAccountId: kit.uuid(),
      salesTaxType: kit.varchar(50),
      purchaseUnitPrice: kit.money(),
      purchaseAccountId: kit.uuid(),
      purchaseTaxType: kit.varchar(50),
      /** Xero keeps its stock, and posts what was sold from it at average cost. */
      isTracked: kit.flag().notNull(),
      inventoryAccountId: kit.uuid(),
      costAccountId: kit.uuid(),
      quantityOnHand: kit.rate(),
      /** What is on hand is worth, in base currency. */
      totalCost: kit.money(),
      xeroUpdatedAt: kit.instant(),
      contentHash: kit.varchar(64).notNull(),
      ...stamps(kit),
    },
    (t) => [
      kit.unique("Items_tenantId_xeroId_unique").on(t.tenantId, t.xeroId),
      referable(kit, "Items", t),
      kit.index("Items_tenantId_code_index").on(t.tenantId, t.code, t.id),
      ...[t.salesAccountId, t.purchaseAccountId, t.inventoryAccountId, t.costAccountId].flatMap((account) => [
        within(kit, "Items", t, account, Accounts),
        kit.index(`Items_tenantId_${account.name}_index`).on(t.tenantId, account),
      ]),
      ...[t.salesUnitPrice, t.purchaseUnitPrice, t.totalCost].map((column) => withinLimit(kit, column)),
    ],
  );

  return { Items };
}
