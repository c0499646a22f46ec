// A pack of each type of report of small books, added up from its bytes alone; and what somebody would have to do to have a false one believed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { zipSync } from "fflate";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { tagAccount } from "#lib/accounts/tag-account.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { exportEvidence } from "#lib/evidence/evidence-pack.ts";
import { openPack } from "#lib/evidence/open-pack.ts";
import type { Evidence } from "#lib/evidence/pack.ts";
import { fingerprint, publicKey } from "#lib/evidence/signing.ts";
import { cellIn, claiming, edited, rebalanced, refigured, restated, retold, retoldTable, withFiles } from "#lib/evidence/testing/tampering.ts";
import { adderOf } from "#lib/evidence/verify/ledger.ts";
import { measureFaults } from "#lib/evidence/verify/measures.ts";
import { verifyPack } from "#lib/evidence/verify/verify-pack.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { money } from "#lib/money.ts";
import { permissionsOf } from "#lib/permissions.ts";
import { Refusal } from "#lib/refusal.ts";
import { createReport } from "#lib/reports/create-report.ts";
import type { Cell } from "#lib/reports/report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { addAccounts, addInvoice, addPayment, addTracking, addTrackingSet, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let budget: string;
let profitAndLoss: Uint8Array;
let region: Record<string, string>;
let team: Record<string, string>;

const bank = account(uuidv7(), "Cheque Account", "BANK");
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "OVERHEADS", { code: "469" });
const wages = account(uuidv7(), "Wages", "WAGESEXPENSE", { code: "477" });
const loan = account(uuidv7(), "Loan", "TERMLIAB", { code: "900" });
const equity = account(uuidv7(), "Funds Introduced", "EQUITY", { code: "970" });

/** In October Xero's trial balance has a payroll of 200 that is in no document. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  stubSettings();
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, debtors, sales, rent, wages, loan, equity]);
  const invoice = await addInvoice(books, { number: "INV-1", date: "2026-09-10", dueDate: "2026-09-30", total: "1000" });
  const open = await addInvoice(books, { number: "INV-2", date: "2026-10-12", dueDate: "2026-11-12", total: "250.50" });
  region = await addTracking(books, "Region", ["North", "South"]);
  team = await addTracking(books, "Team", ["Advice", "Training"]);
  const [north, south] = [await addTrackingSet(books, [String(region["North"]), String(team["Advice"])]), await addTrackingSet(books, [String(region["South"]), String(team["Training"])])];
  const payment = await addPayment(books, { invoice, date: "2026-10-05", amount: "600" });
  await post(books, [
    { date: "2026-02-01", lines: [[bank.id, "5000"], [equity.id, "-3000"], [loan.id, "-2000"]], sourceType: "manualJournal" },
    { date: "2026-09-10", lines: [[debtors.id, "1000"], [sales.id, "-1000", north]], transactionId: invoice },
    { date: "2026-10-05", lines: [[bank.id, "600"], [debtors.id, "-600"]], transactionId: payment, sourceType: "payment" },
    { date: "2026-10-10", lines: [[rent.id, "300"], [bank.id, "-300"]], sourceType: "bankTransaction" },
    { date: "2026-10-12", lines: [[debtors.id, "250.50"], [sales.id, "-250.50", south]], transactionId: open },
  ]);
  await post(books, [{ date: "2026-10-05", lines: [[bank.id, "600"], [sales.id, "-600"]], transactionId: payment, sourceType: "payment" }], "cash");
  const rows = [[debtors, "650.50"], [sales, "-1250.50"], [rent, "300"], [wages, "200"], [bank, "5100"], [equity, "-3000"], [loan, "-2000"]] as const;
  await transaction(books.scope, (tx) => storeTrialBalance(tx, { asAt: "2026-10-31", basis: "accrual", fetchedAt: new Date(), rows: rows.map(([{ id }, net]) => ({ accountXeroId: id, net: money(net) })) }));
  const { id } = await importBudget.run(books.scope, { tenantId: books.scope.tenantId, name: "Board", content: "Account,Month,Amount,Notes\nSales,2026-09,900,\nSales,2026-10,1000,Spring\nRent,2026-10,300,\n" });
  budget = id;
  const ofNorth = { source: "xero", xeroId: uuidv7(), name: "North", type: "TRACKING", tracking: "Region: North", contentHash: "north" } as const;
  await transaction(books.scope, (tx) => insertBudget(tx, ofNorth, [{ accountId: sales.id, month: "2026-09", amount: money("900"), note: null, lineNumber: null }]));
  profitAndLoss = await packOf("PROFIT_LOSS", days);
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const days = { from: "2026-09-01", to: "2026-10-31", columns: "month" };
const withinNorth = () => ({ categoryId: region["Region"], optionIds: [region["North"]] });

async function packOf(type: ReportableType, parameters: Record<string, unknown>, permissions = books.scope.permissions): Promise<Uint8Array> {
  const { id } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters });
  return bytesOf(id, permissions);
}

async function bytesOf(id: string, permissions = books.scope.permissions): Promise<Uint8Array> {
  return new Uint8Array(await (await exportEvidence.run([{ ...books.scope, permissions }], { id })).arrayBuffer());
}

const custom = [
  { kind: "accounts", id: "income", label: "Income", sign: -1, accounts: [{ sections: ["tradingIncome"] }], each: true },
  { kind: "kpi", id: "netMarginPercent" },
  { kind: "formula", id: "twice", label: "Twice", unit: "money", formula: "income * 2" },
];

test.each<[string, ReportableType, () => Record<string, unknown>]>([
  ["a profit and loss", "PROFIT_LOSS", () => days],
  ["a profit and loss on cash basis, compared with last year", "PROFIT_LOSS", () => ({ ...days, compare: "previousYear", basis: "cash" })],
  ["a profit and loss held against a budget", "PROFIT_LOSS", () => ({ ...days, compare: "budget", budgetId: budget })],
  ["a profit and loss by tracking", "PROFIT_LOSS", () => ({ ...days, columns: "tracking" })],
  ["a profit and loss of one tracking option", "PROFIT_LOSS", () => ({ ...days, trackingCategoryId: region["Region"], trackingOptionIds: [region["North"]] })],
  ["a profit and loss by one tracking category within another", "PROFIT_LOSS", () => ({ ...days, columns: "tracking", trackingCategoryId: region["Region"], trackingWithin: { categoryId: team["Team"], optionIds: [team["Advice"]] } })],
  ["a profit and loss of what carries neither of two tracking categories", "PROFIT_LOSS", () => ({ ...days, trackingCategoryId: region["Region"], trackingOptionIds: ["unassigned"], trackingWithin: { categoryId: team["Team"], optionIds: ["unassigned"] } })],
  ["a balance sheet", "BALANCE_SHEET", () => ({ ...days, compare: "previousPeriod" })],
  ["cash flows by the indirect method", "CASH_FLOW", () => days],
  ["cash flows by the direct method", "CASH_FLOW", () => ({ ...days, method: "direct" })],
  ["aged receivables", "AGED_RECEIVABLES", () => ({ asAt: "2026-10-31" })],
  ["aged payables", "AGED_PAYABLES", () => ({ asAt: "2026-10-31" })],
  ["a budget variance of months that are cut", "BUDGET_VARIANCE", () => ({ budgetId: budget, from: "2026-09-10", to: "2026-10-31" })],
  ["a budget variance within a tracking option", "BUDGET_VARIANCE", () => ({ ...days, trackingWithin: withinNorth() })],
  ["a dashboard", "KPI_DASHBOARD", () => ({})],
  ["a custom report", "CUSTOM", () => ({ ...days, title: "Ours", rows: custom })],
  ["a custom report within a tracking option", "CUSTOM", () => ({ ...days, title: "Ours", rows: custom, trackingWithin: withinNorth() })],
  ["a custom report of what carries none of a tracking category, with what only Xero posted", "CUSTOM", () => ({ ...days, title: "Ours", rows: custom, trackingWithin: { categoryId: region["Region"], optionIds: ["unassigned"] } })],
])("the pack of %s adds up from its own bytes, and is the same bytes when it is asked for again", async (_, type, parameters) => {
  const pack = await packOf(type, parameters());
  const { evidence } = openPack(pack);
  expect(evidence.report.type).toBe(type);
  expect(verifyPack(pack, { hash: evidence.report.contentHash, key: fingerprint(publicKey()) })).toMatchObject({ organisation: "Hāpuku Services", contentHash: evidence.report.contentHash, audit: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
  expect(Buffer.from(await packOf(type, parameters())).equals(Buffer.from(pack))).toBe(true);
});

test("the audit's rows, with addresses of people, are in it only for who may read the audit", async () => {
  const pack = await packOf("PROFIT_LOSS", days, permissionsOf("ReadOnly"));
  expect(openPack(pack).evidence.audit.rows).toEqual([]);
  expect(verifyPack(pack).audit).toBeNull();
});

test("what was posted after the report was made is not in its pack, which adds up all the same", async () => {
  const { id } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { ...days, columns: "total" } });
  const before = await bytesOf(id);
  await post(books, [{ date: "2026-10-20", lines: [[rent.id, "77"], [bank.id, "-77"]] }]);
  const after = await bytesOf(id);
  expect(verifyPack(after).lines).toBe(11); // 3 + 4 × 2
  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true);
});

const sentence = (pack: Uint8Array, known = {}) => {
  try {
    verifyPack(pack, known);
    return "verified";
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error);
  }
};
const october = (row: string) => (evidence: Evidence) => cellIn(evidence, row, "2026-10");
const salesRow = `account:${sales.id}`;
const raised = { [salesRow]: "950.50", "total:totalIncome": "950.50", "total:grossProfit": "950.50", "total:netProfit": "450.50" };
const setTo = (cell: Cell, value: string) => Object.assign(cell, { value });

test.each<[string, (pack: Uint8Array) => Uint8Array, RegExp]>([
  ["a figure", (pack) => edited(pack, "report.json", (text) => text.replaceAll('"250.50"', '"950.50"')), /^report\.json was changed after the pack was made/],
  ["a document's hash", (pack) => edited(pack, "ledger/documents.jsonl", (text) => text.replace('"sourceHash":"none"', '"sourceHash":"other"')), /^ledger\/documents\.jsonl was changed/],
  ["the hash of a file in the manifest", (pack) => edited(pack, "manifest.json", (text) => text.replace(/"sha256":"(.)/, (_, digit) => `"sha256":"${digit === "0" ? "1" : "0"}`)), /was changed after the pack was made|The signature is not of this manifest/],
  ["the definitions' version in the manifest", (pack) => edited(pack, "manifest.json", (text) => text.replace('"definitionsVersion":1', '"definitionsVersion":2')), /^The signature is not of this manifest/],
  ["a figure, with every hash", (pack) => retold(pack, (evidence) => setTo(october(salesRow)(evidence), "950.50")), /"Sales" in Oct 2026 .* says 950\.50, and its proof comes to 250\.50\./],
  ["a figure and all totals above it, with every hash", (pack) => retold(pack, (evidence) => refigured(evidence, "2026-10", raised)), /"Sales" in Oct 2026 .* says 950\.50, and its proof comes to 250\.50\./],
  ["a figure that words are to prove", (pack) => retold(pack, (evidence) => Object.assign(october(salesRow)(evidence), { value: "950.50", proof: { kind: "words", sentence: "as agreed" } })), /words alone cannot prove an amount/],
  ["a figure without a proof", (pack) => retold(pack, (evidence) => Object.assign(october(salesRow)(evidence), { value: "950.50", proof: null })), /says 950\.50, and nothing proves it/],
  ["figures that prove each other", (pack) => retold(pack, (evidence) => {
    Object.assign(october(salesRow)(evidence), { value: "950.50", proof: { kind: "cell", row: "total:totalIncome", column: "2026-10" } });
    setTo(october("total:totalIncome")(evidence), "950.50");
  }), /\|2026-10 is proved by itself/],
  ["a figure whose proof leaves the account out", (pack) => retold(pack, (evidence) => Object.assign(october(salesRow)(evidence), { value: "0.00", proof: { kind: "lines", accounts: [], from: "2026-10-01", to: "2026-10-31" } })), /Sales in 2026-10: 0\.00 here, 250\.50 by the entries of the pack/],
  ["a line", (pack) => edited(pack, "ledger/entries.jsonl", (text) => text.replace('"amount":"-250.50"', '"amount":"-950.50"')), /^ledger\/entries\.jsonl was changed/],
  ["a line and its figures, with every hash", (pack) => retold(pack, (evidence) => {
    for (const line of evidence.entries.flatMap(({ lines }) => lines)) if (line.amount === money("-250.50")) line.amount = money("-950.50");
    setTo(october(salesRow)(evidence), "950.50");
  }), /Entry 5 of 2026-10-12, invoice, does not balance/],
  ["both lines of an entry and all figures, with every hash", (pack) => retold(pack, (evidence) => {
    restated(evidence, "250.50", "950.50");
    refigured(evidence, "2026-10", raised);
  }), /Sales has -1250\.50 in the trial balance on accrual basis, and its lines come to -1950\.50/],
  ["an entry left out, with every hash", (pack) => retold(pack, (evidence) => evidence.entries.splice(3, 1)), /Rent has 300\.00 in the trial balance on accrual basis, and its lines come to 0\.00/],
  ["a difference to Xero, with every hash", (pack) => retold(pack, (evidence) => {
    const cell = october("residual:identified:operatingExpenses")(evidence);
    if (cell.proof?.kind === "tieOut") for (const each of cell.proof.differences) Object.assign(each, { amount: "100.00" });
    setTo(cell, "100.00");
  }), /the difference of Wages says 100\.00, and Xero's 200\.00 less the ledger's 0\.00 is another amount/],
  ["the audit's row of its making, with every hash", (pack) => retold(pack, (evidence) => Object.assign(evidence.audit.rows.at(-1) ?? {}, { createdAt: "2026-01-01T00:00:00.000Z" })), /Row \d+ of the audit was changed/],
  ["a table for auditors, with every hash", (pack) => retoldTable(pack, "ads/GL_Detail_20260201_20261031.csv", (text) => text.replace("300.00,D", "200.00,D")), /ads\/GL_Detail_20260201_20261031\.csv does not say what the report and the entries of the pack say/],
])("tampering with %s is refused in a sentence", (_, tamper, expected) => {
  expect(sentence(tamper(profitAndLoss))).toMatch(expected);
});

test("a pack by tracking is refused where lines stand under another option, in the report or in the pack, or an option is left out", async () => {
  const pack = await packOf("PROFIT_LOSS", { ...days, columns: "tracking" });
  const [north, south] = [`tracking:${region["North"]}`, `tracking:${region["South"]}`];
  const swapped = (evidence: Evidence) => {
    const { data } = evidence.report;
    const [one, other] = "tracking" in data ? (data.tracking?.options ?? []) : [];
    if (one && other) [one.sets, other.sets] = [other.sets, one.sets];
    for (const row of [salesRow, "total:totalIncome", "total:grossProfit", "total:netProfit"]) {
      const [first, second] = [cellIn(evidence, row, north), cellIn(evidence, row, south)];
      [first.value, second.value] = [second.value, first.value];
    }
  };
  expect(sentence(retold(pack, (evidence) => setTo(cellIn(evidence, salesRow, north), "900.00")))).toMatch(/"Sales" in North .* says 900\.00, and its proof comes to 1000\.00/);
  expect(sentence(retold(pack, (evidence) => Object.assign(cellIn(evidence, salesRow, north), { value: "0.00", proof: { kind: "lines", accounts: [], from: null, to: "2026-10-31" } })))).toMatch(/Sales in tracking:\S+: 0\.00 here, 1000\.00 by the lines of the pack that carry it/);
  expect(sentence(retold(pack, swapped))).toMatch(/Lines with Region: North stand under South\./);
  expect(sentence(retold(pack, ({ report: { data } }) => data.columns.splice(0, 1)))).toMatch(/in a column that the report does not have/);
  expect(sentence(retold(pack, ({ report: { data } }) => {
    data.columns.splice(0, 1);
    for (const row of data.rows) row.cells = row.cells.filter(({ column }) => column !== north);
  }))).toMatch(/"Sales" says 1250\.50 in Total, and its parts by tracking come to 250\.50/);
});

test("a pack by two tracking categories is refused where it is within another option than it says, or leaves a line of that option out", async () => {
  const within = { categoryId: team["Team"], optionIds: [team["Advice"]] };
  const pack = await packOf("PROFIT_LOSS", { ...days, columns: "tracking", trackingCategoryId: region["Region"], trackingWithin: within });
  const statementOf = ({ report: { data } }: Evidence) => (data.type === "PROFIT_LOSS" ? data : expect.unreachable("it is a profit and loss"));
  const advice = (evidence: Evidence) => statementOf(evidence).trackingWithin?.options[0] ?? expect.unreachable("it has an option");
  expect(sentence(retold(pack, (evidence) => Object.assign(advice(evidence), { id: team["Training"], name: "Training" })))).toMatch(/Lines with Team: Advice stand under Training\./);
  expect(sentence(retold(pack, (evidence) => Object.assign(statementOf(evidence).parameters.trackingWithin ?? {}, { optionIds: [team["Training"]] })))).toMatch(/says that it is within other options of a category/);
  expect(sentence(retold(pack, (evidence) => { delete statementOf(evidence).trackingWithin; }))).toMatch(/"Sales" in Total .* says 1000\.00, and its proof comes to 1250\.50/);
  expect(sentence(retold(pack, (evidence) => {
    advice(evidence).sets = [];
    for (const row of statementOf(evidence).rows) for (const cell of row.cells) if (cell.value === "1000.00") cell.value = "0.00";
  }))).toMatch(/Lines with Team: Advice stand under no option\./);
  expect(sentence(retold(pack, (evidence) => {
    for (const row of statementOf(evidence).rows) for (const cell of row.cells) if (cell.value === "1000.00") Object.assign(cell, { value: "0.00", proof: cell.proof?.kind === "lines" ? { ...cell.proof, accounts: [] } : cell.proof });
  }))).toMatch(/Sales in total: 0\.00 here, 1000\.00 by the lines of the pack that carry it/);
});

test.each<[string, ReportableType, string, string, Record<string, unknown>]>([
  ["a budget variance", "BUDGET_VARIANCE", salesRow, "total", {}],
  ["a custom report", "CUSTOM", salesRow.replace(":", ":income:"), "2026-09", { title: "Ours", rows: custom }],
])("a pack of %s within a tracking option is refused where it is said to be of the whole, or of another option", async (_, type, row, column, asked) => {
  const pack = await packOf(type, { ...days, ...asked, trackingWithin: withinNorth() });
  const said = ({ report: { data } }: Evidence) => ("trackingWithin" in data ? data : expect.unreachable("it is within an option"));
  expect(cellIn(openPack(pack).evidence, row, column).value).toBe("1000.00");
  expect(sentence(retold(pack, (evidence) => { delete said(evidence).trackingWithin; }))).toMatch(/says 1000\.00, and its proof comes to 1250\.50/);
  expect(sentence(retold(pack, (evidence) => Object.assign(said(evidence).trackingWithin?.options[0] ?? {}, { id: region["South"], name: "South" })))).toMatch(/Lines with Region: North stand under South\./);
  expect(sentence(retold(pack, (evidence) => setTo(cellIn(evidence, row, column), "1250.50")))).toMatch(/says 1250\.50, and its proof comes to 1000\.00/);
});

test("a measure of a dashboard that leaves out an account of its definition, or takes another, is named, whatever its lines come to", async () => {
  const dashboard = await packOf("KPI_DASHBOARD", {});
  const faultsWith = (accounts: string[]) => {
    const { evidence } = openPack(dashboard);
    Object.assign(cellIn(evidence, "measure:revenue", "2026-10"), { proof: { kind: "lines", accounts, from: "2026-10-01", to: "2026-10-31" } });
    return measureFaults(evidence.report.data, evidence, adderOf(evidence));
  };
  expect(faultsWith([sales.id])).toEqual([]);
  expect(faultsWith([])).toEqual(['"Revenue" in Oct 2026 leaves out Sales, which belongs to it.']);
  expect(faultsWith([sales.id, rent.id])).toEqual(['"Revenue" in Oct 2026 takes Rent, which does not belong to it.']);
});

test("what somebody chose to say of an account is in the pack, so that key figures made by it add up", async () => {
  await tagAccount.run([books.scope], { id: rent.id, tag: "payroll", activity: "investing" });
  const pack = await packOf("KPI_DASHBOARD", {});
  expect(cellIn(openPack(pack).evidence, "measure:payroll", "2026-10").value).toBe("500.00"); // 300 of rent and 200 of wages, as Xero has them
  expect(sentence(pack)).toBe("verified");
});

test("a false report whose ledger, balances and audit are all made up agrees with itself, and not with the hash or the key that somebody noted", () => {
  const { contentHash } = openPack(profitAndLoss).evidence.report;
  const made = retold(profitAndLoss, (evidence) => {
    restated(evidence, "300", "30");
    rebalanced(evidence, rent.id, "30");
    rebalanced(evidence, bank.id, "5570");
    refigured(evidence, "2026-10", { [`account:${rent.id}`]: "30.00", "total:totalExpenses": "230.00", "total:netProfit": "20.50" });
    refigured(evidence, "total", { [`account:${rent.id}`]: "30.00", "total:totalExpenses": "230.00", "total:netProfit": "1020.50" });
    evidence.audit.rows = [];
  });
  expect(sentence(made)).toBe("verified");
  expect(sentence(made, { hash: contentHash })).toContain("This is another report than you expect");
  expect(sentence(made, { key: fingerprint(publicKey()) })).toContain("The pack was signed by somebody else than you expect");
});

const text = (words: string) => new TextEncoder().encode(words);

test.each<[string, (pack: Uint8Array) => Uint8Array, RegExp]>([
  ["a zip that was cut off", (pack) => pack.subarray(0, pack.length - 100), /is no zip, or was cut off/],
  ["no zip at all", () => text("no zip"), /is no zip, or was cut off/],
  ["a name that leads out of the folder", (pack) => withFiles(pack, (files) => files.set("../../etc/passwd", text("x"))), /^The file has an entry called "\.\.\/\.\.\/etc\/passwd"/],
  ["an absolute name", (pack) => withFiles(pack, (files) => files.set("/etc/passwd", text("x"))), /^The file has an entry called "\/etc\/passwd"/],
  ["a bomb", () => claiming(zipSync({ "report.json": new Uint8Array(1024) }), 300 * 1024 * 1024), /would unpack to more than a pack of Daybook can be/],
  ["a hundred files", () => zipSync(Object.fromEntries(Array.from({ length: 100 }, (__, index) => [`${index}.txt`, text("x")]))), /would unpack to more/],
  ["a file too many", (pack) => withFiles(pack, (files) => files.set("notes.txt", text("x"))), /has a file that its manifest does not list: notes\.txt/],
  ["a file too few", (pack) => withFiles(pack, (files) => files.delete("audit.json")), /The pack is not complete: audit\.json is missing/],
  ["no signature", (pack) => withFiles(pack, (files) => files.delete("signature.json")), /The pack is not complete: signature\.json is missing/],
])("%s is refused in a sentence before anything is believed", (_, tamper, expected) => {
  expect(sentence(tamper(profitAndLoss))).toMatch(expected);
});

test("general ledger, trial balance and open items have the columns that the AICPA published, and add up", async () => {
  const tables = Object.fromEntries([...openPack(profitAndLoss).files].flatMap(([name, bytes]) => (name.startsWith("ads/") ? [[name, parse(new TextDecoder().decode(bytes))]] : [])));
  const [detail, balances] = [tables["ads/GL_Detail_20260201_20261031.csv"] ?? [], tables["ads/Trial_Balance_20260201_20261031.csv"] ?? []];
  expect(detail[0]).toEqual("Journal_ID,Journal_ID_Line_Number,JE_Line_Description,Business_Unit_Code,Effective_Date,Fiscal_Year,GL_Account_Number,Amount,Amount_Credit_Debit_Indicator,Amount_Currency,JE_Header_Description,Source,Entered_By,Document_Date,Entered_Date,Entered_Time,Period".split(","));
  expect(detail.at(-1)).toEqual(["5", "2", "INV-2, Kauri & Sons", "", "2026-10-12", "2027", "200", "250.50", "C", "NZD", "", "invoice", "", "2026-10-12", "2026-11-21", "00:00:00", "7"]);
  expect(balances.find(([number]) => number === "200")).toEqual(["200", "Sales", "", "2026-10-31", "2027", "7", "0.00", "-1250.50", "NZD"]);
  expect(balances.slice(1).reduce((total, row) => total + money(row[7] ?? ""), 0n)).toBe(0n);
  const aged = await packOf("AGED_RECEIVABLES", { asAt: "2026-10-31" });
  const open = parse(new TextDecoder().decode(openPack(aged).files.get("ads/Open_Accounts_Receivable_20261031.csv")));
  expect(open.slice(1).map((row) => [row[2], row[6], row.at(-1)])).toEqual([["INV-1", "400.00", "D"], ["INV-2", "250.50", "D"]]);
});

test("the command ends with 0 for a pack that adds up and with 1 for one that does not, and needs no settings", () => {
  const folder = mkdtempSync(join(tmpdir(), "daybook-evidence-"));
  const run = (name: string, pack: Uint8Array) => {
    writeFileSync(join(folder, name), pack);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/verify.ts", join(folder, name)], { encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "test" } });
    return [status, stdout.split("\n")[0] ?? "", stderr.split("\n")[0] ?? ""];
  };
  try {
    expect(run("right.zip", profitAndLoss)).toEqual([0, expect.stringMatching(/^"Profit and Loss.*" of Hāpuku Services follows from what is in the pack: \d+ cells from 11 lines of 5 entries/), expect.any(String)]);
    expect(run("wrong.zip", retold(profitAndLoss, (evidence) => refigured(evidence, "2026-10", raised)))).toEqual([1, "", "This pack does not prove its report."]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the audit is held against a pack: whole, it has the row of the report's making; written again, it has not", async () => {
  const { evidence } = openPack(profitAndLoss);
  const madeAs = verifyPack(profitAndLoss).audit;
  expect(await verifyAudit([{ ...evidence.report, madeAs }])).toMatchObject({ reports: 1 });
  const another = madeAs?.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  await expect(verifyAudit([{ ...evidence.report, madeAs: another }])).rejects.toThrow("the chain was written again since");
});
