// Lists: filtered, ordered, paged, and shown with as much detail as the call earns. A list asked for without a page has
// no lines; that is Xero's rule, and the reason why a client must always page.

import { isRecord, type JsonObject } from "../exact/json.ts";
import type { Ask } from "../http.ts";
import type { Collection } from "./collections.ts";
import { type Document, inOrder, meets } from "./compare.ts";
import { parseWhere } from "./where.ts";
import { toWire } from "./wire.ts";

type Listing = { readonly rows: readonly JsonObject[]; readonly pagination: JsonObject | undefined };

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1000;
const DETAIL = ["LineItems", "JournalLines", "Payments", "CreditNotes", "Prepayments", "Overpayments", "Allocations"];

export function list(documents: readonly Document[], collection: Collection, ask: Ask, pageCap: number): Listing {
  const found = ordered(filtered(documents, collection, ask), ask);
  const unitDecimals = ask.query.get("unitdp") === "4" ? 4 : 2;
  const isPage = collection.isPaged && (ask.query.has("page") || ask.query.has("pageSize"));
  const page = isPage ? pageOf(found, ask, pageCap) : { rows: found, pagination: undefined };
  const hidden = hiddenFields(collection, ask, isPage);
  return {
    rows: page.rows.map((document) => toWire(without(document, hidden), unitDecimals)),
    pagination: page.pagination,
  };
}

function filtered(documents: readonly Document[], collection: Collection, ask: Ask): readonly Document[] {
  const where = ask.query.get("where");
  const condition = where ? parseWhere(where) : undefined;
  const tests = [
    oneOf(ask, "IDs", collection.id),
    oneOf(ask, "InvoiceNumbers", "InvoiceNumber"),
    oneOf(ask, "Statuses", "Status"),
    contactIn(ask),
    notArchived(collection, ask),
    modifiedSince(collection, ask),
    condition ? (document: Document) => meets(document, condition) : undefined,
  ].filter((test) => test !== undefined);
  return documents.filter((document) => tests.every((test) => test(document)));
}

type Test = (document: Document) => boolean;

function oneOf(ask: Ask, parameter: string, field: string): Test | undefined {
  const wanted = listed(ask, parameter);
  return wanted && ((document) => wanted.has(String(document[field] ?? "").toLowerCase()));
}

function contactIn(ask: Ask): Test | undefined {
  const wanted = listed(ask, "ContactIDs");
  return wanted && (({ Contact }) => isRecord(Contact) && wanted.has(String(Contact["ContactID"] ?? "").toLowerCase()));
}

function listed(ask: Ask, parameter: string): ReadonlySet<string> | undefined {
  const written = ask.query.get(parameter) ?? ask.query.get(parameter.toLowerCase());
  return written ? new Set(written.split(",").map((one) => one.trim().toLowerCase())) : undefined;
}

function notArchived({ archived }: Collection, ask: Ask): Test | undefined {
  if (!archived || ask.query.get(archived.field)?.toLowerCase() === "true") return undefined;
  return ({ Status, ContactStatus }) => !archived.values.includes(String(ContactStatus ?? Status));
}

function modifiedSince({ hasModifiedSince }: Collection, ask: Ask): Test | undefined {
  const written = ask.headers["if-modified-since"];
  if (!hasModifiedSince || !written) return undefined;
  // Without a zone the header means UTC.
  const since = Date.parse(/[zZ]|GMT|[+-]\d\d:?\d\d$/.test(written) ? written : `${written}Z`);
  if (Number.isNaN(since)) return undefined;
  return ({ UpdatedDateUTC }) => typeof UpdatedDateUTC !== "number" || UpdatedDateUTC >= since;
}

function ordered(documents: readonly Document[], ask: Ask): readonly Document[] {
  const order = ask.query.get("order");
  return order ? inOrder(documents, order) : documents;
}

function pageOf(documents: readonly Document[], ask: Ask, pageCap: number) {
  const page = Math.max(1, Math.trunc(Number(ask.query.get("page") ?? "1")) || 1);
  const wanted = Math.trunc(Number(ask.query.get("pageSize") ?? DEFAULT_PAGE)) || DEFAULT_PAGE;
  const pageSize = Math.min(Math.max(1, wanted), LARGEST_PAGE, pageCap);
  const pageCount = Math.ceil(documents.length / pageSize);
  return {
    rows: documents.slice((page - 1) * pageSize, page * pageSize),
    pagination: { page, pageSize, pageCount, itemCount: documents.length },
  };
}

function hiddenFields(collection: Collection, ask: Ask, isPage: boolean): readonly string[] {
  if (ask.query.get("summaryOnly")?.toLowerCase() === "true") return DETAIL;
  if (collection.name === "Budgets") return ["BudgetLines"];
  return collection.lines && !isPage ? [collection.lines] : [];
}

// Hidden lists stay as empty ones, as in Xero's answers.
function without(document: Document, hidden: readonly string[]): Document {
  if (hidden.length === 0) return document;
  return { ...document, ...Object.fromEntries(hidden.filter((name) => name in document).map((name) => [name, []])) };
}
