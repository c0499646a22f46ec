import { expect, test } from "vitest";
import { money } from "#lib/money.ts";
import type { Client } from "#lib/portfolio/client.ts";
import { needOf } from "#lib/portfolio/needs-you.ts";

const now = new Date("2026-11-25T09:00:00Z");
const tied = { accounts: 40, differing: 0, amount: 0n, ties: true, current: true };
const nothing = { amount: 0n, overdue: 0n, longOverdue: 0n };
const owing = (amount: string, overdue: string, longOverdue: string) => ({ amount: money(amount), overdue: money(overdue), longOverdue: money(longOverdue) });
const healthy: Client = {
  ...{ id: "1", name: "Kauri", currency: "NZD", timeZone: "UTC", isPractice: false, isActive: true, connection: "connected", lastSyncedAt: new Date("2026-11-25T07:00:00Z") },
  ...{ sync: "ended", tieOut: tied, cash: money("1000"), low: { amount: money("250"), day: "2026-12-20" }, receivables: nothing, payables: nothing },
  ...{ unreconciled: { count: 0, amount: 0n, old: 0 }, drafts: { count: 0, amount: 0n } },
};
const weigh = (trouble: Partial<Client>) => needOf({ ...healthy, ...trouble }, now).reasons.map(({ kind, weight }) => `${kind} ${weight}`);

test("who is connected, fresh, tied, in funds and tidy needs nobody", () => {
  expect(needOf(healthy, now)).toEqual({ score: 0, reasons: [] });
});

test.each<[string, Partial<Client>, string[]]>([
  ["a consent that ran out", { connection: "reauthRequired" }, ["reconnect 100"]],
  ["one that somebody ended", { connection: "disconnected" }, ["reconnect 40"]],
  ["no complete sync ever", { lastSyncedAt: null, sync: "none" }, ["neverSynced 60"]],
  ["the first sync, which is under way", { lastSyncedAt: null, sync: "underWay" }, []],
  ["a sync that failed", { sync: "failed" }, ["syncFailed 50"]],
  ["a day and an hour without a sync", { lastSyncedAt: new Date("2026-11-24T08:00:00Z") }, ["stale 10"]],
  ["three days without a sync", { lastSyncedAt: new Date("2026-11-22T08:00:00Z") }, ["stale 20"]],
  ["a month without a sync", { lastSyncedAt: new Date("2026-10-25T08:00:00Z") }, ["stale 40"]],
  ["differences nobody explained", { tieOut: { ...tied, differing: 2, ties: false } }, ["untied 70"]],
  ["differences that are explained", { tieOut: { ...tied, differing: 2 } }, []],
  ["books that moved after the comparison", { tieOut: { ...tied, current: false } }, ["unchecked 15"]],
  ["an overdrawn bank", { cash: money("-1"), low: { amount: money("-9"), day: "2026-12-01" } }, ["overdrawn 60"]],
  ["cash that runs out", { low: { amount: money("-0.01"), day: "2026-12-01" } }, ["cashRunsOut 65"]],
  ["cash that falls below a quarter", { low: { amount: money("249.99"), day: "2026-12-01" } }, ["cashRunsLow 45"]],
  ["a low point that nobody could compute", { low: null }, []],
  ["customers of whom three quarters are late", { receivables: owing("400", "300", "0") }, ["overdueReceivables 18"]],
  ["customers of whom three quarters are late, and half for a month", { receivables: owing("400", "300", "200") }, ["overdueReceivables 43"]],
  ["suppliers of whom three quarters wait, and half for a month", { payables: owing("400", "300", "200") }, ["overduePayables 10"]],
  ["forty bank lines of these days", { unreconciled: { count: 40, amount: money("80"), old: 0 } }, []],
  ["four old bank lines", { unreconciled: { count: 9, amount: money("80"), old: 4 } }, ["unreconciled 4"]],
  ["four hundred old bank lines", { unreconciled: { count: 400, amount: money("80"), old: 400 } }, ["unreconciled 45"]],
  ["twenty drafts", { drafts: { count: 20, amount: money("80") } }, ["drafts 8"]],
  ["a practice, whatever else", { isPractice: true, lastSyncedAt: null, connection: "reauthRequired" }, []],
])("%s weighs what the table says", (_trouble, trouble, weights) => {
  expect(weigh(trouble)).toEqual(weights);
});

test("the score is the sum of all troubles, and the heaviest comes first", () => {
  const { score, reasons } = needOf({ ...healthy, drafts: { count: 3, amount: 0n }, connection: "reauthRequired", receivables: owing("100", "30", "0") }, now);
  expect([score, reasons.map(({ kind }) => kind)]).toEqual([110, ["reconnect", "overdueReceivables", "drafts"]]);
});
