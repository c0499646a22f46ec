// The invariants checked after a sync, from balances by month and the documents that are open. Of books that have not changed since the last check
// nothing is read but that, and nothing is written.
import { type Query, read, type Transaction, transaction } from "#db/index.ts";
import { type Basis, bases } from "#db/vocabulary.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import { type Side, sides } from "#lib/ageing/side.ts";
import { addDays, type Day, lastDayOf, monthOf } from "#lib/day.ts";
import { yearStartOf } from "#lib/financial-year.ts";
import { type Check, controlCheck, ledgerChecks, type LedgerFacts, type Year } from "#lib/invariants/checks.ts";
import { findChecks, writeChecks } from "#lib/invariants/queries.ts";
import { isProfitAndLoss } from "#lib/ledger/balances.ts";
import { chartOfAccounts, monthlyBalances, movementsBetween } from "#lib/ledger/queries.ts";
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { readMovements, readOrganisation } from "#lib/reports/read-books.ts";

type Chart = Awaited<ReturnType<typeof chartOfAccounts>>;

/** `confirm` is called last in the transaction that writes, and may refuse it. */
export async function checkLedger(scope: { tenantId: string }, confirm: (tx: Transaction) => Promise<void> = async () => {}): Promise<void> {
  const found = await read(scope, async (q) => {
    const organisation = await readOrganisation(q);
    const known = await findChecks(q);
    return known.length > 0 && known.every(({ dataVersion }) => dataVersion === organisation.dataVersion) ? null : { organisation, checks: await readChecks(q, organisation) };
  });
  if (!found) return;
  const { ledgerSequence, dataVersion } = found.organisation;
  const checkedAt = new Date();
  const rows = found.checks.map(({ one, other, allowed, ...check }) => ({ ...check, one: decimal(one), other: decimal(other), allowed: decimal(allowed), checkedAt, ledgerSequence, dataVersion }));
  await transaction(scope, async (tx) => {
    await writeChecks(tx, rows);
    await confirm(tx);
  });
}

export async function readChecks(q: Query, organisation: Organisation): Promise<Check[]> {
  const chart = await chartOfAccounts(q);
  const checks: Check[] = [];
  for (const basis of bases) checks.push(...ledgerChecks(await readLedger(q, organisation, chart, basis)));
  for (const side of ["receivables", "payables"] as const) checks.push(...(await readControl(q, organisation, chart, side)));
  return checks;
}

/** This financial year up to the last month that has anything, and the one before. */
async function readLedger(q: Query, { today, yearEnd }: Organisation, chart: Chart, basis: Basis): Promise<LedgerFacts> {
  const rows = await monthlyBalances(q, basis, null, "9999-12");
  const end = lastDayOf([monthOf(today), ...rows.map(({ month }) => month)].toSorted().at(-1) ?? "");
  const starts = [yearStartOf(end, yearEnd), yearStartOf(addDays(yearStartOf(end, yearEnd), -1), yearEnd)] as const;
  const spans = [{ start: starts[0], end }, { start: starts[1], end: addDays(starts[0], -1) }];
  const whole = spans.flatMap((span) => [span, { start: null, end: span.end }, { start: null, end: addDays(span.start, -1) }]);
  const years: Year[] = [];
  for (const span of spans) years.push(await readYear(q, basis, chart, span));
  return { basis, months: sidesByMonth(rows), books: { accounts: chart, movements: await readMovements(q, basis, whole, yearEnd), residuals: [] }, years, yearEnd };
}

async function readYear(q: Query, basis: Basis, chart: Chart, { start, end }: { start: Day; end: Day }): Promise<Year> {
  const within = await movementsBetween(q, { basis, from: start, to: end });
  const before = await movementsBetween(q, { basis, from: null, to: addDays(start, -1) });
  const of = (amounts: ReadonlyMap<string, Money>, belongs: (account: Chart[number]) => boolean) => sum(chart.filter(belongs).map(({ id }) => amounts.get(id) ?? 0n));
  const isBank = ({ type }: Chart[number]) => type === "BANK";
  const opening = of(before, isBank);
  return { start, end, profit: -of(within, isProfitAndLoss), bank: { before: opening, after: opening + of(within, isBank) } };
}

function sidesByMonth(rows: Awaited<ReturnType<typeof monthlyBalances>>): LedgerFacts["months"] {
  const total = (some: typeof rows, side: "debit" | "credit") => sum(some.map((row) => row[side]));
  return [...Map.groupBy(rows, ({ month }) => month)].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([month, some]) => ({ month, debit: total(some, "debit"), credit: total(some, "credit") }));
}

/** None where the chart has no such account. Prepayments lie on accounts of their own. */
async function readControl(q: Query, { today: asAt, currency }: Organisation, chart: Chart, side: Side): Promise<Check[]> {
  const account = chart.find(({ systemAccount }) => systemAccount === sides[side].systemAccount);
  if (!account) return [];
  const open = (await readOpenDocuments(q, side, asAt)).filter(({ standing }) => standing !== "prepayment");
  const balances = await movementsBetween(q, { basis: "accrual", from: null, to: asAt });
  const documents = sum(open.map(({ baseOutstanding }) => baseOutstanding));
  return [controlCheck({ side, asAt, documents, ledger: BigInt(sides[side].sign) * (balances.get(account.id) ?? 0n), foreign: open.filter((document) => document.currency !== currency).length })];
}
