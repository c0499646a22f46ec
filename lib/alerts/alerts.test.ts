// A rule over its life, on dashboards as syncs make them; and a target beside its figure. Cash is 600 at the end of October.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { acknowledgeAlert } from "#lib/alerts/acknowledge.ts";
import type { Alert } from "#lib/alerts/alert.ts";
import { getAlert, listAlerts, listRules } from "#lib/alerts/list-alerts.ts";
import { findUnseen } from "#lib/alerts/queries.ts";
import { removeRule } from "#lib/alerts/remove-rule.ts";
import { setRule } from "#lib/alerts/set-rule.ts";
import { raise } from "#lib/alerts/tell.ts";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { writeChecks } from "#lib/invariants/queries.ts";
import { listKpis } from "#lib/kpis/list-kpis.ts";
import { renewDashboard } from "#lib/kpis/renew-dashboard.ts";
import { setTarget } from "#lib/kpis/set-target.ts";
import { decimal, money } from "#lib/money.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { Caller, Scope } from "#lib/scope.ts";
import { eventsOf } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;

beforeAll(async () => {
  stubSettings();
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

type Watched = TestBooks & { tenantId: string; caller: Caller };

async function watchedBooks(cash = "600"): Promise<Watched> {
  const books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [account(idIn(books, 0), "Bank", "BANK"), account(idIn(books, 1), "Sales", "REVENUE")]);
  await receive(books, cash);
  await renewDashboard(books.scope);
  return { ...books, tenantId: books.scope.tenantId, caller: callerOf(books.scope) };
}

/** Account ids are unique in the installation: the last digits tell bank from sales. */
function idIn({ scope }: TestBooks, index: number): string {
  return `${scope.tenantId.slice(0, -2)}${index === 0 ? "b0" : "5a"}`;
}

function receive(books: TestBooks, amount: string): Promise<void> {
  const [to, from] = [idIn(books, 0), idIn(books, 1)];
  return post(books, [{ date: "2026-10-05", lines: [[to, amount], [from, decimal(-money(amount))]] }]);
}

async function synced(books: Watched, received: string): Promise<void> {
  if (received !== "0") await receive(books, received);
  await renewDashboard(books.scope);
}

const callerOf = (scope: Scope): Caller => ({ id: "", userId: scope.userId, permissions: [], scopes: [scope] });
const below = (tenantId: string, threshold: string, band = "50") => ({ tenantId, kpi: "cashAtBank", side: "below", threshold, band });
const listed = async ({ scope }: Watched, state: "open" | "past" = "open") => (await listAlerts.run([scope], { state })).data;
const figureOf = ({ facts }: Alert) => (facts.kind === "figure" ? facts.latest.figure : null);
const told = async ({ tenantId }: Watched) => (await eventsOf(tenantId)).filter(({ type }) => type.startsWith("alert.")).map(({ type, body }) => [type, JSON.parse(body).data.id]);

test("a rule that the figure crosses already raises its alert at once, with figure, threshold and the cell that proves it", async () => {
  const books = await watchedBooks();
  const { data, reportId } = await listKpis.run(books.scope, { tenantId: books.tenantId });
  expect(data.find(({ name }) => name === "cashAtBank")?.value).toBe("600.00");
  expect(await setRule.call(books.caller, below(books.tenantId, "700"))).toMatchObject({ kpi: "cashAtBank", label: "Cash at bank", unit: "money", side: "below", threshold: "700.00", band: "50.00" });
  const [alert] = await listed(books);
  const reading = { figure: "600.00", reportId, cell: expect.stringMatching(/^kpi:cashAtBank\|/), asAt: "2026-10-31" };
  expect(alert).toMatchObject({ facts: { kind: "figure", threshold: "700.00", currency: "NZD", raisedBy: reading, latest: reading }, endedAt: null, acknowledgedAt: null });
  expect(await told(books)).toEqual([["alert.raised", alert?.id]]);
  expect((await chainOf(books.tenantId)).at(-1)).toMatchObject({ action: "alert.ruleSet", details: { name: "Cash at bank", side: "below", threshold: "700.00", band: "50.00" } });
});

test("a sync that crosses raises, one within the band changes nothing but the figure, and one that is back by the band ends it", async () => {
  const books = await watchedBooks("800");
  await setRule.call(books.caller, below(books.tenantId, "700"));
  expect(await listed(books)).toEqual([]);
  await synced(books, "-150");
  const [alert] = await listed(books);
  expect(alert && figureOf(alert)).toBe("650.00");
  await synced(books, "80");
  expect((await listed(books)).map(figureOf)).toEqual(["730.00"]);
  await synced(books, "20");
  expect(await listed(books)).toEqual([]);
  const [over] = await listed(books, "past");
  expect(over).toMatchObject({ id: alert?.id, ending: "figure", facts: { raisedBy: { figure: "650.00" }, latest: { figure: "750.00" } } });
  expect(over?.endedAt).not.toBeNull();
  expect(await told(books)).toEqual([["alert.raised", alert?.id], ["alert.ended", alert?.id]]);
  expect(await getAlert.run([books.scope], { id: over?.id ?? "" })).toEqual(over);
});

test("what somebody acknowledged stays so while the figure is the same, and is open to everybody again when it changes", async () => {
  const books = await watchedBooks();
  await setRule.call(books.caller, below(books.tenantId, "700"));
  const [alert] = await listed(books);
  const seen = await acknowledgeAlert.run([books.scope], { id: alert?.id ?? "" });
  expect(seen).toMatchObject({ acknowledgedBy: expect.stringContaining("@example.com"), acknowledgedAt: "2026-11-21T00:00:00.000Z", endedAt: null });
  await synced(books, "0");
  expect(await listed(books)).toEqual([seen]);
  await synced(books, "1");
  expect(await listed(books)).toMatchObject([{ id: alert?.id, acknowledgedAt: null, acknowledgedBy: null }]);
  expect((await chainOf(books.tenantId, "alert.acknowledged")).map(({ details }) => details)).toEqual([{ name: "Cash at bank" }]);
});

test("what nobody has seen yet and what does not hold in the books are asked for together, each once", async () => {
  const books = await watchedBooks();
  const ask = () => read(books.scope, (q) => findUnseen(q, 2));
  expect(await ask()).toEqual({ alerts: [], broken: [] });
  const check = { basis: "accrual", asAt: "2026-10-31", one: "1", other: "0", allowed: "0", checkedAt: new Date(), ledgerSequence: 1, dataVersion: 1 } as const;
  await transaction(books.scope, (tx) => writeChecks(tx, [{ ...check, invariant: "netAssetsEqualEquity", holds: false }, { ...check, invariant: "cashFlowIsChangeInBank", holds: false }, { ...check, invariant: "debitsEqualCredits", holds: true }]));
  for (const kpi of ["cashAtBank", "workingCapital", "netProfit"]) await setRule.call(books.caller, { ...below(books.tenantId, "70000"), kpi });
  const { alerts, broken } = await ask();
  expect(broken).toEqual(["cashFlowIsChangeInBank", "netAssetsEqualEquity"]);
  expect(alerts.map(({ id }) => id)).toEqual((await listed(books)).slice(0, 2).map(({ id }) => id));
});

test("a rule that is changed is held against the figure afresh, and one that is removed takes its alert along", async () => {
  const books = await watchedBooks();
  await setRule.call(books.caller, below(books.tenantId, "700"));
  await setRule.call(books.caller, below(books.tenantId, "590", "100"));
  expect(await listed(books)).toEqual([]);
  expect(await listed(books, "past")).toMatchObject([{ ending: "ruleChanged" }]);
  await setRule.call(books.caller, below(books.tenantId, "601"));
  const { data: rules } = await listRules.run([books.scope], {});
  expect(rules).toMatchObject([{ threshold: "601.00", band: "50.00" }]);
  await removeRule.run([books.scope], { id: rules[0]?.id ?? "" });
  expect((await listed(books, "past")).map(({ ending }) => ending)).toContain("ruleRemoved");
  expect([await listed(books), (await listRules.run([books.scope], {})).data]).toEqual([[], []]);
});

test("two who raise the same alert at once make one, told once", async () => {
  const books = await watchedBooks();
  await setRule.call(books.caller, below(books.tenantId, "700"));
  const [alert] = await listed(books);
  if (!alert) throw new Error("No alert was raised.");
  await transaction(books.scope, (tx) => raise(tx, alert.facts, "cashAtBank below", new Date()));
  expect([await listed(books), await told(books)]).toEqual([[alert], [["alert.raised", alert.id]]]);
});

test("a figure that is not meaningful neither raises nor ends", async () => {
  const books = await watchedBooks();
  await setRule.call(books.caller, { tenantId: books.tenantId, kpi: "interestCover", side: "below", threshold: "3" });
  expect(await listed(books)).toEqual([]);
});

test("a dashboard that somebody made before the sync did is watched all the same, and another organisation's rules are not", async () => {
  const [books, other] = [await watchedBooks("800"), await watchedBooks("800")];
  for (const each of [books, other]) await setRule.call(each.caller, below(each.tenantId, "700"));
  await receive(books, "-200");
  await makeReport(books.scope, { type: "KPI_DASHBOARD", name: null, wishes: {} });
  expect(await listed(books)).toEqual([]);
  await synced(books, "0");
  expect((await listed(books)).map(figureOf)).toEqual(["600.00"]);
  expect(await listed(other)).toEqual([]);
  const [alert] = await listed(books);
  await expect(acknowledgeAlert.call(other.caller, { id: alert?.id })).rejects.toMatchObject({ reason: "notFound" });
});

test("a report is not stored when its alerts cannot be", async () => {
  const books = await watchedBooks();
  const before = await listKpis.run(books.scope, { tenantId: books.tenantId });
  await receive(books, "5");
  await expect(makeReport(books.scope, { type: "KPI_DASHBOARD", name: null, wishes: {} }, async () => Promise.reject(new Error("no alert")))).rejects.toThrow("no alert");
  expect(await listKpis.run(books.scope, { tenantId: books.tenantId })).toEqual(before);
});

test("a target stands in the dashboard that is made with it, until it is taken away", async () => {
  const books = await watchedBooks();
  const target = async () => (await listKpis.run(books.scope, { tenantId: books.tenantId })).data.find(({ name }) => name === "grossMarginPercent")?.target;
  expect(await target()).toBeNull();
  // Later than the dashboard that was made without it.
  vi.setSystemTime(new Date("2026-11-21T00:00:30Z"));
  expect(await setTarget.call(books.caller, { tenantId: books.tenantId, kpi: "grossMarginPercent", value: "45" })).toEqual({ kpi: "grossMarginPercent", label: "Gross margin", unit: "percent", value: "45.00" });
  expect(await target()).toBe("45.00");
  expect((await chainOf(books.tenantId, "kpi.targetSet")).at(-1)).toMatchObject({ resourceId: "grossMarginPercent", details: { name: "Gross margin", value: "45.00" } });
  vi.setSystemTime(new Date("2026-11-21T00:01:00Z"));
  await setTarget.call(books.caller, { tenantId: books.tenantId, kpi: "grossMarginPercent", value: null });
  expect(await target()).toBeNull();
});

test.each([
  ["a figure nobody defines", { kpi: "luck" }, "/kpi"],
  ["a side there is not", { side: "beside" }, "/side"],
  ["a threshold that is no number", { threshold: "a lot" }, "/threshold"],
  ["a negative band", { band: "-1" }, "/band"],
])("%s is refused at its field", async (_what, change, pointer) => {
  const books = await watchedBooks();
  await expect(setRule.call(books.caller, { ...below(books.tenantId, "700"), ...change })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer }] });
  expect((await listRules.run([books.scope], {})).data).toEqual([]);
});

test("who only reads sets no rule and no target, and acknowledges nothing", async () => {
  const books = await watchedBooks();
  await setRule.call(books.caller, below(books.tenantId, "700"));
  const [alert] = await listed(books);
  const reader = callerOf({ ...books.scope, permissions: permissionsOf("ReadOnly") });
  for (const refused of [setRule.call(reader, below(books.tenantId, "1")), setTarget.call(reader, { tenantId: books.tenantId, kpi: "cashAtBank", value: "1" }), acknowledgeAlert.call(reader, { id: alert?.id })]) {
    await expect(refused).rejects.toMatchObject({ reason: "forbidden" });
  }
});
