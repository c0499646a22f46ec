// One organisation's ledger held against the second engine, on accrual and on cash basis: every stored profit and loss and balance sheet, each with
// the ledger as it was when it was made, and the trial balance at every month-end of the ledger as it is now. hledger proves that we add up; whether the right
// entries were posted is what the tie-out with Xero proves.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Query, read } from "#db/index.ts";
import { type Basis, bases } from "#db/vocabulary.ts";
import { type Day, lastDayOf, monthOf, monthsFrom } from "#lib/day.ts";
import type { Balances } from "#lib/ledger/balances.ts";
import { hledgerJournal } from "#lib/ledger/export/hledger-journal.ts";
import { type PostedLine, postedLines } from "#lib/ledger/export/queries.ts";
import { balancesAsAt, chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import type { Report } from "#lib/reports/report.ts";
import { storedStatements } from "#lib/reports/stored-statements.ts";
import { added, compareStatement, type Verdict } from "#lib/second-reading/cells.ts";
import type { Engine } from "#lib/second-reading/engine.ts";
import { engineOf } from "./engine.ts";
import { compareTrialBalance } from "./trial-balance.ts";

export type Verified = { name: string; statements: Verdict; trialBalances: Verdict };

export async function verifyOrganisation(tenantId: string): Promise<Verified> {
  const { organisation, chart, ledgers } = await read({ tenantId }, readAll);
  const folder = mkdtempSync(join(tmpdir(), "daybook-hledger-"));
  try {
    const verdicts = ledgers.map((ledger) => verifyLedger(ledger, organisation, chart, folder));
    return { name: organisation.name, statements: added(verdicts.map(({ statements }) => statements)), trialBalances: added(verdicts.map(({ trialBalances }) => trialBalances)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Ledger = { basis: Basis; lines: PostedLine[]; statements: Report[]; balances: { day: Day; ours: Balances }[] };
type Chart = Awaited<ReturnType<typeof chartOfAccounts>>;

async function readAll(q: Query) {
  const organisation = await readOrganisation(q);
  const statements = await storedStatements(q);
  const ledgers: Ledger[] = [];
  for (const basis of bases) ledgers.push(await readLedger(q, organisation, basis, statements));
  return { organisation, chart: await chartOfAccounts(q), ledgers };
}

async function readLedger(q: Query, { ledgerSequence, yearEnd }: Organisation, basis: Basis, statements: readonly Report[]): Promise<Ledger> {
  const lines = await postedLines(q, { basis, upToSequence: ledgerSequence });
  const balances: Ledger["balances"] = [];
  for (const day of monthEndsOf(lines)) balances.push({ day, ours: await balancesAsAt(q, { basis, day, yearEnd }) });
  return { basis, lines, statements: statements.filter((report) => report.basis === basis), balances };
}

function verifyLedger({ basis, lines, statements, balances }: Ledger, { ledgerSequence, yearEnd }: Organisation, chart: Chart, folder: string): Omit<Verified, "name"> {
  const engineUpTo = engines(join(folder, basis), lines);
  const cells = statements.map((report) => compareStatement(report, engineUpTo(report.source.ledgerSequence), yearEnd, "hledger"));
  const months = balances.map(({ day, ours }) => compareTrialBalance(day, ours, chart, engineUpTo(ledgerSequence), yearEnd));
  return { statements: added(cells), trialBalances: added(months) };
}

/** An engine for the ledger up to each sequence that a statement was made at. */
function engines(prefix: string, lines: readonly PostedLine[]): (sequence: number) => Engine {
  const known = new Map<number, Engine>();
  return (sequence) => {
    const engine = known.get(sequence) ?? engineOf(writeJournal(`${prefix}-${sequence}.journal`, lines.filter((line) => (line.sequence ?? 0) <= sequence)));
    known.set(sequence, engine);
    return engine;
  };
}

function writeJournal(file: string, lines: readonly PostedLine[]): string {
  writeFileSync(file, hledgerJournal(lines));
  return file;
}

function monthEndsOf(lines: readonly PostedLine[]): Day[] {
  if (lines.length === 0) return [];
  const months = lines.map(({ date }) => monthOf(date)).toSorted();
  return monthsFrom(months[0] ?? "", months.at(-1) ?? "").map(lastDayOf);
}
