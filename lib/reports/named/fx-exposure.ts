// What currencies there are besides that of the books: open receivables and payables and bank balances, in the currency and at the rates of their
// documents; what they would be at a rate that somebody states, and the gain that nobody has realised; and what was realised. No rate is made up: where
// none is stated there is no figure.
import type { Day } from "#lib/day.ts";
import { documentsFigure } from "#lib/kpis/documents-figure.ts";
import { openLabel } from "#lib/kpis/measure-figures.ts";
import { inBaseCurrency, type Money, rate as rateOf, sum } from "#lib/money.ts";
import type { OpenDocument } from "#lib/ageing/open-documents.ts";
import { type FigureRow, moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import type { StatedRate } from "#lib/reports/named/named-parameters.ts";
import type { Cell, Column, Proof, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

/** `foreign` is null where not all of its lines say their amount in the account's currency. */
export type ForeignBank = { account: Account; currency: string; foreign: Money | null; base: Money };
/** Credit positive; without a document the currency is null. */
export type Gain = { currency: string | null; amount: Money };
export type FxFacts = {
  receivables: readonly OpenDocument[];
  payables: readonly OpenDocument[];
  banks: readonly ForeignBank[];
  gains: readonly Gain[];
  gainAccounts: readonly string[];
  rates: readonly StatedRate[];
  baseCurrency: string;
  days: { from: Day; to: Day };
};

const ids = { foreign: "foreign", book: "book", stated: "stated", unrealised: "unrealised", realised: "realised" };
/** So many documents are kept one by one. */
const kept = 200;

/** Debts are negative. `foreign` and `stated` are null with a reason. */
type Holding = { id: string; label: string; account: Account | null; foreign: Money | null; book: Money; foreignProof: Proof; bookProof: Proof };

export function fxColumns({ from, to }: FxFacts["days"]): Column[] {
  const balance = { start: null, end: to };
  return [
    { id: ids.foreign, kind: "foreign", label: "In its currency", ...balance },
    { id: ids.book, kind: "figure", label: "At document rates", ...balance },
    { id: ids.stated, kind: "figure", label: "At the stated rate", ...balance },
    { id: ids.unrealised, kind: "figure", label: "Unrealised gain", ...balance },
    { id: ids.realised, kind: "figure", label: "Realised gain", start: from, end: to },
  ];
}

export function fxExposure(facts: FxFacts): Row[] {
  const parts = currenciesOf(facts).map((currency) => currencyRows(facts, currency));
  const rest = facts.gains.filter(({ currency, amount }) => (currency === null || currency === facts.baseCurrency) && amount !== 0n).map((gain) => gainRow(facts, gain, null));
  const all = [...parts.map(({ total }) => total), ...rest];
  const total = totalOf({ id: "total:exposure", parent: null, kind: "total", label: "Total", level: 0, sign: 1 }, all, [ids.book, ids.stated, ids.unrealised, ids.realised]);
  return [...parts.flatMap(({ rows }) => rows), ...rest.map(({ row }) => row), total.row];
}

/** Those with anything open, in the bank, or realised; the currency of the books is none of them. */
function currenciesOf({ receivables, payables, banks, gains, baseCurrency }: FxFacts): string[] {
  const all = [...receivables.map(({ currency }) => currency), ...payables.map(({ currency }) => currency), ...banks.map(({ currency }) => currency), ...gains.flatMap(({ currency, amount }) => (amount === 0n ? [] : (currency ?? [])))];
  return [...new Set(all)].filter((currency) => currency !== baseCurrency).toSorted();
}

function currencyRows(facts: FxFacts, currency: string): { rows: Row[]; total: FigureRow } {
  const parent = `section:${currency}`;
  const holdings = [documentsHolding(facts.receivables, currency, "receivables"), documentsHolding(facts.payables, currency, "payables"), ...facts.banks.filter((bank) => bank.currency === currency).map((bank) => bankHolding(bank, facts.days.to))].flatMap((each) => each ?? []);
  const stated = facts.rates.find((each) => each.currency === currency)?.rate ?? null;
  const rows = [...holdings.map((holding) => holdingRow(holding, currency, stated, parent)), ...facts.gains.filter((gain) => gain.currency === currency && gain.amount !== 0n).map((gain) => gainRow(facts, gain, parent))];
  const total = totalOf({ id: `subtotal:${currency}`, parent, kind: "subtotal", label: `Net exposure in ${currency}`, level: 0, sign: 1 }, rows, Object.values(ids));
  const heading = plainRow({ id: parent, parent: null, kind: "section", label: stated === null ? currency : `${currency}, at ${stated} for one ${facts.baseCurrency}`, level: 0, sign: 1 });
  return { rows: [heading, ...rows.map(({ row }) => row), total.row], total };
}

function documentsHolding(documents: readonly OpenDocument[], currency: string, side: "receivables" | "payables"): Holding | null {
  const own = documents.filter((each) => each.currency === currency && each.standing !== "prepayment");
  if (own.length === 0) return null;
  const sign = side === "receivables" ? 1n : -1n;
  const proofOf = (amountOf: (document: OpenDocument) => Money) => documentsFigure(own.map((each) => ({ id: each.id, label: () => openLabel(each), amount: sign * amountOf(each) })), "amount", kept).proof;
  return {
    id: `${side}:${currency}`,
    label: side === "receivables" ? "Receivables" : "Payables",
    account: null,
    foreign: sign * sum(own.map(({ outstanding }) => outstanding)),
    book: sign * sum(own.map(({ baseOutstanding }) => baseOutstanding)),
    foreignProof: proofOf(({ outstanding }) => outstanding),
    bookProof: proofOf(({ baseOutstanding }) => baseOutstanding),
  };
}

function bankHolding({ account, foreign, base }: ForeignBank, to: Day): Holding {
  const lines = { kind: "lines" as const, accounts: [account.id], from: null, to };
  return { id: `account:${account.id}`, label: account.name, account, foreign, book: base, foreignProof: { ...lines, amounts: "foreign" }, bookProof: lines };
}

function holdingRow({ id, label, account, foreign, book, foreignProof, bookProof }: Holding, currency: string, stated: string | null, parent: string): FigureRow {
  const valued = foreign === null || stated === null ? null : inBaseCurrency(foreign, rateOf(stated));
  const reason = foreign === null ? `Some of its lines do not say their amount in ${currency}.` : `No rate was stated for ${currency}.`;
  const cells = [
    figureCell(ids.foreign, foreign, foreignProof, reason),
    figureCell(ids.book, book, bookProof, reason),
    figureCell(ids.stated, valued, stated === null ? { kind: "words", sentence: `the amount in ${currency}, divided by a rate that nobody stated` } : { kind: "valued", column: ids.foreign, rate: stated }, reason),
    figureCell(ids.unrealised, valued === null ? null : valued - book, { kind: "across", of: [{ column: ids.stated, factor: 1 }, { column: ids.book, factor: -1 }] }, reason),
  ];
  const head = { id, parent, kind: "account" as const, label, level: 1, sign: 1 as const, accountId: account?.id ?? null, accountCode: account?.code ?? null };
  return { row: plainRow(head, cells), amounts: new Map([[ids.foreign, foreign ?? 0n], [ids.book, book], [ids.stated, valued ?? 0n], [ids.unrealised, valued === null ? 0n : valued - book]]) };
}

function gainRow({ gainAccounts, days, baseCurrency }: FxFacts, { currency, amount }: Gain, parent: string | null): FigureRow {
  const only = currency === null ? { documentTypes: [] } : { documentCurrency: currency };
  const proof: Proof = { kind: "lines", accounts: [...gainAccounts], from: days.from, to: days.to, only };
  const label = currency === null ? "Realised without a document" : currency === baseCurrency ? `Realised on documents in ${currency}` : "Realised in these days";
  const head = { id: `gains:${currency ?? "none"}`, parent, kind: "account" as const, label, level: parent === null ? 0 : 1, sign: -1 as const };
  return { row: plainRow(head, [moneyCell(ids.realised, amount, proof)]), amounts: new Map([[ids.realised, amount]]) };
}

function figureCell(column: string, amount: Money | null, proof: Proof, reason: string): Cell {
  return amount === null ? { column, value: null, reason, unit: "money", proof } : moneyCell(column, amount, proof);
}

/** A sum in which a figure is missing is none. */
function totalOf(head: Parameters<typeof sumRow>[0], rows: readonly FigureRow[], columns: readonly string[]): FigureRow {
  const { row, amounts } = sumRow(head, rows.map((each) => ({ row: each, factor: 1 })), columns);
  const lacking = (column: string) => rows.flatMap((each) => each.row.cells).find((cell) => cell.column === column && cell.value === null);
  return { row: { ...row, cells: row.cells.map((cell) => (lacking(cell.column) ? { ...cell, value: null, reason: lacking(cell.column)?.reason ?? null } : cell)) }, amounts };
}
