// Pages of a thousand invoices as Xero sends them, to rows, lines, journals and balances, through the sync's own functions. The anchor is
// what Xero's limits let through at most.
import { read } from "#db/index.ts";
import { movementsBetween } from "#lib/ledger/queries.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { decimal } from "#lib/money.ts";
import { asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";
import { type Metric, mustAgree, timeOf } from "./measure.ts";

const ceiling = 1_000;
const pages = 5;
const pageSize = 1_000;

export const ingest: Metric = async () => {
  const metric = `ingest, ${pages} pages of ${pageSize} invoices`;
  const organisation = await newOrganisation("Ingest Limited");
  await syncOf(asking(organisation, { Accounts: accounts }), "Accounts");
  let time = 0;
  for (let page = 0; page < pages; page += 1) {
    const context = asking(organisation, { Invoices: Array.from({ length: pageSize }, (_, index) => invoiceOf(page * pageSize + index)) });
    time += await timeOf(async () => {
      await syncOf(context, "Invoices");
      await postPending(context.scope);
    });
  }
  mustAgree(metric, "1150000.00", await owed(organisation));
  const speed = (pages * pageSize * 1000) / time;
  return { metric, anchor: `${ceiling} records/s`, ours: `${Math.round(speed)} records/s`, ratio: speed / ceiling, goal: "≥ 25" };
};

/** What the ledger has on the debtors' account: 5,000 invoices of 230.00. */
function owed(scope: { tenantId: string }): Promise<string> {
  return read(scope, async (q) => {
    const debtors = (await chartOfAccounts(q)).find(({ systemAccount }) => systemAccount === "DEBTORS");
    return decimal((await movementsBetween(q, { basis: "accrual", from: null, to: "2026-12-31" })).get(debtors?.id ?? "") ?? 0n);
  });
}

const accounts = [
  { AccountID: "debtors", Name: "Accounts Receivable", Type: "CURRENT", Class: "ASSET", Status: "ACTIVE", SystemAccount: "DEBTORS" },
  { AccountID: "gst", Name: "GST", Type: "CURRLIAB", Class: "LIABILITY", Status: "ACTIVE", SystemAccount: "GST" },
  { AccountID: "sales", Code: "200", Name: "Sales", Type: "REVENUE", Class: "REVENUE", Status: "ACTIVE" },
];

function invoiceOf(number: number): object {
  const line = { LineAmount: 100, TaxAmount: 15, TaxType: "OUTPUT2", AccountCode: "200", AccountID: "sales", Quantity: 1, UnitAmount: 100 };
  const kind = { InvoiceID: `ingested-${number}`, InvoiceNumber: `INV-${number}`, Type: "ACCREC", Status: "AUTHORISED", LineAmountTypes: "Exclusive", CurrencyCode: "NZD", CurrencyRate: 1 };
  const days = { Date: `2026-0${1 + (number % 9)}-15`, DueDate: "2026-10-20", UpdatedDateUTC: new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString().slice(0, -1) };
  return { ...kind, ...days, Contact: { ContactID: `contact-${number % 100}`, Name: `Customer ${number % 100}` }, SubTotal: 200, TotalTax: 30, Total: 230, AmountDue: 230, LineItems: [line, line] };
}
