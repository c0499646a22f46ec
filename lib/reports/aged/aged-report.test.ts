import fc from "fast-check";
import { expect, test } from "vitest";
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import type { Standing } from "#lib/ageing/side.ts";
import { addDays } from "#lib/day.ts";
import { money, rateOfOne, sum } from "#lib/money.ts";
import { agedParameters, agedWishesSchema } from "#lib/reports/aged/aged-kind.ts";
import { buildAgedReport } from "#lib/reports/aged/aged-report.ts";
import { aged, bucketOf } from "#lib/reports/aged/buckets.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { type AgedParameters, type AgedReport, ageingDays, bucketKinds, reportSchema } from "#lib/reports/report.ts";
import { account } from "#lib/reports/testing/statements.ts";

const organisation: Organisation = {
  ...{ id: "01990000-0000-7000-8000-000000000001", name: "Hāpuku Services", currency: "NZD", timeZone: "Pacific/Auckland", country: "NZ", yearEnd: { month: 3, day: 31 } },
  ...{ today: "2026-11-21", lastSyncedAt: null, dataVersion: 1, ledgerSequence: 1, lockedTo: null, auditHead: null },
};
const parameters: AgedParameters = { asAt: "2026-10-31", ageBy: "dueDate", buckets: "days", showCredits: true };
const debtors = account("debtors", "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const none = { count: 0, amount: 0n };

const plain = { xeroId: "x", number: null, reference: null, date: "2026-10-01", dueDate: null, currency: "NZD", rate: rateOfOne, settlements: [] };

function open(id: string, standing: Standing, amount: bigint, more: Partial<OpenDocument> = {}): OpenDocument {
  const kind = { owed: ["INVOICE", "ACCREC"], credit: ["CREDIT_NOTE", "ACCRECCREDIT"], prepayment: ["RECEIVE", "RECEIVE-PREPAYMENT"] } as const;
  const [type, xeroType] = kind[standing];
  return { ...plain, id, type, xeroType, standing, contactId: "kauri", contactName: "Kauri & Sons", total: amount, outstanding: amount, baseTotal: amount, baseOutstanding: amount, ...more };
}

function build(documents: readonly OpenDocument[], ledger: bigint, wishes: Partial<AgedParameters> = {}): AgedReport {
  const facts = { type: "AGED_RECEIVABLES", side: "receivables", documents, parameters: { ...parameters, ...wishes }, organisation } as const;
  return buildAgedReport({ ...facts, control: { account: debtors, net: ledger }, prepaid: [], besides: 0n, drafts: none, unreconciled: none, tieOut: null });
}

function valueAt({ rows }: AgedReport, row: string, column: string): string | null | undefined {
  return rows.find(({ id }) => id === row)?.cells.find((cell) => cell.column === column)?.value;
}

test.each([
  [-1, "current", "current"],
  [0, "current", "current"],
  [1, "1-30", "under-1-month"],
  [30, "1-30", "under-1-month"],
  [31, "31-60", "1-month"],
  [60, "31-60", "1-month"],
  [61, "61-90", "2-months"],
  [90, "61-90", "2-months"],
  [91, "over-90", "3-months"],
  [120, "over-90", "3-months"],
  [121, "over-90", "older"],
])("a debt of %i days stands under %s, and by months under %s", (days, byDays, byMonths) => {
  expect([bucketOf("days", days), bucketOf("xeroMonths", days)]).toEqual([byDays, byMonths]);
});

test("a debt ages from its due date or, without one, from its own day; a credit always from its own day", () => {
  const due = { date: "2026-09-01", dueDate: "2026-10-20" };
  const fromWhen = (document: OpenDocument, ageBy: AgedParameters["ageBy"]) => aged(document, { ...parameters, ageBy }).from;
  expect(fromWhen(open("1", "owed", 1n, due), "dueDate")).toBe("2026-10-20");
  expect(fromWhen(open("1", "owed", 1n, due), "invoiceDate")).toBe("2026-09-01");
  expect(fromWhen(open("1", "owed", 1n, { ...due, dueDate: null }), "dueDate")).toBe("2026-09-01");
  expect(fromWhen(open("1", "credit", -1n, due), "dueDate")).toBe("2026-09-01");
});

test("a difference to the ledger stands in its own row, no figure takes it up, and what cents of other currencies explain is no alarm", () => {
  const documents = [open("1", "owed", money("100")), open("2", "owed", money("50"), { currency: "USD" })];
  const cents = build(documents, money("149.99"));
  expect(valueAt(cents, "total:receivables", "total")).toBe("150.00");
  expect(valueAt(cents, "residual:control", "total")).toBe("0.01");
  expect(cents.control).toMatchObject({ documents: "150.00", ledger: "149.99", difference: "0.01", allowed: "0.01" });
  expect(cents.quality.notes.filter((note) => note.includes("differ"))).toEqual([]);
  const more = build(documents, money("149.98"));
  expect(valueAt(more, "total:receivables", "total")).toBe("150.00");
  expect(more.quality.notes).toContain("The documents and Accounts Receivable in the ledger differ by NZD 0.02. Cents of documents in other currencies do not explain it.");
});

test("where nothing is owed in total there is no share of it, and the reason is said", () => {
  const report = build([open("1", "credit", money("-5"))], money("-5"));
  const cell = report.rows.find(({ kind }) => kind === "contact")?.cells.find(({ column }) => column === "percent");
  expect(cell).toMatchObject({ value: null, unit: "percent", reason: expect.stringContaining("Nothing is owed") });
});

test("no debts at all make a report with a total of nothing", () => {
  const report = build([], 0n);
  expect(report.rows.map(({ id }) => id)).toEqual(["total:receivables", "percent:receivables", "section:control", "control:debtors", "residual:control"]);
  expect(valueAt(report, "total:receivables", "total")).toBe("0.00");
});

const someDocument = fc.record({
  standing: fc.constantFrom<Standing>("owed", "credit", "prepayment"),
  amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  contact: fc.constantFrom("kauri", "rimu", "tōtara"),
  issued: fc.integer({ min: -400, max: 0 }),
  due: fc.option(fc.integer({ min: -400, max: 60 })),
});

test("for any documents the buckets sum to the total in every row, the rows to the documents, and credits apart change no sum of all", () => {
  const wishes = fc.record({ ageBy: fc.constantFrom(...ageingDays), buckets: fc.constantFrom(...bucketKinds), showCredits: fc.boolean() });
  fc.assert(
    fc.property(fc.array(someDocument, { maxLength: 30 }), wishes, (some, wish) => {
      const documents = some.map(({ standing, amount, contact, issued, due }, index) => {
        const dates = { date: addDays(parameters.asAt, issued), dueDate: due === null ? null : addDays(parameters.asAt, due) };
        return open(String(index), standing, standing === "owed" ? amount : -amount, { ...dates, contactId: contact, contactName: contact });
      });
      const onControl = sum(documents.filter(({ standing }) => standing !== "prepayment").map(({ baseOutstanding }) => baseOutstanding));
      const report = build(documents, onControl, wish);
      expect(reportSchema.safeParse(report).error).toBeUndefined();
      expect(report.rows.filter((row) => !addsUp(report, row)).map(({ id }) => id)).toEqual([]);
      expect(report.rows.filter(({ kind }) => kind === "document")).toHaveLength(documents.length);
      expect(valueAt(report, "residual:control", "total")).toBe("0.00");
    }),
  );
});

function addsUp({ columns }: AgedReport, { kind, id, cells }: AgedReport["rows"][number]): boolean {
  if (!["contact", "document", "total", "subtotal"].includes(kind) || id.startsWith("percent:")) return true;
  const buckets = columns.filter((column) => column.kind === "bucket").map((column) => column.id);
  const inBuckets = cells.filter(({ column }) => buckets.includes(column)).map(({ value }) => money(value ?? "0"));
  return sum(inBuckets) === money(cells.find(({ column }) => column === "total")?.value ?? "0");
}

test("without any wish it is as at today, by due date, in days, with credits set off; a day to come is today, and what was known on a day is as at that day", () => {
  const parametersOf = (wishes: object) => agedParameters(agedWishesSchema.parse(wishes), organisation.today);
  const today = { asAt: "2026-11-21", ageBy: "dueDate", buckets: "days", showCredits: true };
  expect(parametersOf({})).toEqual(today);
  expect(parametersOf({ asAt: "2027-01-31" })).toEqual(today);
  expect(parametersOf({ asAt: "2026-10-31", showCredits: false })).toEqual({ ...today, asAt: "2026-10-31", showCredits: false });
  expect(parametersOf({ knownOn: "2026-11-03" })).toEqual({ ...today, asAt: "2026-11-03", knownOn: "2026-11-03" });
  expect(parametersOf({ asAt: "2026-10-31", knownOn: "2026-11-03" })).toEqual({ ...today, asAt: "2026-10-31", knownOn: "2026-11-03" });
});
