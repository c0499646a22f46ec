// What Xero posts by itself for what an invoice sells off the stock, cost against stock, goes where the invoice goes: it is dated with it, and undone
// when it is voided. What it took is on hand again then.

import { refuse } from "../books/problem.ts";
import type { Books } from "../books/read.ts";
import type { Invoice, Item, OtherPosting } from "../books/readers.ts";
import { isUndone } from "../books/view.ts";
import { numeral } from "../exact/json.ts";
import { readMoney, sum, withDecimals, writeMoney } from "../exact/money.ts";

type Line = OtherPosting["Lines"][number];

export function withStock(books: Books, Invoices: Invoice[], index: number): Partial<Books> {
  const invoice = Invoices[index];
  const isOfInvoice = (posting: OtherPosting) => invoice !== undefined && posting.Invoice?.InvoiceID === invoice.InvoiceID;
  if (!invoice || !books.OtherPostings.some(isOfInvoice)) return { Invoices };
  if (!isUndone(invoice.Status)) return { Invoices, OtherPostings: books.OtherPostings.map((one) => (isOfInvoice(one) ? { ...one, Date: invoice.Date } : one)) };
  const { undone = [], OtherPostings = [] } = Object.groupBy(books.OtherPostings, (one) => (isOfInvoice(one) ? "undone" : "OtherPostings"));
  const taken = Map.groupBy(undone.flatMap(({ Lines }) => Lines), ({ ItemCode }) => ItemCode);
  return { Invoices, OtherPostings, Items: books.Items.map((item) => givenBack(item, taken.get(item.Code) ?? [])) };
}

function givenBack(item: Item, lines: readonly Line[]): Item {
  if (lines.length === 0) return item;
  const onHand = readMoney(item.QuantityOnHand?.numeral ?? "0") ?? refuse(`Item ${item.Code}: its quantity on hand has more than four decimals.`);
  const left = onHand - sum(lines.map(({ Quantity = 0n }) => Quantity));
  const TotalCostPool = (item.TotalCostPool ?? 0n) - sum(lines.map(({ NetAmount }) => NetAmount));
  return { ...item, QuantityOnHand: numeral(withDecimals(writeMoney(left), 4)), TotalCostPool };
}
