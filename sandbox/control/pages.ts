// The first page for people: what this process is, and whose books it serves.

import { escapeHtml } from "../http.ts";
import { page } from "../identity/pages.ts";
import type { StandIn } from "../stand-in.ts";

export function homePage(standIn: StandIn): string {
  const rows = standIn.store.all().map(({ books }) => {
    const { OrganisationID, Name, BaseCurrency } = books.Organisation;
    const link = `<a href="/stand-in/organisations/${OrganisationID}">${escapeHtml(Name)}</a>`;
    return `<tr><td>${link}</td><td>${BaseCurrency}</td><td>${books.Invoices.length}</td></tr>`;
  });
  return page(
    "Xero, stand-in",
    `<h1>Xero, stand-in</h1>
<p>This process answers like Xero's sign-in and accounting API, so that Daybook can be shown and tested without a Xero account.
It is not Xero, it is not made by Xero, and nothing here leaves this computer.</p>
<p>Choose an organisation to do what its people would do in Xero: void a document, change its amounts, move it to another day, pay it, or take a
payment back. Daybook hears of it within seconds where it was told of a webhook,
and with its next sync in any case.</p>
<table><caption>Organisations it serves</caption><tr><th scope="col">Name</th><th scope="col">Currency</th><th scope="col">Invoices and bills</th></tr>
${rows.join("")}</table>
<p class="note">Its switches (log, faults, clock, edits) are described in docs/books-format.md.</p>`,
  );
}
