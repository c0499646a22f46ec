import { expect, test } from "vitest";
import type { Books, Document, DocumentLine } from "#lib/ledger/posting/document.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";
import type { Row } from "#lib/ledger/testing/csv.ts";
import { field, haveRealBooks, realRows } from "#lib/ledger/testing/real-books.ts";
import { money, rate } from "#lib/money.ts";

const systemCodes = new Map([["610", "DEBTORS"], ["800", "CREDITORS"], ["820", "GST"], ["860", "ROUNDING"]]);

function realChart(): { books: Books; byCode: Map<string, string> } {
  const rows = realRows("account").map((row) => ({ id: field(row, "account_id"), code: field(row, "code"), type: field(row, "type") }));
  const accounts = rows.map(({ id, code, type }) => ({ id, type, systemAccount: systemCodes.get(code) ?? null, currencyCode: null }));
  const system = new Map(accounts.flatMap(({ id, systemAccount }) => (systemAccount ? [[systemAccount, id] as const] : [])));
  const books = { baseCurrency: "CAD", accounts: new Map(accounts.map((account) => [account.id, account])), system, notRecoverable: new Map(), taxTypes: new Set<string>() };
  return { books, byCode: new Map(rows.map(({ id, code }) => [code, id])) };
}

function linesOf(rows: readonly Row[], byCode: Map<string, string>): DocumentLine[] {
  return rows.map((row) => ({
    accountId: byCode.get(field(row, "account_code")) ?? null,
    lineAmount: money(field(row, "line_amount") || "0"),
    taxAmount: money(field(row, "tax_amount") || "0"),
    taxType: field(row, "tax_type"),
    trackingSetId: null,
  }));
}

function invoiceOf(row: Row, lines: DocumentLine[]): Document {
  const xeroId = field(row, "invoice_id");
  const type = field(row, "type") === "ACCREC" ? ("INVOICE" as const) : ("BILL" as const);
  const lineAmountTypes = field(row, "line_amount_types") === "Inclusive" ? ("Inclusive" as const) : ("Exclusive" as const);
  const currency = { currencyCode: field(row, "currency_code"), currencyRate: rate(field(row, "currency_rate")) };
  const nobody = { number: null, contactId: null, bankAccountId: null, toBankAccountId: null, creditXeroId: null };
  const amount = money(field(row, "total"));
  return { id: xeroId, xeroId, type, xeroType: field(row, "type"), date: field(row, "date"), status: field(row, "status"), ...currency, amount, lineAmountTypes, ...nobody, lines };
}

/** Invoice → account → net amount over all of Xero's journals of it, reversals included. */
function xeroPostings(): Map<string, Map<string, bigint>> {
  const sourceOf = new Map(realRows("journal").filter((row) => /^ACC(REC|PAY)$/.test(field(row, "source_type"))).map((row) => [field(row, "journal_id"), field(row, "source_id")]));
  const postings = new Map<string, Map<string, bigint>>();
  for (const row of realRows("journal_line")) {
    const source = sourceOf.get(field(row, "journal_id"));
    if (source) add(postings, source, field(row, "account_id"), money(field(row, "net_amount")));
  }
  return postings;
}

function add(postings: Map<string, Map<string, bigint>>, source: string, account: string, amount: bigint): void {
  const accounts = postings.get(source) ?? new Map<string, bigint>();
  accounts.set(account, (accounts.get(account) ?? 0n) + amount);
  postings.set(source, accounts);
}

function told(accounts: Map<string, bigint> | undefined): string {
  return [...(accounts ?? [])].filter(([, amount]) => amount !== 0n).toSorted().join(" ");
}

function ourPostings(convert: (document: Document) => Document): Map<string, Map<string, bigint>> {
  const { books, byCode } = realChart();
  const lines = Map.groupBy(realRows("invoice_line_item"), (row) => field(row, "invoice_id"));
  const postings = new Map<string, Map<string, bigint>>();
  for (const row of realRows("invoice")) {
    const document = convert(invoiceOf(row, linesOf(lines.get(field(row, "invoice_id")) ?? [], byCode)));
    const { entry } = postingRules.invoice(document, books, postingRules);
    for (const line of entry?.lines ?? []) add(postings, document.xeroId, line.accountId, line.amount);
  }
  return postings;
}

function equalOnes(ours: Map<string, Map<string, bigint>>, theirs: Map<string, Map<string, bigint>>): number {
  return [...theirs].filter(([invoice, accounts]) => told(accounts) === told(ours.get(invoice))).length;
}

test.skipIf(!haveRealBooks)("600 of 600 real invoices are posted as Xero posted them, account for account", () => {
  const theirs = xeroPostings();
  expect(theirs.size).toBe(600);
  expect(equalOnes(ourPostings((document) => document), theirs)).toBe(600);
});

test.skipIf(!haveRealBooks)("converting line by line instead of in groups misses ten of the 600", () => {
  const apart = (document: Document) => ({ ...document, lines: document.lines.map((line, index) => ({ ...line, taxType: `${line.taxType} ${index}` })) });
  expect(equalOnes(ourPostings(apart), xeroPostings())).toBe(590);
});
