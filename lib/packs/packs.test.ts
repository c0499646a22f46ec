// A month-end pack from its template to what somebody was sent, and what happens to it when the books go on.
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { PackParts, Packs } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { chainOf, openBackDoor } from "#lib/audit/testing/queries.ts";
import { eraseOrganisation } from "#lib/organisations/erase.ts";
import { beginErasure } from "#lib/organisations/erasure-queries.ts";
import { addToPack, changePack, commentOnPack, reorderPack, takeFromPack } from "#lib/packs/change-pack.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { issuePack } from "#lib/packs/issue-pack.ts";
import type { Pack } from "#lib/packs/pack.ts";
import { getPack, listStoredPacks } from "#lib/packs/read-packs.ts";
import { reissuePack } from "#lib/packs/reissue-pack.ts";
import { removePack } from "#lib/packs/remove-pack.ts";
import { changeTemplate, createTemplate, listTemplates, removeTemplate } from "#lib/packs/templates/own-templates.ts";
import { verifyPacks } from "#lib/packs/verify-packs.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import type { Caller } from "#lib/scope.ts";
import { eventsOf } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const [bank, sales, wages] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE"), account(uuidv7(), "Wages", "EXPENSE")];
const wagesRow = `account:${wages.id}`;
const two = { name: "Two reports", cover: "For the owners.", choices: [{ type: "PROFIT_LOSS" as const, parameters: { columns: "total" } }, { type: "BALANCE_SHEET" as const, parameters: { columns: "total" } }] };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  [books, other] = [await openTestBooks("Hāpuku Services"), await openTestBooks("Another Company")];
  await addAccounts(books, [bank, sales, wages]);
  await addAccounts(other, [account(uuidv7(), "Sales", "REVENUE")]);
  await post(books, [{ date: "2026-03-03", lines: [[bank.id, "100"], [sales.id, "-100"]] }, { date: "2026-03-20", lines: [[wages.id, "40"], [bank.id, "-40"]] }]);
});
afterAll(() => database.close());

const callerOf = ({ scope }: TestBooks): Caller => ({ id: scope.userId, userId: scope.userId, permissions: [], scopes: [scope] });
const get = (id: string) => getPack.run([books.scope], { id });

test("without a template a pack has the reports that most month ends need, each on its days as seen from the month", async () => {
  const pack = await createPack.run(books.scope, { tenantId: books.scope.tenantId, month: "2026-05" });
  expect([pack.name, pack.status, pack.month, pack.stale, pack.issued]).toEqual(["Month end, May 2026", "draft", "2026-05", false, null]);
  const reports = await Promise.all(pack.parts.map(({ reportId }) => getReport.run([books.scope], { id: reportId })));
  expect(reports.map(({ type, periodStart, periodEnd }) => `${type} ${periodStart} ${periodEnd}`)).toEqual([
    "PROFIT_LOSS 2026-05-01 2026-05-31",
    "PROFIT_LOSS 2026-04-01 2026-05-31",
    "BALANCE_SHEET null 2026-05-31",
    "CASH_FLOW 2026-04-01 2026-05-31",
    "AGED_RECEIVABLES null 2026-05-31",
    "AGED_PAYABLES null 2026-05-31",
    "CUSTOM 2026-05-01 2026-05-31",
  ]);
  expect((await reissuePack.run([books.scope], { id: pack.id })).parts.map(({ reportId }) => reportId)).toEqual(pack.parts.map(({ reportId }) => reportId));
  await removePack.run([books.scope], { id: pack.id });
  await expect(get(pack.id)).rejects.toMatchObject({ reason: "notFound" });
  expect((await getReport.run([books.scope], { id: pack.parts[0]?.reportId ?? "" })).type).toBe("PROFIT_LOSS");
});

test("a month that has not begun has no pack, and what a template asks in vain is said with the name of its report", async () => {
  await expect(createPack.run(books.scope, { tenantId: books.scope.tenantId, month: "2999-01" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/month" }] });
  const { id: templateId } = await createTemplate.run(callerOf(books), { name: "With a budget", choices: [{ type: "BUDGET_VARIANCE" }] });
  await expect(createPack.run(books.scope, { tenantId: books.scope.tenantId, month: "2026-03", templateId })).rejects.toThrow(/^The report “Budget Variance” of the template cannot be made: .* No pack was made\.$/);
  await removeTemplate.run(callerOf(books), { id: templateId });
});

test("a draft takes words and another order, refuses what fits nowhere at its field, and keeps one report at least", async () => {
  const pack = await drafted();
  const [profit, balance] = partsOf(pack);
  await changePack.run([books.scope], { id: pack.id, name: "March for the owners", cover: "First line\r\nsecond" });
  await commentOnPack.run([books.scope], { id: pack.id, partId: profit, text: " A good month. " });
  await commentOnPack.run([books.scope], { id: pack.id, partId: profit, row: wagesRow, text: "Two joiners in March." });
  const { parts, ...words } = await reorderPack.run([books.scope], { id: pack.id, parts: [balance, profit] });
  expect([words.name, words.cover]).toEqual(["March for the owners", "First line\nsecond"]);
  expect(parts.map(({ id, commentary, notes }) => ({ id, commentary, notes }))).toEqual([
    { id: balance, commentary: "", notes: [] },
    { id: profit, commentary: "A good month.", notes: [{ row: wagesRow, label: "Wages", text: "Two joiners in March." }] },
  ]);
  const refusals = [
    commentOnPack.run([books.scope], { id: pack.id, partId: profit, row: "account:nobody", text: "x" }),
    commentOnPack.run([books.scope], { id: pack.id, partId: profit, row: wagesRow, text: "x".repeat(501) }),
    reorderPack.run([books.scope], { id: pack.id, parts: [profit] }),
    reorderPack.run([books.scope], { id: pack.id, parts: [profit, profit, balance] }),
  ];
  expect((await Promise.allSettled(refusals)).map((each) => each.status === "rejected" && each.reason.faults[0]?.pointer)).toEqual(["/row", "/text", "/parts", "/parts"]);

  expect((await commentOnPack.run([books.scope], { id: pack.id, partId: profit, row: wagesRow, text: "" })).parts[1]?.notes).toEqual([]);
  expect((await takeFromPack.run([books.scope], { id: pack.id, partId: balance })).parts.map(({ id }) => id)).toEqual([profit]);
  await expect(takeFromPack.run([books.scope], { id: pack.id, partId: profit })).rejects.toMatchObject({ reason: "conflict" });
});

test("who may make reports may draft, and to issue is for Accountants and Admins", async () => {
  const { id } = await drafted();
  const standard = { ...books.scope, permissions: permissionsOf("Standard") };
  await changePack.run([standard], { id, cover: "By an assistant" });
  await expect(issuePack.run([standard], { id })).rejects.toMatchObject({ reason: "forbidden" });
  expect((await get(id)).status).toBe("draft");
});

test("what is issued stays as it is: every change is refused in a sentence, and by the database whoever asks it", async () => {
  const { pack, part } = await issued();
  const [{ scope }, report] = [books, await anyReport(books)];
  const changes = [
    changePack.run([scope], { id: pack.id, cover: "other" }),
    commentOnPack.run([scope], { id: pack.id, partId: part, text: "other" }),
    reorderPack.run([scope], { id: pack.id, parts: pack.parts.map(({ id }) => id) }),
    addToPack.run([scope], { id: pack.id, reportId: report }),
    takeFromPack.run([scope], { id: pack.id, partId: part }),
    issuePack.run([scope], { id: pack.id }),
    removePack.run([scope], { id: pack.id }),
  ];
  for (const outcome of await Promise.allSettled(changes)) expect(outcome).toMatchObject({ status: "rejected", reason: { reason: "conflict", message: expect.stringContaining("is issued, and what is issued stays as it is") } });

  const [mine, within] = [eq(Packs.id, pack.id), eq(PackParts.packId, pack.id)];
  const row = { id: uuidv7(), tenantId: scope.tenantId, packId: pack.id, reportId: report, place: 9, commentary: "", notes: [] };
  const statements = [
    () => transaction(scope, (tx) => tx.update(Packs).set({ status: "draft" }).where(mine)),
    () => transaction(scope, (tx) => tx.update(Packs).set({ cover: "other" }).where(mine)),
    () => transaction(scope, (tx) => tx.update(Packs).set({ contentHash: "0".repeat(64) }).where(mine)),
    () => transaction(scope, (tx) => tx.delete(Packs).where(mine)),
    () => transaction(scope, (tx) => tx.update(PackParts).set({ commentary: "other" }).where(within)),
    () => transaction(scope, (tx) => tx.delete(PackParts).where(within)),
    () => transaction(scope, (tx) => tx.insert(PackParts).values(row)),
  ];
  for (const statement of statements) await expect(Promise.resolve(statement()).catch(reasonOf)).resolves.toMatch(/issued pack cannot be changed/);
  expect(await get(pack.id)).toEqual(pack);
});

test("the hash of an issued pack is SHA-256 of its words, its order and the hashes of its reports as canonical JSON, and the audit and webhooks are told it", async () => {
  const { pack } = await issued();
  const [balance, profit] = pack.parts;
  const by = pack.issuedBy;
  // Written by hand, by RFC 8785: members in the order of their names, no spaces.
  const canonical =
    `{"cover":"For the owners.","issuedAt":"${pack.issuedAt?.toISOString()}","issuedBy":"${by}","month":"2026-03","name":"Two reports, Mar 2026","reports":[` +
    `{"commentary":"Balanced.\\nTwice.","contentHash":"${balance?.reportHash}","id":"${balance?.reportId}","notes":[]},` +
    `{"commentary":"","contentHash":"${profit?.reportHash}","id":"${profit?.reportId}","notes":[{"row":"${wagesRow}","text":"Two joiners in March."}]}` +
    `],"schemaVersion":1,"supersedesId":null,"tenantId":"${books.scope.tenantId}"}`;
  expect(pack.contentHash).toBe(createHash("sha256").update(canonical, "utf8").digest("hex"));

  expect((await chainOf(books.scope.tenantId)).at(-1)).toMatchObject({ action: "pack.issued", resourceId: pack.id, details: { name: pack.name, month: "2026-03", contentHash: pack.contentHash } });
  const told = (await eventsOf(books.scope.tenantId)).map(({ body }) => JSON.parse(body)).at(-1);
  expect(told).toMatchObject({
    type: "pack.issued",
    data: { id: pack.id, name: pack.name, month: "2026-03", issuedBy: by, contentHash: pack.contentHash, supersedesId: null, reports: pack.parts.map(({ reportId }) => reportId) },
    links: { api: `http://localhost:3000/api/v1/packs/${pack.id}`, page: `http://localhost:3000/o/${books.scope.tenantId}/reports/packs/${pack.id}` },
  });
});

test("a backdated bill makes an issued pack stale as a whole, says by which reports, and leaves every word and figure; its successor is a draft with the same words", async () => {
  const { pack } = await issued();
  const bill = await addInvoice(books, { type: "BILL", number: "B-17", date: "2026-03-30", total: "7" });
  await post(books, [{ date: "2026-03-30", lines: [[wages.id, "7"], [bank.id, "-7"]], transactionId: bill }]);
  const stale = await get(pack.id);
  expect(stale).toEqual({ ...pack, stale: true, parts: pack.parts.map((part) => ({ ...part, stale: true, changedDocuments: 1 })) });
  expect((await listStoredPacks.run([books.scope], {})).data.find(({ id }) => id === pack.id)).toMatchObject({ stale: true, status: "issued", reports: 2 });

  const successor = await reissuePack.run([books.scope], { id: pack.id });
  expect(successor).toMatchObject({ status: "draft", supersedesId: pack.id, name: pack.name, cover: pack.cover, month: pack.month, stale: false, contentHash: null, issued: null });
  expect(successor.parts.map(({ commentary, notes }) => ({ commentary, notes }))).toEqual(pack.parts.map(({ commentary, notes }) => ({ commentary, notes })));
  const remade = await Promise.all(successor.parts.map(({ reportId }) => getReport.run([books.scope], { id: reportId })));
  expect(remade.map(({ supersedesId }) => supersedesId)).toEqual(pack.parts.map(({ reportId }) => reportId));
  expect(await get(pack.id)).toEqual({ ...stale, successorId: successor.id });
  expect((await reissuePack.run([books.scope], { id: pack.id })).id).toBe(successor.id);
});

test("a report whose days and accounts nothing was posted on is not what a pack is stale by; a draft takes new reports in, and a note goes when its row does", async () => {
  const pack = await drafted();
  const [profit, balance] = partsOf(pack);
  const later = account(uuidv7(), "Term Deposit", "BANK");
  await addAccounts(books, [later]);
  await post(books, [{ date: "2026-03-31", lines: [[later.id, "5"], [bank.id, "-5"]] }]);
  const stale = await get(pack.id);
  expect(stale.parts.map(({ id, changedDocuments }) => [id, changedDocuments])).toEqual([[profit, 0], [balance, 1]]);

  const renewed = await reissuePack.run([books.scope], { id: pack.id });
  expect([renewed.id, renewed.stale, partsOf(renewed)]).toEqual([pack.id, false, [profit, balance]]);
  await commentOnPack.run([books.scope], { id: pack.id, partId: balance, row: `account:${later.id}`, text: "At four percent." });
  await post(books, [{ date: "2026-03-31", lines: [[later.id, "-5"], [bank.id, "5"]] }]);
  expect((await reissuePack.run([books.scope], { id: pack.id })).parts[1]?.notes).toEqual([]);
});

test("a bill is nothing that aged receivables are stale by", async () => {
  const owing = await openTestBooks("A Company That Owes");
  const [debtors, creditors, rent] = [account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" }), account(uuidv7(), "Accounts Payable", "CURRLIAB", { systemAccount: "CREDITORS" }), account(uuidv7(), "Rent", "EXPENSE")];
  await addAccounts(owing, [debtors, creditors, rent]);
  const { id: templateId } = await createTemplate.run(callerOf(owing), { name: "What is owed", choices: [{ type: "AGED_RECEIVABLES" }, { type: "AGED_PAYABLES" }] });
  const { id } = await createPack.run(owing.scope, { tenantId: owing.scope.tenantId, month: "2026-03", templateId });
  await post(owing, [{ date: "2026-03-30", lines: [[rent.id, "7"], [creditors.id, "-7"]] }]);
  const { parts } = await getPack.run([owing.scope], { id });
  expect(parts.map(({ type, stale, changedDocuments }) => [type, stale, changedDocuments])).toEqual([["AGED_RECEIVABLES", true, 0], ["AGED_PAYABLES", true, 1]]);
});

test("neither another organisation's report nor its packs nor another person's templates can be reached, not even past the operations", async () => {
  const pack = await drafted();
  const theirs = await anyReport(other);
  await expect(addToPack.run([books.scope], { id: pack.id, reportId: theirs })).rejects.toMatchObject({ reason: "notFound" });
  // Somebody with both cannot mix them either.
  await expect(addToPack.run([books.scope, other.scope], { id: pack.id, reportId: theirs })).rejects.toMatchObject({ reason: "notFound" });
  const row = { id: uuidv7(), tenantId: books.scope.tenantId, packId: pack.id, reportId: theirs, place: 9, commentary: "", notes: [] };
  await expect(transaction(books.scope, (tx) => tx.insert(PackParts).values(row))).rejects.toThrow();
  for (const { run } of [getPack, issuePack, reissuePack]) await expect(run([other.scope], { id: pack.id })).rejects.toMatchObject({ reason: "notFound" });

  expect((await listStoredPacks.run([books.scope], {})).data.every(({ tenantId }) => tenantId === books.scope.tenantId)).toBe(true);
  expect((await listStoredPacks.run([other.scope], {})).data).toEqual([]);

  const template = await createTemplate.run(callerOf(other), { ...two, name: "Theirs" });
  await expect(createPack.run(books.scope, { tenantId: books.scope.tenantId, templateId: template.id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(changeTemplate.run(callerOf(books), { id: template.id, cover: "Mine now" })).rejects.toMatchObject({ reason: "notFound" });
  await expect(removeTemplate.run(callerOf(books), { id: template.id })).rejects.toMatchObject({ reason: "notFound" });
  expect((await listTemplates.run(callerOf(books), {})).data.some(({ id }) => id === template.id)).toBe(false);
  expect((await listTemplates.run(callerOf(other), {})).data).toEqual([template]);
});

test("a template is faulted at its field, and its name is one's own once", async () => {
  const bad = createTemplate.run(callerOf(books), { name: "Bad", choices: [{ type: "PROFIT_LOSS" }, { type: "BALANCE_SHEET", parameters: { compare: "sideways" } }] });
  await expect(bad).rejects.toMatchObject({ faults: [{ pointer: "/choices/1/parameters/compare", detail: "A statement can be compared with none, previousPeriod, previousYear or budget." }] });
  const { id } = await createTemplate.run(callerOf(books), { ...two, name: "Once" });
  await expect(createTemplate.run(callerOf(books), { ...two, name: "Once" })).rejects.toMatchObject({ faults: [{ pointer: "/name" }] });
  expect((await changeTemplate.run(callerOf(books), { id, name: "Once", cover: "New words" })).cover).toBe("New words");
});

test("of two who issue at once one does, and of a comment that comes at the same time it is clear whether it was issued", async () => {
  const pack = await drafted();
  const [profit] = partsOf(pack);
  const [one, another, comment] = await Promise.allSettled([issuePack.run([books.scope], { id: pack.id }), issuePack.run([books.scope], { id: pack.id }), commentOnPack.run([books.scope], { id: pack.id, partId: profit, text: "Just in time" })]);
  expect([one, another].map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const kept = await get(pack.id);
  expect([kept.parts[0]?.commentary, kept.issued?.reports[0]?.commentary]).toEqual(comment.status === "fulfilled" ? ["Just in time", "Just in time"] : ["", ""]);
});

test("an issued pack goes with its organisation, and only then", async () => {
  const leaving = await openTestBooks("A Company That Leaves");
  await addAccounts(leaving, [account(uuidv7(), "Sales", "REVENUE")]);
  const { id: templateId } = await createTemplate.run(callerOf(leaving), two);
  const first = await createPack.run(leaving.scope, { tenantId: leaving.scope.tenantId, month: "2026-03", templateId });
  await issuePack.run([leaving.scope], { id: first.id });
  await issuePack.run([leaving.scope], { id: (await reissuePack.run([leaving.scope], { id: first.id })).id });
  await systemTransaction((tx) => beginErasure(tx, leaving.scope.tenantId, null));
  await eraseOrganisation(leaving.scope.tenantId);
  await expect(getPack.run([leaving.scope], { id: first.id })).rejects.toMatchObject({ reason: "notFound" });
});

test("an issued pack that somebody changed past its guards is found by its hash, and named", async () => {
  const { pack, part } = await issued();
  expect(await verifyPacks()).toBeGreaterThan(0);
  const door = await openBackDoor(database);
  const guard = database.dialect === "sqlite" ? ['drop trigger "PackParts_kept_on_update"'] : ['alter table "PackParts" disable trigger user', `select set_config('app.tenants', '${books.scope.tenantId}', false)`];
  await door.run(...guard, `update "PackParts" set "commentary" = 'A bad month.' where "id" = '${part}'`);
  await door.close();
  await expect(verifyPacks()).rejects.toThrow(`The pack "${pack.name}" of Hāpuku Services (${pack.id}) was changed after it was issued`);
});

async function drafted(): Promise<Pack> {
  const mine = (await listTemplates.run(callerOf(books), {})).data.find(({ name }) => name === two.name);
  const { id: templateId } = mine ?? (await createTemplate.run(callerOf(books), two));
  return createPack.run(books.scope, { tenantId: books.scope.tenantId, month: "2026-03", templateId });
}

/** The balance sheet first, with what is said of both. */
async function issued(): Promise<{ pack: Pack; part: string }> {
  const pack = await drafted();
  const [profit, balance] = partsOf(pack);
  await commentOnPack.run([books.scope], { id: pack.id, partId: balance, text: "Balanced.\nTwice." });
  await commentOnPack.run([books.scope], { id: pack.id, partId: profit, row: wagesRow, text: "Two joiners in March." });
  await reorderPack.run([books.scope], { id: pack.id, parts: [balance, profit] });
  return { pack: await issuePack.run([books.scope], { id: pack.id }), part: balance };
}

function partsOf({ parts: [profit, balance] }: Pack): [string, string] {
  return [profit?.id ?? "", balance?.id ?? ""];
}

async function anyReport({ scope }: TestBooks): Promise<string> {
  return (await createReport.run(scope, { tenantId: scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-03-01", to: "2026-03-31", columns: "total" } })).id;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}` : "";
}
