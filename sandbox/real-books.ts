// The real books that came as CSV files (see the README beside them), as a books file: journals are the authority, the
// invoices are served beside them. `node sandbox/real-books.ts DIR OUT.json`

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, numeral, writeJson } from "./exact/json.ts";
import { readCsv, type Row } from "./exact/csv.ts";
import { identify } from "./books/identify.ts";

const SYSTEM: Readonly<Record<string, string>> = {
  "610": "DEBTORS",
  "800": "CREDITORS",
  "801": "UNPAIDEXPCLM",
  "803": "WAGEPAYABLES",
  "820": "GST",
  "840": "HISTORICAL",
  "860": "ROUNDING",
  "877": "TRACKINGTRANSFERS",
  "497": "BANKCURRENCYGAIN",
  "498": "UNREALISEDCURRENCYGAIN",
  "499": "REALISEDCURRENCYGAIN",
  "960": "RETAINEDEARNINGS",
};

export function realBooks(folder: string): JsonObject {
  const table = (name: string) => readCsv(readFileSync(join(folder, `xero_${name}_data.csv`), "utf8"));
  const lines = groupBy(table("invoice_line_item"), "invoice_id");
  const tracking = groupBy(table("invoice_line_item_has_tracking_category"), "line_item_id");
  const journalLines = groupBy(table("journal_line"), "journal_id");
  const [organisation = {}] = table("organization");
  const accounts = table("account");
  const codes = new Map(accounts.map((account) => [text(account, "account_id"), text(account, "code")]));
  return {
    books: 1,
    organisations: [
      {
        Organisation: organisationOf(organisation),
        Accounts: accounts.map(accountOf),
        Contacts: table("contact").map(contactOf),
        TrackingCategories: trackingOf(
          table("tracking_category"),
          table("tracking_category_has_option"),
          table("tracking_category_option"),
        ),
        Invoices: table("invoice").map((invoice) => invoiceOf(invoice, lines.get(text(invoice, "invoice_id")) ?? [], tracking)),
        Journals: table("journal").map((journal) => journalOf(journal, journalLines.get(text(journal, "journal_id")) ?? [], codes)),
      },
    ],
  };
}

function organisationOf(row: Row): JsonObject {
  return {
    OrganisationID: text(row, "organisation_id"),
    Name: "Real books",
    BaseCurrency: "CAD",
    CountryCode: "CA",
    Version: "GLOBAL",
    Timezone: "EASTERNSTANDARDTIME",
    FinancialYearEndDay: numeral(text(row, "financial_year_end_day")),
    FinancialYearEndMonth: numeral(text(row, "financial_year_end_month")),
  };
}

function accountOf(row: Row): JsonObject {
  const code = text(row, "code");
  return {
    AccountID: text(row, "account_id"),
    Code: code || undefined,
    Name: text(row, "name"),
    Type: text(row, "type"),
    Class: text(row, "class"),
    Status: "ACTIVE",
    SystemAccount: SYSTEM[code],
  };
}

function contactOf(row: Row): JsonObject {
  return { ContactID: text(row, "contact_id"), Name: text(row, "name"), ContactStatus: "ACTIVE" };
}

function invoiceOf(row: Row, lines: readonly Row[], tracking: ReadonlyMap<string, readonly Row[]>): JsonObject {
  return {
    InvoiceID: text(row, "invoice_id"),
    InvoiceNumber: text(row, "invoice_number"),
    Type: text(row, "type"),
    Status: text(row, "status"),
    Reference: text(row, "reference"),
    Contact: { ContactID: text(row, "contact_id") },
    Date: text(row, "date"),
    DueDate: text(row, "due_date") || undefined,
    FullyPaidOnDate: text(row, "fully_paid_on_date") || undefined,
    UpdatedDateUTC: instant(text(row, "updated_date_utc")),
    LineAmountTypes: text(row, "line_amount_types"),
    CurrencyCode: text(row, "currency_code"),
    CurrencyRate: numeral(text(row, "currency_rate")),
    SubTotal: text(row, "sub_total"),
    TotalTax: text(row, "total_tax"),
    Total: text(row, "total"),
    AmountDue: text(row, "amount_due"),
    AmountPaid: text(row, "amount_paid"),
    AmountCredited: text(row, "amount_credited"),
    LineItems: lines.map((line) => lineOf(line, tracking.get(text(line, "line_item_id")) ?? [])),
  };
}

function lineOf(row: Row, tracking: readonly Row[]): JsonObject {
  return {
    LineItemID: text(row, "line_item_id"),
    Description: text(row, "description"),
    Quantity: numeral(text(row, "quantity") || "0"),
    UnitAmount: numeral(text(row, "unit_amount") || "0"),
    AccountCode: text(row, "account_code") || undefined,
    TaxType: text(row, "tax_type") || undefined,
    TaxAmount: text(row, "tax_amount") || "0",
    LineAmount: text(row, "line_amount") || "0",
    Tracking: tracking.map((one) => ({ TrackingCategoryID: text(one, "tracking_category_id"), Option: text(one, "option") })),
  };
}

function journalOf(row: Row, lines: readonly Row[], codes: ReadonlyMap<string, string>): JsonObject {
  return {
    JournalID: text(row, "journal_id"),
    JournalDate: text(row, "journal_date"),
    JournalNumber: numeral(text(row, "journal_number")),
    CreatedDateUTC: instant(text(row, "created_date_utc")),
    Reference: text(row, "reference") || undefined,
    SourceID: text(row, "source_id") || undefined,
    SourceType: text(row, "source_type") || undefined,
    JournalLines: lines.map((line) => ({
      JournalLineID: text(line, "journal_line_id"),
      AccountID: text(line, "account_id"),
      AccountCode: codes.get(text(line, "account_id")) || undefined,
      NetAmount: text(line, "net_amount"),
      GrossAmount: text(line, "gross_amount"),
      TaxAmount: text(line, "tax_amount"),
      TaxType: text(line, "tax_type") || undefined,
    })),
  };
}

// Some of the synthetic tracking ids are no UUIDs; they keep their own and are only used to join the tables.
function trackingOf(categories: readonly Row[], joins: readonly Row[], options: readonly Row[]): readonly JsonObject[] {
  return categories.map((category) => {
    const id = text(category, "tracking_category_id");
    const own = joins.filter((join) => text(join, "tracking_category_id") === id).map((join) => text(join, "tracking_option_id"));
    const Options = options
      .filter((option) => own.includes(text(option, "tracking_option_id")))
      .map((option) => ({
        TrackingOptionID: uuid(text(option, "tracking_option_id")),
        Name: text(option, "name"),
        Status: text(option, "status"),
      }));
    return { TrackingCategoryID: uuid(id), Name: text(category, "name"), Status: text(category, "status"), Options };
  });
}

function uuid(written: string): string {
  return /^[0-9a-f-]{36}$/.test(written) ? written : identify("tracking", written);
}

function instant(written: string): string | undefined {
  return written ? written.replace(" UTC", "Z").replace(" ", "T") : undefined;
}

function groupBy(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => text(row, column));
}

function text(row: Row, column: string): string {
  return row[column] ?? "";
}

if (import.meta.main) {
  const [folder, out] = process.argv.slice(2);
  if (!folder || !out) {
    console.error("Say the folder of the CSV files and the file to write: node sandbox/real-books.ts DIR OUT.json");
    process.exit(1);
  }
  writeFileSync(out, writeJson(realBooks(folder)));
}
