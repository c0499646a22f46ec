// The tie-out itself: Xero's movements against ours, account by account and reading by reading, as sums without sign, so that too much in
// March and too little in April do not cancel. A difference is identified when there is evidence for it, else unexplained; nothing is plugged.
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import type { LedgerAccount } from "#lib/ledger/balances.ts";
import { type EvidenceAccount, type EvidenceContext, evidenceFor } from "#lib/ledger/tie-out/evidence.ts";
import { movementsSince, type Reading } from "#lib/ledger/tie-out/movements-since.ts";
import { absolute, type Money, sum } from "#lib/money.ts";

export type ComparedAccount = LedgerAccount & EvidenceAccount;

/** What one account moved otherwise between two readings. Debit less credit; xero − ledger = identified + unexplained. */
export type Residual = { accountId: string; start: Day; end: Day; ledger: Money; xero: Money; identified: Money; unexplained: Money; evidence: string | null };

/** Amounts are sums without sign. `sumsToZero` is false when Xero's own reading did not balance. */
type ComparedReading = { asAt: Day; accounts: number; differing: number; identified: Money; unexplained: Money; sumsToZero: boolean };

export type Comparison = {
  accounts: number;
  differing: number;
  /** Σ|difference|, before anything is explained. */
  amount: Money;
  identified: Money;
  unexplained: Money;
  /** Whether no account has more than five cents unexplained. */
  ties: boolean;
  readings: ComparedReading[];
  residuals: Residual[];
};

/** One reading of Xero's and our own balances on the same day, each with the reading before; `start` is the first day between them. */
export type Pair = { start: Day; xero: Reading; ours: Reading; before: { xero: Reading; ours: Reading } | null };
/** Account → a difference that is explained elsewhere already: one of the same amount to the cent is the same. */
export type Explained = ReadonlyMap<string, { amount: Money; evidence: string }>;
type Known = { chart: readonly ComparedAccount[]; yearEnd: YearEnd; explained?: Explained | undefined } & Omit<EvidenceContext, "day">;
type Moved = { account: ComparedAccount; xero: Money; ledger: Money };

/** Xero itself prints cents off. */
const tolerance = 500n;

export function compare(pairs: readonly Pair[], known: Known): Comparison {
  const compared = pairs.map((pair) => compareReading(pair, known));
  const residuals = compared.flatMap((each) => each.residuals);
  const byAccount = Map.groupBy(residuals, ({ accountId }) => accountId);
  return {
    accounts: new Set(compared.flatMap(({ moved }) => moved.map(({ account }) => account.id))).size,
    differing: byAccount.size,
    ...totals(residuals),
    ties: [...byAccount.values()].every((some) => totals(some).unexplained <= tolerance),
    readings: compared.map(({ reading }) => reading),
    residuals,
  };
}

function compareReading(pair: Pair, known: Known) {
  const xero = movementsSince(pair.before?.xero ?? null, pair.xero, known.chart, known.yearEnd);
  const ours = movementsSince(pair.before?.ours ?? null, pair.ours, known.chart, known.yearEnd);
  const all = known.chart.map((account): Moved => ({ account, xero: xero.get(account.id) ?? 0n, ledger: ours.get(account.id) ?? 0n }));
  const hasBalance = ({ account: { id } }: Moved) => (pair.xero.balances.get(id) ?? 0n) !== 0n || (pair.ours.balances.get(id) ?? 0n) !== 0n;
  const moved = all.filter((each) => each.xero !== 0n || each.ledger !== 0n || hasBalance(each));
  const residuals = residualsOf(moved, pair, known);
  const { identified, unexplained } = totals(residuals);
  const sumsToZero = sum(residuals.map((residual) => residual.xero - residual.ledger)) === 0n;
  return { moved, residuals, reading: { asAt: pair.xero.day, accounts: moved.length, differing: residuals.length, identified, unexplained, sumsToZero } };
}

function residualsOf(moved: readonly Moved[], { start, xero: { day: end } }: Pair, known: Known): Residual[] {
  const differing = moved.filter(({ xero, ledger }) => xero !== ledger);
  const evidence = evidenceFor(differing.map(({ account, xero, ledger }) => ({ account, ledger, amount: xero - ledger })), { ...known, day: end });
  return differing.map(({ account, xero, ledger }) => {
    const elsewhere = known.explained?.get(account.id);
    const sentence = elsewhere?.amount === xero - ledger ? elsewhere.evidence : (evidence.get(account.id) ?? null);
    const shares = sentence === null ? { identified: 0n, unexplained: xero - ledger } : { identified: xero - ledger, unexplained: 0n };
    return { accountId: account.id, start, end, ledger, xero, ...shares, evidence: sentence };
  });
}

function totals(residuals: readonly Residual[]): { amount: Money; identified: Money; unexplained: Money } {
  const identified = sum(residuals.map((residual) => absolute(residual.identified)));
  const unexplained = sum(residuals.map((residual) => absolute(residual.unexplained)));
  return { amount: identified + unexplained, identified, unexplained };
}
