// The doors of the desk: pages, and forms that answer with a redirect to the page where what was done is said.

import { isProblem } from "../books/problem.ts";
import { type Ask, html, json, redirect, type Reply } from "../http.ts";
import type { StandIn } from "../stand-in.ts";
import { changeInvoice, takeBack } from "./desk.ts";
import { invoicePage, organisationPage } from "./desk-pages.ts";

type Parts = readonly string[];

export function showOrganisation(ask: Ask, standIn: StandIn, [id = ""]: Parts): Reply {
  const living = standIn.store.find(id);
  if (!living) return json(404, { problem: `There is no organisation ${id}.` });
  return html(200, organisationPage(living, { find: ask.query.get("find") ?? "", open: ask.query.has("open") }));
}

export function showInvoice(ask: Ask, standIn: StandIn, parts: Parts): Reply {
  return invoiceReply(standIn, parts, 200, { done: ask.query.get("done") ?? "" });
}

export function change(ask: Ask, standIn: StandIn, parts: Parts): Reply {
  const [organisation = "", id = "", what = ""] = parts;
  const found = find(standIn, parts);
  if (!found) return json(404, { problem: `There is no document ${id}.` });
  try {
    const done = changeInvoice(standIn, found.living, found.invoice, what, Object.fromEntries(new URLSearchParams(ask.body)));
    return redirect(`/stand-in/organisations/${organisation}/documents/${id}?${new URLSearchParams({ done })}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return invoiceReply(standIn, parts, 400, { problem: error.message });
  }
}

export function takePaymentBack(_ask: Ask, standIn: StandIn, [organisation = "", payment = ""]: Parts): Reply {
  const living = standIn.store.find(organisation);
  if (!living?.view.Payments.some(({ PaymentID }) => PaymentID === payment)) return json(404, { problem: `There is no payment ${payment}.` });
  takeBack(standIn, living, payment);
  return redirect(`/stand-in/organisations/${organisation}`);
}

function invoiceReply(standIn: StandIn, parts: Parts, status: number, said: { done?: string; problem?: string }): Reply {
  const found = find(standIn, parts);
  if (!found) return json(404, { problem: "There is no such document." });
  const today = standIn.clock.today(found.living.books.Organisation.Timezone);
  return html(status, invoicePage(found.living, found.invoice, today, said));
}

function find(standIn: StandIn, [organisation = "", id = ""]: Parts) {
  const living = standIn.store.find(organisation);
  const invoice = living?.view.Invoices.find(({ InvoiceID }) => InvoiceID === id.toLowerCase());
  return living && invoice ? { living, invoice } : undefined;
}
