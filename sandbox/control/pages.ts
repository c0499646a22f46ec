// A small page for people: what this process is, what it serves, and a button to void an invoice, to see a client notice.

import { startOf } from "../exact/day.ts";
import { writeMoney } from "../exact/money.ts";
import { escapeHtml, html, json, type Reply } from "../http.ts";
import { page } from "../identity/pages.ts";
import type { StandIn } from "../stand-in.ts";

const SHOWN = 200;

export function homePage(standIn: StandIn): string {
  const rows = standIn.store.all().map(({ books }) => {
    const { OrganisationID, Name, BaseCurrency } = books.Organisation;
    const link = `<a href="/stand-in/organisations/${OrganisationID}">${escapeHtml(Name)}</a>`;
    return `<tr><td>${link}</td><td>${BaseCurrency}</td><td>${books.Invoices.length}</td></tr>`;
  });
  return page(
    "A stand-in for Xero",
    `<h1>A stand-in for Xero</h1>
<p>This process answers like Xero's sign-in and accounting API, so that Daybook can be shown and tested without a Xero account.
It is not Xero, it is not made by Xero, and nothing here leaves this computer.</p>
<table><caption>Organisations it serves</caption><tr><th scope="col">Name</th><th scope="col">Currency</th><th scope="col">Invoices and bills</th></tr>
${rows.join("")}</table>
<p class="note">Its switches (log, faults, clock, edits) are described in docs/books-format.md.</p>`,
  );
}

export function organisationPage(standIn: StandIn, id: string): Reply {
  const living = standIn.store.find(id);
  if (!living) return json(404, { problem: `There is no organisation ${id}.` });
  const { OrganisationID, Name } = living.books.Organisation;
  const open = living.view.Invoices.filter(
    ({ Status, AmountPaid, AmountCredited }) => Status === "AUTHORISED" && AmountPaid === 0n && AmountCredited === 0n,
  ).sort((one, other) => startOf(other.Date) - startOf(one.Date));
  const rows = open.slice(0, SHOWN).map((invoice) => {
    const cells = [invoice.Date, invoice.Type, invoice.InvoiceNumber ?? "", invoice.Contact?.Name ?? "", writeMoney(invoice.Total)];
    const action = `/stand-in/organisations/${OrganisationID}/Invoices/${invoice.InvoiceID}`;
    const button = `<form method="post" action="${action}"><button name="Status" value="VOIDED">Void</button></form>`;
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}<td>${button}</td></tr>`;
  });
  return html(
    200,
    page(
      `${Name} – Xero stand-in`,
      `<h1>${escapeHtml(Name)}</h1><p>Open invoices and bills without payments, newest first. Voiding one changes its month, as in Xero.</p>
<table>${rows.join("")}</table><p><a href="/stand-in/">Back</a></p>`,
    ),
  );
}
