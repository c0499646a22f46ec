// What Xero's own trial balance has and our ledger has not, in rows of its own: named where there is evidence, plainly unexplained where
// there is none. The rows enter the totals, so that gross profit, net profit and total assets are Xero's; no account is quietly adjusted.
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import type { Difference } from "#lib/reports/report.ts";
import { type Account, type Section, signOf } from "#lib/reports/sections.ts";
import { type Draft, type Layout, signed } from "#lib/reports/statement.ts";

type Kind = "identified" | "unexplained";

const labels: Record<Kind, string> = { identified: "Other Xero postings", unexplained: "Unexplained difference to Xero" };

export function residualRows(layout: Layout, section: Section, level: number): Draft[] {
  return [residualRow(layout, section, level, "identified"), residualRow(layout, section, level, "unexplained")].filter(hasDifferences);
}

/** The differences of some accounts over a stretch of days, one an account, in presentation sign. */
export function differencesOf(layout: Layout, accounts: readonly Account[], span: Span, sign: 1 | -1, amountOf: (residual: Residual) => Money): Difference[] {
  return accounts.flatMap((account) => {
    const readings = layout.ledger.residuals(account.id, span).filter((residual) => amountOf(residual) !== 0n);
    return readings.length === 0 ? [] : [difference(account, readings, sign, amountOf)];
  });
}

export function both({ identified, unexplained }: Residual): Money {
  return identified + unexplained;
}

function residualRow(layout: Layout, section: Section, level: number, kind: Kind): Draft {
  const sign = signOf(section);
  const accounts = layout.ledger.accountsIn(section);
  const figures = layout.columns.map((column) => {
    const amounts = accounts.flatMap((account) => layout.ledger.residuals(account.id, column)).map((residual) => residual[kind]);
    const differences = differencesOf(layout, accounts, column, sign, (residual) => residual[kind]);
    return { amount: signed(sign, sum(amounts)), proof: { kind: "tieOut" as const, differences } };
  });
  return { id: `residual:${kind}:${section}`, parent: `section:${section}`, kind: "residual", label: labels[kind], level, accountId: null, accountCode: null, sign, figures };
}

/** Differences that cancel out within a section are shown all the same. */
function hasDifferences({ figures }: Draft): boolean {
  return figures.some(({ proof }) => proof.kind === "tieOut" && proof.differences.length > 0);
}

function difference(account: Account, readings: readonly Residual[], sign: 1 | -1, amountOf: (residual: Residual) => Money): Difference {
  const inSign = (amounts: readonly Money[]) => decimal(signed(sign, sum(amounts)));
  const days = readings.flatMap(({ start, end }) => [start, end]).toSorted();
  const evidence = new Set(readings.flatMap((reading) => reading.evidence ?? []));
  return {
    accountId: account.id,
    accountName: account.name,
    from: days.at(0) ?? "",
    to: days.at(-1) ?? "",
    ledger: inSign(readings.map(({ ledger }) => ledger)),
    xero: inSign(readings.map(({ xero }) => xero)),
    amount: inSign(readings.map(amountOf)),
    evidence: evidence.size > 0 ? [...evidence].join(" ") : null,
  };
}
