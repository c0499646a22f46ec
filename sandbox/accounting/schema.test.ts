import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { seeds } from "../seeds/seeds.ts";
import { ask, at, listAt, type Running, SCOPES, run, signIn, textAt } from "../testing/running.ts";
import { OPENAPI, reasonToSkip } from "../testing/shared.ts";

const skipped = reasonToSkip(OPENAPI);
const LISTS: readonly (readonly [path: string, schema: string])[] = [
  ["Organisation", "Organisations"],
  ["Organisation/Actions", "Actions"],
  ["Accounts", "Accounts"],
  ["Contacts?page=1&pageSize=1000&includeArchived=true", "Contacts"],
  ["TaxRates", "TaxRates"],
  ["TrackingCategories?includeArchived=true", "TrackingCategories"],
  ["Currencies", "Currencies"],
  ["Invoices?page=1&pageSize=1000", "Invoices"],
  ["Invoices?page=2&pageSize=1000", "Invoices"],
  ["Invoices", "Invoices"],
  ["CreditNotes?page=1&pageSize=1000", "CreditNotes"],
  ["BankTransactions?page=1&pageSize=1000", "BankTransactions"],
  ["BankTransfers", "BankTransfers"],
  ["Payments?page=1&pageSize=1000", "Payments"],
  ["Payments?page=2&pageSize=1000", "Payments"],
  ["Prepayments?page=1&pageSize=1000", "Prepayments"],
  ["Overpayments?page=1&pageSize=1000", "Overpayments"],
  ["ManualJournals?page=1&pageSize=1000", "ManualJournals"],
  ["Budgets", "Budgets"],
  ["Items", "Items"],
  ["BatchPayments", "BatchPayments"],
  ["Journals?offset=0", "Journals"],
  ["Reports/TrialBalance?date=2026-10-31", "ReportWithRows"],
  ["Reports/ProfitAndLoss?fromDate=2026-04-01&toDate=2026-04-30&periods=11&timeframe=MONTH", "ReportWithRows"],
  ["Reports/BalanceSheet?date=2026-10-31&periods=11&timeframe=MONTH", "ReportWithRows"],
];

describe.skipIf(skipped)(`answers as Xero's own description has them${skipped}`, () => {
  let running: Running;
  let validator: (schema: string) => ValidateFunction;
  let organisations: readonly string[] = [];
  let access = "";

  beforeAll(async () => {
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    // The core schema of YAML keeps timestamps as the texts they are.
    ajv.addSchema(parse(readFileSync(OPENAPI, "utf8"), { schema: "core" }), "xero");
    validator = (schema) => {
      const found = ajv.getSchema(`xero#/components/schemas/${schema}`);
      if (!found) throw new Error(`There is no schema ${schema}.`);
      return found;
    };
    const books = seeds("2026-11-21");
    organisations = books.map(({ Organisation }) => Organisation.OrganisationID);
    running = await run(books, { journals: true, today: "2026-11-21" });
    for (const organisation of organisations) {
      access = (await signIn(running.url, organisation, { scope: `${SCOPES} accounting.journals.read accounting.attachments.read` })).access;
    }
  });
  afterAll(() => running.stop());

  const read = async (path: string, organisation: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${access}`, "xero-tenant-id": organisation };
    return JSON.parse((await ask(`${running.url}/api.xro/2.0/${path}`, { headers })).text);
  };

  test.each(LISTS)("%s", async (path, schema) => {
    for (const organisation of organisations) {
      const validate = validator(schema);
      const isValid = validate(await read(path, organisation));
      expect([isValid, validate.errors?.slice(0, 5) ?? []]).toEqual([true, []]);
    }
  });

  test("one of each kind, fetched by its id, is the same as in the list", async () => {
    for (const [name, idField] of [
      ["Invoices", "InvoiceID"],
      ["Payments", "PaymentID"],
      ["Accounts", "AccountID"],
    ]) {
      const list = await read(`${name}?page=1&pageSize=3`, organisations[0] ?? "");
      const first = at(list, name ?? "", 0);
      const single = await read(`${name}/${textAt(first, idField ?? "")}`, organisations[0] ?? "");
      expect(listAt(single, name ?? "")).toEqual([first]);
    }
  });

  test("the files of a document", async () => {
    const bills = listAt(await read(`Invoices?page=1&pageSize=1000&where=${encodeURIComponent('Type=="ACCPAY"')}`, organisations[0] ?? ""), "Invoices");
    const scanned = bills.find((bill) => at(bill, "HasAttachments") === true);
    expect(scanned).not.toHaveProperty("Attachments");
    const body = await read(`Invoices/${textAt(scanned, "InvoiceID")}/Attachments`, organisations[0] ?? "");
    expect(validator("Attachments")(body)).toBe(true);
    expect(textAt(at(body, "Attachments", 0), "FileName")).toBe(`${textAt(scanned, "InvoiceNumber")}.pdf`);
  });

  test("the budget shows its lines when it is fetched alone", async () => {
    const id = textAt(at(await read("Budgets", organisations[0] ?? ""), "Budgets", 0), "BudgetID");
    const body = await read(`Budgets/${id}?DateFrom=2026-04-01&DateTo=2026-06-30`, organisations[0] ?? "");
    expect(validator("Budgets")(body)).toBe(true);
    expect(listAt(body, "Budgets", 0, "BudgetLines", 0, "BudgetBalances")).toHaveLength(3);
  });
});
