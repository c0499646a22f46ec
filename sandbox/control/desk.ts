// The desk: what somebody does in Xero with a document, done by plain forms. Each form becomes an edit like any other, so that the document
// gets a new UpdatedDateUTC and postings and reports follow; what the books would refuse is refused with their sentence.

import { refuse } from "../books/problem.ts";
import { type Day, readDay } from "../exact/day.ts";
import { portion, readMoney } from "../exact/money.ts";
import type { StandIn } from "../stand-in.ts";
import type { Living } from "../store.ts";

type Fields = Readonly<Record<string, string>>;
export type Invoice = Living["view"]["Invoices"][number];
type Change = { readonly collection: string; readonly document: Readonly<Record<string, unknown>>; readonly said: string };

const CHANGES: Readonly<Record<string, (invoice: Invoice, fields: Fields, living: Living) => Change>> = { void: voided, amounts, date, pay };

// Gives the sentence that says what was done.
export function changeInvoice(standIn: StandIn, living: Living, invoice: Invoice, what: string, fields: Fields): string {
  const change = CHANGES[what] ?? refuse(`Nobody can "${what}" a document here.`);
  const { said, ...edit } = change(invoice, fields, living);
  standIn.edit({ ...edit, organisation: living.books.Organisation.OrganisationID, at: standIn.clock.now() });
  return said;
}

export function takeBack(standIn: StandIn, living: Living, PaymentID: string): string {
  const organisation = living.books.Organisation.OrganisationID;
  standIn.edit({ organisation, collection: "Payments", document: { PaymentID, Status: "DELETED" }, at: standIn.clock.now() });
  return "The payment was taken back.";
}

function voided({ InvoiceID }: Invoice): Change {
  return { collection: "Invoices", document: { InvoiceID, Status: "VOIDED" }, said: "It was voided, on its own date." };
}

// Each line may have a new amount; its tax follows in the same proportion.
function amounts({ InvoiceID, LineItems }: Invoice, fields: Fields): Change {
  const lines = LineItems.map(({ Quantity: _quantity, UnitAmount: _price, ...line }, index) => {
    const LineAmount = amountIn(fields[`line${index}`] ?? "");
    return { ...line, LineAmount, TaxAmount: portion(line.TaxAmount, LineAmount, line.LineAmount) };
  });
  return { collection: "Invoices", document: { InvoiceID, LineItems: lines }, said: "Its amounts were changed." };
}

function date({ InvoiceID, DueDate }: Invoice, fields: Fields): Change {
  const day = dayIn(fields["date"]);
  const due = DueDate && DueDate < day ? { DueDate: day } : {};
  return { collection: "Invoices", document: { InvoiceID, Date: day, ...due }, said: `It is dated ${day} now.` };
}

function pay({ InvoiceID, InvoiceNumber }: Invoice, fields: Fields, { view }: Living): Change {
  const Amount = amountIn(fields["amount"] ?? "");
  const bank = view.Accounts.find(({ AccountID, Type }) => Type === "BANK" && AccountID === fields["account"]);
  const Account = { AccountID: (bank ?? refuse("Choose the bank account it is paid through.")).AccountID };
  const document = { Date: dayIn(fields["date"]), Amount, Account, Invoice: { InvoiceID }, IsReconciled: false, Reference: InvoiceNumber };
  return { collection: "Payments", document, said: "The payment was recorded." };
}

function amountIn(written: string): bigint {
  return readMoney(written.replace(/[\s,]/g, "")) ?? refuse(`"${written}" is no amount.`);
}

function dayIn(written: string | undefined): Day {
  return readDay(written ?? "") ?? refuse("A day is written as 2026-03-31.");
}
