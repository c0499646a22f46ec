import { expect, test } from "vitest";
import { liveOn, type Living } from "../store.ts";
import { balancesOf } from "../testing/balances-of.ts";
import { bill, id, paid, sale, SMALL_ACCOUNTS, smallBooks } from "../testing/small-books.ts";
import { applyEdit } from "./edit.ts";

// Ten kettles are bought at 84.50 and four of them sold at 149.00: 4 × 84.50 = 338.00 leaves the stock, six are left for 507.00.
const kettles = (Quantity: string, UnitAmount: string, account: object) => ({ LineItems: [{ ItemCode: "KETTLE", Quantity, UnitAmount, TaxAmount: "0", TaxType: "NONE", ...account }] });
const Invoices = [
  bill("B-1", "2026-05-01", "845", "0", kettles("10", "84.50", { AccountCode: "630", LineAmount: "845" })),
  sale("S-1", "2026-05-05", "596", "0", { InvoiceID: id(90), ...kettles("4", "149", { AccountCode: "200", LineAmount: "596" }) }),
];
const OtherPostings = [
  { Date: "2026-05-05", Narration: "Cost of S-1", Invoice: { InvoiceNumber: "S-1" }, Lines: [{ AccountCode: "310", NetAmount: "338" }, { AccountCode: "630", NetAmount: "-338", ItemCode: "KETTLE", Quantity: "-4" }] },
  { Date: "2026-05-20", Narration: "Payroll", Lines: [{ AccountCode: "429", NetAmount: "25" }, { AccountCode: "620", NetAmount: "-25" }] },
];
const Items = [
  { Code: "KETTLE", InventoryAssetAccountCode: "630", PurchaseDetails: { COGSAccountCode: "310" }, QuantityOnHand: "6.0000", TotalCostPool: "507" },
  { Code: "ADVICE", SalesDetails: { AccountCode: "200" } },
];
const Accounts = [...SMALL_ACCOUNTS, { AccountID: id(14), Code: "630", Name: "Kettles", Type: "INVENTORY" }];
const kettleShop = (more: object = {}) => liveOn(smallBooks({ Accounts, Invoices, OtherPostings, Items, ...more }));

const edited = (living: Living, document: Readonly<Record<string, unknown>>) =>
  applyEdit(living, { organisation: "", collection: "Invoices", document: { InvoiceID: id(90), ...document }, at: Date.parse("2026-06-30T00:00:00Z") }).living;
const onHand = ({ view }: Living) => view.Items.filter(({ IsTrackedAsInventory }) => IsTrackedAsInventory).map(({ QuantityOnHand, TotalCostPool }) => [QuantityOnHand?.numeral, TotalCostPool]);
const payroll = ["429 25.00", "620 -25.00"];

test("an invoice that is voided gives its stock back: its cost is undone, and what it took is on hand again", () => {
  const before = kettleShop();
  expect(balancesOf(before.books)).toEqual(["200 -596.00", "310 338.00", "429 25.00", "610 596.00", "620 -25.00", "630 507.00", "800 -845.00"]);
  const after = edited(before, { Status: "VOIDED" });
  expect(balancesOf(after.books)).toEqual([...payroll, "630 845.00", "800 -845.00"]);
  expect([onHand(before), onHand(after)]).toEqual([[["6.0000", 5_070_000n]], [["10.0000", 8_450_000n]]]);
});

test("the journal feed keeps what the stock had cost, and its reversal on the same day", () => {
  const before = kettleShop();
  const added = edited(before, { Status: "VOIDED" }).feed.slice(before.feed.length);
  expect(added.map(({ date, lines }) => [date, lines.map(({ net }) => net)])).toEqual([
    ["2026-05-05", [-5_960_000n, 5_960_000n]],
    ["2026-05-05", [-3_380_000n, 3_380_000n]],
  ]);
});

test("an invoice that is moved takes its cost to its new day, and one that is only renamed leaves it alone", () => {
  const moved = edited(kettleShop(), { Date: "2026-04-30" });
  expect(balancesOf(moved.books, "2026-04-30")).toEqual(["200 -596.00", "310 338.00", "610 596.00", "630 -338.00"]);
  expect([onHand(moved), onHand(edited(moved, { Reference: "Kitchen" }))]).toEqual([[["6.0000", 5_070_000n]], [["6.0000", 5_070_000n]]]);
});

test("an invoice that is paid cannot be voided, and its stock stays sold", () => {
  const living = kettleShop({ Payments: [paid("S-1", "2026-06-01", "596")] });
  expect(() => edited(living, { Status: "VOIDED" })).toThrow("settles invoice S-1, which is VOIDED");
  expect(onHand(living)).toEqual([["6.0000", 5_070_000n]]);
});

test("a posting for an invoice that is not in the books is refused", () => {
  const posting = { ...OtherPostings[0], Invoice: { InvoiceNumber: "S-2" } };
  expect(() => kettleShop({ OtherPostings: [posting] })).toThrow('Other posting "Cost of S-1" of 2026-05-05: its invoice is not in the books.');
});
