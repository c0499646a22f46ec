// What Harakeke sells by the piece: work by the hour, licences, and workshops, for each place at which a printed kit leaves the stock. Xero takes the kit's
// cost off by itself, on the day of the invoice; no document shows that.

import { isNumeral, isRecord, type Numeral, numeral } from "../../exact/json.ts";
import { diceFor } from "../dice.ts";
import { type Documents, idFor, type Written } from "../written.ts";

type Row = readonly [code: string, name: string, account: string, price: string];

const SERVICES: readonly Row[] = [
  ["ADVICE", "Advisory work", "200", "245.0000"],
  ["REVIEW", "Process review", "200", "210.0000"],
  ["RETAINER", "Monthly retainer", "205", "3200.0000"],
  ["LICENCE", "Licence resale", "220", "118.7500"],
];
const KIT = "WS-KIT";
const [STOCK, COST] = ["630", "325"];
const KITS_BOUGHT = 3_000;
const KIT_COST = 185_000n;

// Opening stock, at what it had cost.
export const openingStock: readonly [Written, bigint] = [{ AccountCode: STOCK }, BigInt(KITS_BOUGHT) * KIT_COST];

// So many of it that the price has four decimals at most.
export function sold(ItemCode: string, amount: bigint, ...of: readonly (string | number)[]): Written {
  const quantity = diceFor("harakeke", "quantity", ...of).pick([1, 2, 4, 5, 10, 20]);
  const price = String(amount / BigInt(quantity)).padStart(5, "0");
  return { ItemCode, Quantity: numeral(`${quantity}.0000`), UnitAmount: numeral(`${price.slice(0, -4)}.${price.slice(-4)}`) };
}

export function itemsOf(documents: Documents): readonly Written[] {
  const left = BigInt(KITS_BOUGHT) - kitsIn(documents).reduce((sum, { kits }) => sum + kits, 0n);
  const services = SERVICES.map(([Code, Name, AccountCode, price]) => ({
    ...{ ItemID: idFor("harakeke", "item", Code), Code, Name, Description: Name, IsSold: true, IsPurchased: Code === "LICENCE", IsTrackedAsInventory: false },
    SalesDetails: { UnitPrice: numeral(price), AccountCode, TaxType: "OUTPUT2" },
    ...(Code === "LICENCE" && { PurchaseDescription: Name, PurchaseDetails: { UnitPrice: numeral("89.0625"), AccountCode: "315", TaxType: "INPUT2" } }),
  }));
  const kit = {
    ...{ ItemID: idFor("harakeke", "item", KIT), Code: KIT, Name: "Workshop place with kit", Description: "Workshop, one day", IsSold: true, IsPurchased: true },
    ...{ PurchaseDescription: "Printed workshop kit", InventoryAssetAccountCode: STOCK, IsTrackedAsInventory: true, QuantityOnHand: numeral(`${left}.0000`), TotalCostPool: left * KIT_COST },
    ...{ SalesDetails: { UnitPrice: numeral("165.0000"), AccountCode: "210", TaxType: "OUTPUT2" }, PurchaseDetails: { UnitPrice: numeral("18.5000"), COGSAccountCode: COST, TaxType: "INPUT2" } },
  };
  return [...services, kit];
}

export function costOfKits(documents: Documents): readonly Written[] {
  return kitsIn(documents).map(({ InvoiceID, number, date, kits }) => ({
    ...{ PostingID: idFor("harakeke", "cost", number), Date: date, Narration: `Cost of goods sold, ${number}`, Invoice: { InvoiceID } },
    Lines: [
      { AccountCode: COST, NetAmount: kits * KIT_COST },
      { AccountCode: STOCK, NetAmount: -kits * KIT_COST, ItemCode: KIT, Quantity: numeral(`-${kits}`) },
    ],
  }));
}

function kitsIn({ Invoices = [] }: Documents) {
  const standing = Invoices.filter(({ Status, Type }) => Status === "AUTHORISED" && Type === "ACCREC");
  const counted = standing.map(({ InvoiceID, InvoiceNumber, Date: date, LineItems }) => ({ InvoiceID, number: String(InvoiceNumber), date, kits: kitsOn(LineItems) }));
  return counted.filter(({ kits }) => kits > 0n);
}

function kitsOn(lines: unknown): bigint {
  const kits = (Array.isArray(lines) ? lines : []).filter((line) => isRecord(line) && line["ItemCode"] === KIT);
  return kits.reduce<bigint>((sum, { Quantity }) => sum + (isNumeral(Quantity) ? wholeOf(Quantity) : 0n), 0n);
}

function wholeOf({ numeral: text }: Numeral): bigint {
  return BigInt(text.split(".")[0] ?? "0");
}
