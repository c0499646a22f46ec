// The statement of cash flows. Every posting balances, so what the accounts of banks gained is what all others lost: each account's movement, turned
// round, stands under its activity, and the sum is the change in cash, to the cent and by itself. Indirect, the accounts of the profit and loss
// come as one figure, from which what belongs to another activity is taken and put there. Direct, each comes by itself, on cash basis.
import { addDays } from "#lib/day.ts";
import { decimal, sum } from "#lib/money.ts";
import { type Books, type Ledger, openBooks, type Span } from "#lib/reports/books.ts";
import { type Activity, activities, activityLabels, activityOf, type Presentation } from "#lib/reports/cash-flow/activity.ts";
import type { Method } from "#lib/reports/cash-flow/method.ts";
import type { Column, Proof } from "#lib/reports/report.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import { type Account, profitSections, type Section } from "#lib/reports/sections.ts";
import { type Draft, type Figure, heading, isNil, type Layout, minus, plus, signed, type Statement, totalRow, written } from "#lib/reports/statement.ts";

type Shape = { method: Method; presentation: Presentation; hideZero: boolean };
type Accounts = { banks: Account[]; profit: Account[]; balance: Account[] };
type Part = { rows: Draft[]; total: Draft; hidden: number };

const ofBalance: readonly Section[] = ["currentAssets", "fixedAssets", "nonCurrentAssets", "currentLiabilities", "nonCurrentLiabilities", "equity"];

export function cashFlow(books: Books, columns: readonly Column[], shape: Shape): Statement {
  const layout = { ledger: openBooks(books), columns, hideZero: shape.hideZero };
  const inSections = (sections: readonly Section[]) => sections.flatMap((section) => layout.ledger.accountsIn(section));
  const accounts = { banks: inSections(["bank"]), profit: inSections(profitSections), balance: inSections(ofBalance) };
  const parts = activities.map((activity) => part(layout, activity, accounts, shape));
  const [exchange, besides] = [accountsRow(layout, "cash:exchange", activityLabels.exchange, accounts.profit.filter((account) => activityOf(account, shape.presentation) === "exchange"), -1), bankDifferences(layout, accounts.banks)];
  const others = [exchange, besides].filter((row) => !isNil(row));
  const change = totalRow(total("total:netChange", "Net change in cash", -1), [...parts.map((each) => plus(each.total)), ...others.map(plus)], columns);
  const before = balanceRow(layout, accounts.banks, "cash:beginning", "Cash at the beginning", ({ start, end }) => addDays(start ?? end, -1));
  const after = balanceRow(layout, accounts.banks, "cash:end", "Cash at the end", ({ end }) => end);
  const check = totalRow({ ...total("check:cash", "Check: what was there and came, less what is there", 1), kind: "subtotal" }, [plus(before), plus(change), minus(after)], columns);
  const drafts = [...parts.flatMap(({ rows }) => rows), ...others, change, before, after, check];
  return { rows: drafts.map((draft) => written(draft, columns)), hiddenAccounts: parts.reduce((count, { hidden }) => count + hidden, 0) };
}

function part(layout: Layout, activity: (typeof activities)[number], { profit, balance }: Accounts, { method, presentation, hideZero }: Shape): Part {
  const isOf = (account: Account) => activityOf(account, presentation) === activity;
  const own = (method === "indirect" ? balance : [...profit, ...balance]).filter(isOf).map((account) => accountRow(layout, account, activity));
  const shown = own.filter((row) => !hideZero || !isNil(row));
  const moved = method === "direct" ? [] : movedByProfit(layout, activity, profit, presentation);
  const title = heading(`section:${activity}`, activityLabels[activity], null, 0);
  const rows = [...moved, ...shown];
  const summed = totalRow({ id: `subtotal:${activity}`, label: `Net cash from ${activityLabels[activity].toLowerCase()}`, kind: "subtotal", parent: title.id, level: 0, sign: -1 }, rows.map(plus), layout.columns);
  return { rows: [title, ...rows, summed], total: summed, hidden: own.length - shown.length };
}

/** The profit as a whole under operating activities; and what of it belongs elsewhere, taken out here and put there. */
function movedByProfit(layout: Layout, activity: Activity, profit: readonly Account[], presentation: Presentation): Draft[] {
  const elsewhere = profit.filter((account) => activityOf(account, presentation) !== "operating");
  if (activity !== "operating") return elsewhere.filter((account) => activityOf(account, presentation) === activity).map((account) => accountRow(layout, account, activity)).filter((row) => !isNil(row));
  const taken = elsewhere.map((account) => ({ ...accountsRow(layout, `cash:less:${account.id}`, `${account.name}, shown under ${activityLabels[activityOf(account, presentation)].toLowerCase()}`, [account], 1), parent: "section:operating", level: 1 }));
  return [{ ...accountsRow(layout, "cash:profit", "Net profit", profit, -1), parent: "section:operating", level: 1 }, ...taken.filter((row) => !isNil(row))];
}

/** What an account lost, cash gained. */
function accountRow(layout: Layout, account: Account, activity: Activity): Draft {
  const row = accountsRow(layout, `account:${account.id}`, account.name, [account], -1);
  return { ...row, kind: "account", parent: `section:${activity}`, level: 1, accountId: account.id, accountCode: account.code };
}

function accountsRow({ ledger, columns }: Layout, id: string, label: string, accounts: readonly Account[], sign: 1 | -1): Draft {
  const ids = accounts.map((account) => account.id);
  const figures = columns.map(({ start, end }): Figure => ({ amount: signed(sign, sum(ids.map((account) => ledger.net(account, { start, end })))), proof: { kind: "lines", accounts: ids, from: start, to: end } }));
  return { id, parent: null, kind: "account", label, level: 0, accountId: null, accountCode: null, sign, figures };
}

/** What Xero's trial balance moved on banks beside the ledger. A reading belongs to the column that its day is in, however the month is cut. */
function bankDifferences(layout: Layout, banks: readonly Account[]): Draft {
  const ledger: Ledger = { ...layout.ledger, residuals: (account, { start, end }: Span) => layout.ledger.residuals(account, { start: null, end }).filter((reading) => start === null || reading.end >= start) };
  const figures = layout.columns.map((column): Figure => {
    const amount = sum(banks.flatMap(({ id }) => ledger.residuals(id, column)).map(both));
    return { amount, proof: { kind: "tieOut", differences: differencesOf({ ...layout, ledger }, banks, column, 1, both) } };
  });
  return { id: "residual:bank", parent: null, kind: "residual", label: "Other movements of bank accounts in Xero", level: 0, accountId: null, accountCode: null, sign: 1, figures };
}

function balanceRow(layout: Layout, banks: readonly Account[], id: string, label: string, dayOf: (column: Column) => string): Draft {
  const figures = layout.columns.map((column): Figure => {
    const span = { start: null, end: dayOf(column) };
    const posted = sum(banks.map((bank) => layout.ledger.net(bank.id, span)));
    const differences = differencesOf(layout, banks, span, 1, both);
    const parts = [{ label: "Posted to bank accounts", accounts: banks.map((bank) => bank.id), from: null, to: span.end, amount: decimal(posted) }];
    const proof: Proof = { kind: "earnings", parts, differences };
    return { amount: posted + sum(banks.flatMap((bank) => layout.ledger.residuals(bank.id, span)).map(both)), proof };
  });
  return { id, parent: null, kind: "subtotal", label, level: 0, accountId: null, accountCode: null, sign: 1, figures };
}

function total(id: string, label: string, sign: 1 | -1) {
  return { id, label, kind: "total" as const, parent: null, level: 0, sign };
}

/** Days whose lines the statement needs: of its columns, and all up to their beginnings and ends. */
export function spansOf(columns: readonly Column[]): Span[] {
  return columns.flatMap(({ start, end }) => [{ start, end }, { start: null, end: addDays(start ?? end, -1) }, { start: null, end }]);
}

