// The entries of a pack, made ready to be added up: by account and basis for the cells, and as an engine for the layout of statements.
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Evidence, PackedDocument, PackedEntry, PackedLine } from "#lib/evidence/pack.ts";
import { type Money, sum } from "#lib/money.ts";
import type { LineFilter } from "#lib/reports/cell-proof.ts";
import type { LineGroup } from "#lib/reports/line-queries.ts";
import type { Engine } from "#lib/second-reading/engine.ts";

/** `stands` where its entry neither takes another back nor was taken back. */
type PostedLine = { entry: PackedEntry; line: PackedLine; document: PackedDocument | undefined; stands: boolean };

/** Debit less credit of the lines of a group, in base currency unless in their own is asked for. */
export type Adder = (basis: Basis, group: LineGroup, amounts?: "foreign") => Money;

export function adderOf({ entries, documents }: Pick<Evidence, "entries" | "documents">): Adder {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const takenBack = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const lines = entries.flatMap((entry) => {
    const stands = entry.reverses === null && !takenBack.has(entry.id);
    return entry.lines.map((line): PostedLine => ({ entry, line, document: byId.get(line.document), stands }));
  });
  const byAccount = Map.groupBy(lines, ({ entry, line }) => `${entry.basis}|${line.account}`);
  return (basis, group, amounts) => {
    const belongs = belongsTo(group);
    const ofAccounts = [...new Set(group.accounts)].flatMap((account) => byAccount.get(`${basis}|${account}`) ?? []);
    return sum(ofAccounts.filter(belongs).map(({ line }) => (amounts ? (line.currencyAmount ?? 0n) : line.amount)));
  };
}

function belongsTo({ from, to, sources, transactions, sets, only }: LineGroup): (posted: PostedLine) => boolean {
  const [made, named, carried] = [sources && new Set(sources), transactions && new Set(transactions), sets && new Set(sets)];
  return (posted) => {
    const { entry, line } = posted;
    return isWithin(entry.date, from, to) && (!made || made.has(entry.sourceType)) && (!named || named.has(line.document ?? "")) && (!carried || carried.has(line.tracking)) && (!only || passes(posted, only));
  };
}

/** The conditions of a proof, which all hold. */
function passes({ line, document, stands }: PostedLine, { side, taxType, isTax, documentTypes, documentCurrency, contacts, hasContact }: LineFilter): boolean {
  const conditions = [
    side === undefined || (stands && (side === "debit" ? line.amount > 0n : line.amount < 0n)),
    taxType === undefined || line.taxType === taxType,
    isTax === undefined || isTax === (line.taxType === null || line.taxAmount === null),
    documentTypes === undefined || (documentTypes.length === 0 ? line.document === null : documentTypes.includes(document?.xeroType ?? "")),
    documentCurrency === undefined || document?.currency === documentCurrency,
    contacts === undefined || contacts.includes(line.contact ?? ""),
    hasContact === undefined || hasContact === (line.contact !== null),
  ];
  return conditions.every(Boolean);
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
