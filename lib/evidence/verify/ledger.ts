// The entries of a pack, made ready to be added up: by account and basis for the cells, and as an engine for the layout of statements.
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Evidence, PackedEntry, PackedLine } from "#lib/evidence/pack.ts";
import { type Money, sum } from "#lib/money.ts";
import type { LineGroup } from "#lib/reports/queries.ts";
import type { Engine } from "#lib/second-reading/engine.ts";

type PostedLine = { entry: PackedEntry; line: PackedLine };

/** Debit less credit of the lines of a group. */
export type Adder = (basis: Basis, group: LineGroup) => Money;

export function adderOf(entries: readonly PackedEntry[]): Adder {
  const lines = entries.flatMap((entry) => entry.lines.map((line): PostedLine => ({ entry, line })));
  const byAccount = Map.groupBy(lines, ({ entry, line }) => `${entry.basis}|${line.account}`);
  return (basis, group) => {
    const belongs = belongsTo(group);
    const ofAccounts = [...new Set(group.accounts)].flatMap((account) => byAccount.get(`${basis}|${account}`) ?? []);
    return sum(ofAccounts.filter(belongs).map(({ line }) => line.amount));
  };
}

function belongsTo({ from, to, sources, transactions }: LineGroup): (posted: PostedLine) => boolean {
  const [made, named] = [sources && new Set(sources), transactions && new Set(transactions)];
  return ({ entry, line }) => isWithin(entry.date, from, to) && (!made || made.has(entry.sourceType)) && (!named || named.has(line.document ?? ""));
}

export function engineOf({ entries, accounts }: Pick<Evidence, "entries" | "accounts">, basis: Basis): Engine {
  const names = new Map(accounts.map(({ id, class: accountClass, type }) => [id, `${accountClass}:${type}:${id}`]));
  const own = entries.filter((entry) => entry.basis === basis);
  const known = new Map<string, ReadonlyMap<string, Money>>();
  return ({ from, to }) => {
    const days = `${from}|${to}`;
    const balances = known.get(days) ?? balancesOf(own.filter(({ date }) => isWithin(date, from, to)), names);
    known.set(days, balances);
    return balances;
  };
}

function balancesOf(entries: readonly PackedEntry[], names: ReadonlyMap<string, string>): Map<string, Money> {
  const balances = new Map<string, Money>();
  for (const { account, amount } of entries.flatMap(({ lines }) => lines)) {
    const name = names.get(account) ?? account;
    balances.set(name, (balances.get(name) ?? 0n) + amount);
  }
  return balances;
}

function isWithin(date: Day, from: Day | null, to: Day): boolean {
  return date <= to && (from === null || date >= from);
}
