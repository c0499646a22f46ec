// Current year earnings and retained earnings: computed, because Xero posts no closing journal. As at a day, the profit since its financial
// year began is the one; all profit before it, with what was posted to the retained earnings account itself, is the other. Cut by day.
import { addDays, type Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { decimal, type Money, money, sum } from "#lib/money.ts";
import type { Span } from "#lib/reports/books.ts";
import { dayLabel } from "#lib/day-label.ts";
import type { Difference, EarningsPart } from "#lib/reports/report.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import { type Account, profitSections } from "#lib/reports/sections.ts";
import type { Draft, Figure, Layout } from "#lib/reports/statement.ts";

export function currentYearEarnings(layout: Layout, yearEnd: YearEnd): Draft {
  const figures = layout.columns.map(({ end }) => {
    const span = { start: yearStartOf(end, yearEnd), end };
    return figure([profit(layout, span, `Profit from ${dayLabel(span.start)} to ${dayLabel(end)}`)], differences(layout, span));
  });
  return { ...computed("currentYearEarnings", "Current Year Earnings"), figures };
}

export function retainedEarnings(layout: Layout, yearEnd: YearEnd): Draft {
  const own = layout.ledger.accountsIn("equity").find(isRetainedEarnings);
  const figures = layout.columns.map(({ end }) => {
    const span = { start: null, end: addDays(yearStartOf(end, yearEnd), -1) };
    const earlier = profit(layout, span, `Profit up to ${dayLabel(span.end)}`);
    return figure(own ? [posted(layout, own, end), earlier] : [earlier], differences(layout, span));
  });
  return { ...computed("retainedEarnings", "Retained Earnings"), accountId: own?.id ?? null, accountCode: own?.code ?? null, figures };
}

export function isRetainedEarnings(account: Account): boolean {
  return account.systemAccount === "RETAINEDEARNINGS";
}

function computed(id: string, label: string) {
  return { id: `total:${id}`, parent: "section:equity", kind: "account" as const, label, level: 1, accountId: null, accountCode: null, sign: -1 as const };
}

function figure(parts: EarningsPart[], missing: Difference[]): Figure {
  const amounts = [...parts, ...missing].map(({ amount }) => money(amount));
  return { amount: sum(amounts), proof: { kind: "earnings", parts, differences: missing } };
}

function profit(layout: Layout, span: Span, label: string): EarningsPart {
  const accounts = profitAndLossAccounts(layout);
  const net = sum(accounts.map(({ id }) => layout.ledger.net(id, span)));
  return part(label, accounts, span, net);
}

function posted(layout: Layout, account: Account, end: Day): EarningsPart {
  return part(`Posted to ${account.name}`, [account], { start: null, end }, layout.ledger.net(account.id, { start: null, end }));
}

function part(label: string, accounts: readonly Account[], { start, end }: Span, net: Money): EarningsPart {
  return { label, accounts: accounts.map(({ id }) => id), from: start, to: end, amount: decimal(-net) };
}

/** Profit is Xero's, as it is on the profit and loss: what its trial balance has besides belongs to it. */
function differences(layout: Layout, span: Span): Difference[] {
  return differencesOf(layout, profitAndLossAccounts(layout), span, -1, both);
}

function profitAndLossAccounts({ ledger }: Layout): Account[] {
  return profitSections.flatMap((section) => ledger.accountsIn(section));
}
