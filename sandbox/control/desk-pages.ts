// The desk's pages: an organisation's latest documents, and one document with what can be done to it. Plain HTML and forms, no script; each
// says that it is not Xero.

import type { Day } from "../exact/day.ts";
import { magnitude, writeMoney } from "../exact/money.ts";
import { escapeHtml } from "../http.ts";
import { page } from "../identity/pages.ts";
import type { Living } from "../store.ts";
import type { Invoice } from "./desk.ts";

const SHOWN = 60;
const NOT_XERO = `<p class="note">This is Daybook's stand-in for Xero, on this computer. It is not Xero. What you change here reaches Daybook with its next sync.</p>`;

export function organisationPage(living: Living, asked: { readonly find: string; readonly open: boolean }): string {
  const { OrganisationID, Name } = living.books.Organisation;
  const wanted = asked.find.toLowerCase();
  const found = living.view.Invoices.filter((one) => isFound(one, wanted) && (!asked.open || isUntouched(one))).sort(byDate);
  const title = `${Name} – Xero, stand-in`;
  return page(
    title,
    `<h1>${escapeHtml(Name)}</h1>${NOT_XERO}
<form method="get"><label>Number or contact <input name="find" value="${escapeHtml(asked.find)}"></label>
<label><input type="checkbox" name="open" value="yes"${asked.open ? " checked" : ""}> only open ones without payments</label><button>Show</button></form>
${table("Invoices and bills, newest first", ["Date", "", "Number", "Contact", "Total", "Due", "Status", ""], found.slice(0, SHOWN).map((one) => invoiceRow(OrganisationID, one)))}
${found.length > SHOWN ? `<p class="note">The newest ${SHOWN} of ${found.length}.</p>` : ""}
${table("Payments, newest first", ["Date", "Amount", "Of", "Status", ""], paymentRows(living))}
<p><a href="/stand-in/">All organisations</a></p>`,
  );
}

export function invoicePage(living: Living, invoice: Invoice, today: Day, said: { readonly done?: string; readonly problem?: string }): string {
  const { Organisation } = living.books;
  const here = `/stand-in/organisations/${Organisation.OrganisationID}/documents/${invoice.InvoiceID}`;
  const lock = Organisation.PeriodLockDate ?? "";
  const isLocked = invoice.Date <= lock;
  return page(
    `${nameOf(invoice)} – Xero, stand-in`,
    `<h1>${escapeHtml(nameOf(invoice))}</h1>${NOT_XERO}
${said.done ? `<p role="status"><strong>${escapeHtml(said.done)}</strong> Sync in Daybook to see what follows.</p>` : ""}
${said.problem ? `<p class="problem" role="alert">${escapeHtml(said.problem)}</p>` : ""}
<p>${escapeHtml(invoice.Contact?.Name ?? "")}, dated ${invoice.Date}, due ${invoice.DueDate ?? "–"}, ${invoice.Status.toLowerCase()}, ${escapeHtml(invoice.CurrencyCode)} ${writeMoney(invoice.Total)},
of which ${writeMoney(invoice.AmountDue)} is due.${isLocked ? ` It lies below the lock date, ${lock}; in Xero an adviser could still change it.` : ""}</p>
${changes(living, invoice, here, today)}
<p><a href="/stand-in/organisations/${Organisation.OrganisationID}">Back to ${escapeHtml(Organisation.Name)}</a></p>`,
  );
}

function changes(living: Living, invoice: Invoice, here: string, today: Day): string {
  if (invoice.Status !== "AUTHORISED" && invoice.Status !== "PAID") return `<p>Nothing can be done to a document that is ${invoice.Status.toLowerCase()}.</p>`;
  const lines = invoice.LineItems.map(
    ({ Description, LineAmount }, index) =>
      `<label>${escapeHtml(Description ?? `Line ${index + 1}`)} <input name="line${index}" inputmode="decimal" value="${writeMoney(LineAmount)}"></label>`,
  );
  const banks = living.view.Accounts.filter(({ Type, Status }) => Type === "BANK" && Status === "ACTIVE");
  const accounts = banks.map(({ AccountID, Name }) => `<option value="${AccountID}">${escapeHtml(Name)}</option>`).join("");
  return [
    form(here, "void", "Void it", ""),
    form(here, "amounts", "Change the amounts", lines.join("")),
    form(here, "date", "Move it to another day", `<label>Date <input type="date" name="date" value="${invoice.Date}" required></label>`),
    invoice.AmountDue === 0n
      ? ""
      : form(here, "pay", "Record a payment", `<label>Date <input type="date" name="date" value="${today}" required></label>
<label>Amount <input name="amount" inputmode="decimal" value="${writeMoney(invoice.AmountDue)}"></label><label>Account <select name="account">${accounts}</select></label>`),
  ].join("");
}

function form(here: string, what: string, label: string, fields: string): string {
  return `<form method="post" action="${here}/${what}"><fieldset><legend>${label}</legend>${fields}<button>${label}</button></fieldset></form>`;
}

function invoiceRow(organisation: string, invoice: Invoice): string {
  const href = `/stand-in/organisations/${organisation}/documents/${invoice.InvoiceID}`;
  const action = `/stand-in/organisations/${organisation}/Invoices/${invoice.InvoiceID}`;
  const button = isUntouched(invoice) ? `<form method="post" action="${action}"><button name="Status" value="VOIDED">Void<span class="unseen"> ${escapeHtml(nameOf(invoice))}</span></button></form>` : "";
  const number = `<a href="${href}">${escapeHtml(invoice.InvoiceNumber || "without a number")}</a>`;
  const texts = [invoice.Date, invoice.Type === "ACCREC" ? "Invoice" : "Bill"].map(escapeHtml);
  const others = [invoice.Contact?.Name ?? "", writeMoney(invoice.Total), writeMoney(invoice.AmountDue), invoice.Status.toLowerCase()].map(escapeHtml);
  return row([...texts, number, ...others, button]);
}

function paymentRows({ books, view }: Living): readonly string[] {
  const numbers = new Map(view.Invoices.map((one) => [one.InvoiceID, nameOf(one)]));
  const latest = view.Payments.toSorted(byDate).slice(0, 20);
  return latest.map(({ PaymentID, Date: day, Amount, Status, Invoice }) => {
    const of = numbers.get(Invoice?.InvoiceID ?? "") ?? "a credit";
    const action = `/stand-in/organisations/${books.Organisation.OrganisationID}/payments/${PaymentID}/take-back`;
    const button = Status === "AUTHORISED" ? `<form method="post" action="${action}"><button>Take back<span class="unseen"> the payment of ${escapeHtml(of)}</span></button></form>` : "";
    return row([day, writeMoney(magnitude(Amount)), of, Status.toLowerCase()].map(escapeHtml).concat(button));
  });
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => (text ? `<th scope="col">${text}</th>` : "<td></td>")).join("");
  return `<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><tr>${head}</tr>${rows.join("")}</table></div>`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function nameOf({ Type, InvoiceNumber }: Invoice): string {
  return `${Type === "ACCREC" ? "Invoice" : "Bill"} ${InvoiceNumber || "without a number"}`;
}

function isFound({ InvoiceNumber, Contact }: Invoice, wanted: string): boolean {
  return `${InvoiceNumber ?? ""} ${Contact?.Name ?? ""}`.toLowerCase().includes(wanted);
}

function isUntouched({ Status, AmountPaid, AmountCredited }: Invoice): boolean {
  return Status === "AUTHORISED" && AmountPaid === 0n && AmountCredited === 0n;
}

function byDate(one: { readonly Date: Day }, other: { readonly Date: Day }): number {
  return one.Date === other.Date ? 0 : one.Date < other.Date ? 1 : -1;
}
