// From a path below /api.xro/2.0 to what answers it. A resource answers with the members of its envelope, with undefined
// where there is no such document, or with a sentence where the question itself is wrong.

import type { Clock } from "../clock.ts";
import { addMonths, type Day, monthStart } from "../exact/day.ts";
import { isRecord, type JsonObject } from "../exact/json.ts";
import type { Ask } from "../http.ts";
import type { Living } from "../store.ts";
import { ATTACHMENTS_SCOPE, attachmentsOf } from "./attachments.ts";
import { type Collection, collectionNamed } from "./collections.ts";
import type { Document } from "./compare.ts";
import { findJournal, journalsAfterOffset } from "./journals.ts";
import { list } from "./lists.ts";
import { answerReport, REPORT_SCOPES } from "./reports.ts";
import { toWire } from "./wire.ts";

type Question = { readonly ask: Ask; readonly living: Living; readonly clock: Clock; readonly pageCap: number };
export type Resource = {
  readonly kind: "collection" | "organisation" | "report" | "journals";
  readonly scope: string;
  readonly template: string;
  readonly answer: (question: Question) => JsonObject | string | undefined;
};

const ACTIONS = ["CreateApprovedInvoice", "CreateApprovedBill", "CreateDraftInvoice", "CreateDraftBill", "UseMulticurrency"];

export function resourceAt(path: string): Resource | undefined {
  const [first = "", second, third, ...more] = path.split("/").filter(Boolean);
  const name = first.toLowerCase();
  if (third !== undefined) return more.length === 0 && third.toLowerCase() === "attachments" ? attachmentsResource(collectionNamed(first), second ?? "") : undefined;
  if (name === "organisation" || name === "organisations") return organisationResource(second);
  if (name === "reports") return reportResource(second ?? "");
  if (name === "journals") return journalsResource(second);
  const collection = collectionNamed(first);
  return collection && (second === undefined ? listResource(collection) : oneResource(collection, second));
}

function organisationResource(second: string | undefined): Resource | undefined {
  const base: Omit<Resource, "answer" | "template"> = { kind: "organisation", scope: "accounting.settings.read" };
  if (second === undefined) {
    return { ...base, template: "/Organisation", answer: ({ living }) => ({ Organisations: [toWire(living.view.Organisation)] }) };
  }
  if (second.toLowerCase() !== "actions") return undefined;
  const Actions = ACTIONS.map((Name) => ({ Name, Status: "ALLOWED" }));
  return { ...base, template: "/Organisation/Actions", answer: () => ({ Actions }) };
}

function reportResource(written: string): Resource | undefined {
  const name = Object.keys(REPORT_SCOPES).find((known) => known.toLowerCase() === written.toLowerCase());
  if (!name) return undefined;
  return {
    kind: "report",
    scope: REPORT_SCOPES[name] ?? "",
    template: `/Reports/${name}`,
    answer: ({ living, ask, clock }) => {
      const report = answerReport(name, living, ask, clock);
      return typeof report === "string" ? report : { Reports: [report] };
    },
  };
}

function journalsResource(id: string | undefined): Resource {
  const base: Omit<Resource, "answer" | "template"> = { kind: "journals", scope: "accounting.journals.read" };
  if (id === undefined) {
    return { ...base, template: "/Journals", answer: ({ living, ask }) => ({ Journals: journalsAfterOffset(living, ask) }) };
  }
  return { ...base, template: "/Journals/{id}", answer: ({ living }) => one("Journals", findJournal(living, id)) };
}

function listResource(collection: Collection): Resource {
  const { name, scope } = collection;
  return {
    kind: "collection",
    scope,
    template: `/${name}`,
    answer: ({ ask, living, pageCap }) => {
      const { rows, pagination } = list(documentsIn(living, collection), collection, ask, pageCap);
      return { pagination, [name]: rows };
    },
  };
}

function oneResource(collection: Collection, id: string): Resource {
  const { name, scope } = collection;
  return {
    kind: "collection",
    scope,
    template: `/${name}/{id}`,
    answer: ({ ask, living, clock }) => {
      const document = findIn(documentsIn(living, collection), collection, id);
      const unitDecimals = ask.query.get("unitdp") === "4" ? 4 : 2;
      return one(name, document && toWire(withinPeriods(document, ask, clock), unitDecimals));
    },
  };
}

function attachmentsResource(collection: Collection | undefined, id: string): Resource | undefined {
  if (!collection?.hasAttachments) return undefined;
  return {
    kind: "collection",
    scope: ATTACHMENTS_SCOPE,
    template: `/${collection.name}/{id}/Attachments`,
    answer: ({ living }) => {
      const document = findIn(documentsIn(living, collection), collection, id);
      return document && { Attachments: attachmentsOf(document, collection) };
    },
  };
}

function one(name: string, document: JsonObject | undefined): JsonObject | undefined {
  return document && { [name]: [document] };
}

function documentsIn(living: Living, { name }: Collection): readonly Document[] {
  if (name !== "Currencies" || living.view.Currencies.length > 0) return living.view[name];
  return [{ Code: living.view.Organisation.BaseCurrency, Description: living.view.Organisation.BaseCurrency }];
}

function findIn(documents: readonly Document[], { id, otherId }: Collection, wanted: string): Document | undefined {
  const lower = wanted.toLowerCase();
  const by = (field: string) => documents.find((document) => String(document[field] ?? "").toLowerCase() === lower);
  return by(id) ?? (otherId ? by(otherId) : undefined);
}

// A budget is asked for from one month to another, twenty-four of them at most.
function withinPeriods(document: Document, ask: Ask, clock: Clock): Document {
  const lines = document["BudgetLines"];
  if (!Array.isArray(lines)) return document;
  const { first, last } = monthsAsked(ask, clock.today());
  const isWithin = (balance: unknown) => isRecord(balance) && String(balance["Period"]) >= first && String(balance["Period"]) <= last;
  const BudgetLines = lines.filter(isRecord).map((line) => {
    const balances = line["BudgetBalances"];
    return { ...line, BudgetBalances: Array.isArray(balances) ? balances.filter(isWithin) : [] };
  });
  return { ...document, BudgetLines };
}

// Whoever names no month gets the last, this and the next.
function monthsAsked({ query }: Ask, today: Day): { first: string; last: string } {
  const [from, to] = [query.get("DateFrom"), query.get("DateTo")];
  const begin = from ?? addMonths(monthStart(to ?? today), to ? -23 : -1);
  const furthest = addMonths(monthStart(begin), from || to ? 23 : 2);
  return { first: begin.slice(0, 7), last: (to && to < furthest ? to : furthest).slice(0, 7) };
}
