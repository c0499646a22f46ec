// Items come whole each time: with their prices to the last decimal, and with the accounts on which Xero keeps their stock.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { toItem } from "#lib/items/item.ts";
import { listItems, stockAccounts } from "#lib/items/queries.ts";
import { organisationOf } from "#lib/ledger/testing/queries.ts";
import { decimal, money, rate } from "#lib/money.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { type Answers, asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";
import { openDocument } from "#lib/transactions/open-document.ts";
import { documentIdOf } from "#lib/transactions/testing/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const account = (Code: string, Type: string, Class: string) => ({ AccountID: `account-${Code}`, Code, Name: Code, Type, Class, Status: "ACTIVE" });
const Accounts = [account("sales", "REVENUE", "REVENUE"), account("stock", "INVENTORY", "ASSET"), account("cost", "DIRECTCOSTS", "EXPENSE")];
const kettle = {
  ItemID: "kettle", Code: "KETTLE", Name: "Kettle", Description: "Gooseneck kettle", IsSold: true, IsPurchased: true, IsTrackedAsInventory: true, InventoryAssetAccountCode: "stock", QuantityOnHand: "12.5", TotalCostPool: "1055.4688",
  SalesDetails: { UnitPrice: "149.0000", AccountCode: "sales", TaxType: "OUTPUT2" }, PurchaseDetails: { UnitPrice: "84.4375", COGSAccountCode: "cost", TaxType: "INPUT2" }, UpdatedDateUTC: "2026-05-01T00:00:00",
};
const advice = { ItemID: "advice", Code: "ADVICE", Name: "Advice", IsSold: true, IsPurchased: false, IsTrackedAsInventory: false, SalesDetails: { UnitPrice: "95", AccountCode: "sales" }, UpdatedDateUTC: "2026-05-01T00:00:00" };

type Kiwi = Awaited<ReturnType<typeof newOrganisation>>;

async function sync(kiwi: Kiwi, said: Answers) {
  const context = asking(kiwi, { Accounts, ...said }, { mode: "full" });
  await syncOf(context, "Accounts", "Items", "Invoices");
  const items = await read(kiwi, async (q) => (await listItems(q, {}, null, 100)).map(toItem));
  return { items, asked: context.asked.find(({ path }) => path === "Items"), written: context.progress.objects.Items?.written, dataVersion: (await organisationOf(kiwi)).dataVersion };
}

test("an item is kept with its prices to four decimals, its accounts, and what is on hand", async () => {
  const { items, asked } = await sync(await newOrganisation("first items"), { Items: [kettle, advice] });
  expect(asked).toEqual({ path: "Items", query: { unitdp: "4" }, since: null });
  expect(items).toMatchObject([
    { code: "ADVICE", purchases: null, stock: null, sales: { unitPrice: money("95"), account: { code: "sales" } } },
    {
      code: "KETTLE",
      sales: { description: "Gooseneck kettle", unitPrice: money("149"), taxType: "OUTPUT2" },
      purchases: { unitPrice: money("84.4375"), account: null },
      stock: { account: { code: "stock" }, costAccount: { code: "cost" }, quantityOnHand: "12.5", totalCost: money("1055.4688") },
    },
  ]);
});

test("what is no longer listed is removed; what says the same is not written", async () => {
  const kiwi = await newOrganisation("fewer items");
  await sync(kiwi, { Items: [kettle, advice] });
  expect((await sync(kiwi, { Items: [kettle, advice] })).written).toBe(0);
  const { items, written } = await sync(kiwi, { Items: [kettle] });
  expect([items.map(({ code }) => code), written]).toEqual([["KETTLE"], 1]);
});

const rolesIn = async (kiwi: Kiwi) => [...(await read(kiwi, stockAccounts)).values()].toSorted();

test("what is on hand moves no version of the books; where stock is kept does, since differences to Xero are known by it", async () => {
  const kiwi = await newOrganisation("moving stock");
  const first = await sync(kiwi, { Items: [kettle, advice] });
  const fewer = await sync(kiwi, { Items: [{ ...kettle, QuantityOnHand: "11.5" }, { ...advice, Name: "Counsel" }] });
  expect([fewer.written, fewer.dataVersion]).toEqual([2, first.dataVersion]);
  expect(await rolesIn(kiwi)).toEqual(["cost", "onHand"]);
  const untracked = await sync(kiwi, { Items: [{ ...kettle, IsTrackedAsInventory: false }, advice] });
  expect(untracked.dataVersion).toBe((first.dataVersion ?? 0) + 1);
  expect(await rolesIn(kiwi)).toEqual([]);
});

test("an account that holds both stock and its cost is the one on which stock is on hand", async () => {
  const kiwi = await newOrganisation("one account for stock");
  await sync(kiwi, { Items: [{ ...kettle, PurchaseDetails: { ...kettle.PurchaseDetails, COGSAccountCode: "stock" } }] });
  expect(await rolesIn(kiwi)).toEqual(["onHand"]);
});

test("a document that has files in Xero says so", async () => {
  const kiwi = await newOrganisation("scanned");
  const bill = (id: string, more: object) => ({ InvoiceID: id, Type: "ACCPAY", Status: "DRAFT", Date: "2026-05-01", Total: "1.00", LineItems: [], UpdatedDateUTC: "2026-05-01T00:00:00", ...more });
  await sync(kiwi, { Invoices: [bill("scanned", { HasAttachments: true }), bill("bare", { HasAttachments: false }), bill("unsaid", {})] });
  const attached = await read(kiwi, async (q) => Promise.all(["scanned", "bare", "unsaid"].map(async (id) => (await openDocument(q, await documentIdOf(q, id)))?.attached)));
  expect(attached).toEqual([{ files: [], isCurrent: false }, null, null]);
});

test("a line says its item, its quantity, its price to four decimals and its discount, also once Xero has the item no more", async () => {
  const kiwi = await newOrganisation("lines of items");
  const lines = [
    { LineAmount: "359.4375", AccountCode: "sales", ItemCode: "KETTLE", Description: "Kettles", Quantity: "2.5", UnitAmount: "159.7500", DiscountRate: "10.00" },
    { LineAmount: "90.00", AccountCode: "sales", ItemCode: "ADVICE", Quantity: "1", UnitAmount: "95", DiscountAmount: "5" },
    { LineAmount: "1.00", AccountCode: "sales" },
  ];
  const sale = { InvoiceID: "sale", InvoiceNumber: "S-1", Type: "ACCREC", Status: "AUTHORISED", Date: "2026-05-01", Total: "450.4375", LineAmountTypes: "NoTax", LineItems: lines, UpdatedDateUTC: "2026-05-01T00:00:00" };
  await sync(kiwi, { Items: [kettle], Invoices: [sale] });
  const shown = await read(kiwi, async (q) => openDocument(q, await documentIdOf(q, "sale")));
  expect(shown?.lines).toMatchObject([
    { item: { code: "KETTLE", name: "Kettle" }, quantity: rate("2.5"), unitAmount: money("159.75"), discountRate: rate("10"), discountAmount: null },
    { item: { id: null, code: "ADVICE", name: null }, unitAmount: money("95"), discountAmount: money("5") },
    { item: null, quantity: null, unitAmount: null },
  ]);
  expect(shown?.lines.map(({ lineAmount }) => decimal(lineAmount))).toEqual(["359.4375", "90.00", "1.00"]);
});
