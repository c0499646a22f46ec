// From the text of a books file to completed books, one per organisation. Everything wrong is refused here, in a
// sentence, so that what the stand-in serves later is always whole.

import { type Day, readDay, startOf } from "../exact/day.ts";
import { isRecord, readJson } from "../exact/json.ts";
import { COLLECTIONS } from "../accounting/collections.ts";
import { chartOf } from "./chart.ts";
import { listIn, parse } from "./parse.ts";
import { isProblem, refuse } from "./problem.ts";
import * as read from "./readers.ts";
import * as schema from "./schema.ts";
import { trackingIds } from "./tracking.ts";

type BooksFile = { readonly today: Day | undefined; readonly organisations: readonly Books[] };
export type Books = ReturnType<typeof readOrganisation>;

const UNDATED = startOf("2020-01-01");

export function readBooksFile(text: string, name: string): BooksFile {
  const file = readText(text, name);
  if (!isRecord(file) || !isNumberOne(file["books"])) {
    refuse(`${name} is not a books file: it should be an object with "books": 1.`);
  }
  return {
    today: typeof file["today"] === "string" ? readDay(file["today"]) : undefined,
    organisations: listIn(file, "organisations", name).map((written) => readOrganisation(written)),
  };
}

export function readOrganisation(written: unknown) {
  if (!isRecord(written)) refuse("Each entry of organisations should be an object.");
  const Organisation = parse(schema.organisation, written["Organisation"], "Organisation");
  return inOrganisation(Organisation.Name, () => mustDiffer(readCollections(written, Organisation)));
}

export function contextOf(
  books: Pick<Books, "Organisation" | "Accounts" | "Contacts" | "TrackingCategories" | "TaxRates" | "Journals">,
): read.ReadingContext {
  const { Organisation, Accounts, Contacts, TrackingCategories, TaxRates, Journals } = books;
  return {
    hasJournals: Journals !== undefined,
    tracking: trackingIds(TrackingCategories),
    organisationId: Organisation.OrganisationID,
    chart: chartOf(Accounts, Organisation.BaseCurrency, TaxRates),
    contactNames: new Map(Contacts.map(({ ContactID, Name }) => [ContactID, Name])),
    contactIds: new Map(Contacts.map(({ ContactID, Name }) => [Name, ContactID])),
    fallbackInstant: fallbackOf(Organisation),
  };
}

function readCollections(written: Record<string, unknown>, Organisation: read.Organisation) {
  const before = { organisationId: Organisation.OrganisationID, fallbackInstant: fallbackOf(Organisation) };
  const rows = (name: string) => listIn(written, name, Organisation.Name);
  const Accounts = rows("Accounts").map((row, index) => read.readAccount(row, before, index));
  const Contacts = rows("Contacts").map((row, index) => read.readContact(row, before, index));
  const TrackingCategories = rows("TrackingCategories").map((row, index) => read.readTrackingCategory(row, before, index));
  const Journals = written["Journals"] === undefined ? undefined : [];
  const TaxRates = rows("TaxRates").map(read.readTaxRate);
  const context = contextOf({ Organisation, Accounts, Contacts, TrackingCategories, TaxRates, Journals });
  const each = <Document>(name: string, reader: (row: unknown, place: Place) => Document): Document[] =>
    rows(name).map((row, index) => reader(row, { index, context }));
  const Invoices = each("Invoices", read.readInvoice);
  return {
    Organisation,
    Consent: parse(schema.consent, written["Consent"] ?? {}, "Consent"),
    Accounts,
    Contacts,
    TaxRates,
    Currencies: rows("Currencies").map(read.readCurrency),
    TrackingCategories,
    Items: each("Items", read.readItem),
    BatchPayments: rows("BatchPayments").map((row, index) => read.readBatchPayment(row, before, index)),
    Invoices,
    CreditNotes: each("CreditNotes", read.readCreditNote),
    BankTransactions: each("BankTransactions", read.readBankTransaction),
    BankTransfers: each("BankTransfers", read.readBankTransfer),
    Payments: each("Payments", read.readPayment),
    Prepayments: each("Prepayments", read.readPrepayment),
    Overpayments: each("Overpayments", read.readOverpayment),
    ManualJournals: each("ManualJournals", read.readManualJournal),
    Budgets: each("Budgets", read.readBudget),
    Journals: written["Journals"] === undefined ? undefined : each("Journals", read.readJournal),
    OtherPostings: each("OtherPostings", (row, place) => read.readOtherPosting(row, place, Invoices)),
  };
}

function mustDiffer(books: ReturnType<typeof readCollections>) {
  for (const { name, id } of COLLECTIONS) {
    const rows: readonly Readonly<Record<string, unknown>>[] = books[name];
    const seen = new Set<unknown>();
    for (const { [id]: own } of rows) {
      if (seen.has(own)) refuse(`Two ${name} have the id ${String(own)}.`);
      seen.add(own);
    }
  }
  return books;
}

type Place = { readonly index: number; readonly context: read.ReadingContext };

// Accounts and contacts say rarely when they changed; they are then as old as the organisation.
function fallbackOf(organisation: read.Organisation): number {
  return organisation.CreatedDateUTC ?? UNDATED;
}

function inOrganisation<Value>(name: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (isProblem(error)) refuse(`${name}: ${error.message}`);
    throw error;
  }
}

function readText(text: string, name: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    refuse(`${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isNumberOne(value: unknown): boolean {
  return isRecord(value) && value["numeral"] === "1";
}
