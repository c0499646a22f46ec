import { expect, test } from "vitest";
import { money } from "#lib/money.ts";
import { arranged, arrangementIn, countsOf, type Line } from "#lib/portfolio/arrange.ts";
import type { Client } from "#lib/portfolio/client.ts";
import { needOf } from "#lib/portfolio/needs-you.ts";

const now = new Date("2026-11-25T09:00:00Z");

function line(name: string, more: Partial<Client>): Line {
  const client: Client = {
    ...{ id: name, name, currency: "NZD", timeZone: "UTC", isPractice: false, isActive: false, connection: "connected", lastSyncedAt: now, sync: "ended", tieOut: null, cash: null, low: null },
    ...{ receivables: { amount: 0n, overdue: 0n, longOverdue: 0n }, payables: { amount: 0n, overdue: 0n, longOverdue: 0n }, unreconciled: { count: 0, amount: 0n, old: 0 }, drafts: { count: 0, amount: 0n } },
    ...more,
  };
  return { client, need: needOf(client, now) };
}

const lines = [
  line("Āwhina", { cash: money("20"), low: { amount: money("10"), day: "2026-12-01" } }),
  line("beta", { connection: "reauthRequired", cash: money("300") }),
  line("Cedar", { unreconciled: { count: 90, amount: money("1"), old: 30 }, cash: money("-5"), low: { amount: money("-5"), day: "2026-11-25" } }),
];
const names = (address: { sort?: string; show?: string }) => arranged(lines, arrangementIn(address)).map(({ client }) => client.name);

test("without a wish, and with one nobody understands, who needs somebody most comes first", () => {
  expect(names({})).toEqual(["beta", "Cedar", "Āwhina"]);
  expect(names({ sort: "made-up", show: "made-up" })).toEqual(["beta", "Cedar", "Āwhina"]);
});

test("any column orders them, both ways, and what has no figure stays last", () => {
  expect(names({ sort: "cash" })).toEqual(["Cedar", "Āwhina", "beta"]);
  expect(names({ sort: "-cash" })).toEqual(["beta", "Āwhina", "Cedar"]);
  expect(names({ sort: "low" })).toEqual(["Cedar", "Āwhina", "beta"]);
  expect(names({ sort: "-low" })).toEqual(["Āwhina", "Cedar", "beta"]);
  expect(names({ sort: "name" })).toEqual(["Āwhina", "beta", "Cedar"]);
  expect(names({ sort: "-name" })).toEqual(["Cedar", "beta", "Āwhina"]);
  expect(names({ sort: "connection" })).toEqual(["beta", "Āwhina", "Cedar"]);
});

test("a state leaves those who are in it, and says how many they are", () => {
  expect(names({ show: "reconnect" })).toEqual(["beta"]);
  expect(names({ show: "cash" })).toEqual(["Cedar"]);
  expect(names({ show: "attention" })).toEqual(["beta", "Cedar"]);
  expect(countsOf(lines)).toEqual({ all: 3, attention: 2, reconnect: 1, stale: 0, untied: 0, cash: 1, overdue: 0, unreconciled: 1 });
});
