// One organisation's ledger held against the second engine: every stored profit and loss and balance sheet, each with the ledger as it was
// when it was made, and the trial balance at every month-end of the ledger as it is now. hledger proves that we add up; whether the right
// entries were posted is what the tie-out with Xero proves.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Query, read } from "#db/index.ts";
import { type Day, lastDayOf, monthOf, monthsFrom } from "#lib/day.ts";
import type { Balances } from "#lib/ledger/balances.ts";
import { hledgerJournal } from "#lib/ledger/export/hledger-journal.ts";
import { type PostedLine, postedLines } from "#lib/ledger/export/queries.ts";
import { balancesAsAt, chartOfAccounts } from "#lib/ledger/queries.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { storedStatements } from "#lib/reports/stored-statements.ts";
import { added, compareStatement, type Verdict } from "#lib/second-reading/cells.ts";
import type { Engine } from "#lib/second-reading/engine.ts";
import { engineOf } from "./engine.ts";
import { compareTrialBalance } from "./trial-balance.ts";

export type Verified = { name: string; statements: Verdict; trialBalances: Verdict };

export async function verifyOrganisation(tenantId: string): Promise<Verified> {
  const { organisation, chart, lines, statements, balances } = await read({ tenantId }, readAll);
  const { name, yearEnd, ledgerSequence } = organisation;
  const folder = mkdtempSync(join(tmpdir(), "daybook-hledger-"));
  try {
    const engineUpTo = engines(folder, lines);
    const cells = statements.map((report) => compareStatement(report, engineUpTo(report.source.ledgerSequence), yearEnd, "hledger"));
    const months = balances.map(({ day, ours }) => compareTrialBalance(day, ours, chart, engineUpTo(ledgerSequence), yearEnd));
    return { name, statements: added(cells), trialBalances: added(months) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readAll(q: Query) {
  const organisation = await readOrganisation(q);
  const lines = await postedLines(q, { basis: "accrual", upToSequence: organisation.ledgerSequence });
  const balances: { day: Day; ours: Balances }[] = [];
  for (const day of monthEndsOf(lines)) balances.push({ day, ours: await balancesAsAt(q, { basis: "accrual", day, yearEnd: organisation.yearEnd }) });
  return { organisation, chart: await chartOfAccounts(q), lines, statements: await storedStatements(q), balances };
}

/** An engine for the ledger up to each sequence that a statement was made at. */
function engines(folder: string, lines: readonly PostedLine[]): (sequence: number) => Engine {
  const known = new Map<number, Engine>();
  return (sequence) => {
    const engine = known.get(sequence) ?? engineOf(writeJournal(join(folder, `${sequence}.journal`), lines.filter((line) => (line.sequence ?? 0) <= sequence)));
    known.set(sequence, engine);
    return engine;
  };
}

function writeJournal(file: string, lines: readonly PostedLine[]): string {
  writeFileSync(file, hledgerJournal(lines));
  return file;
}

function monthEndsOf(lines: readonly PostedLine[]): Day[] {
  const months = lines.map(({ date }) => monthOf(date)).toSorted();
  return monthsFrom(months[0] ?? "", months.at(-1) ?? "").map(lastDayOf);
}
