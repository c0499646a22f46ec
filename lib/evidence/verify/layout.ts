// Whether a report has everything that belongs to it, each where it belongs: cells that agree with their proofs could still leave an account out. A
// profit and loss and a balance sheet are laid out a second time from the chart; cash flows end with all bank accounts; key figures are worked out
// by the definitions in the pack, from the accounts that those say.
import type { Evidence, PackedAccount } from "#lib/evidence/pack.ts";
import { knownFaults } from "#lib/evidence/verify/known.ts";
import { type Adder, engineOf } from "#lib/evidence/verify/ledger.ts";
import { contactFaults } from "#lib/evidence/verify/contacts.ts";
import { measureFaults } from "#lib/evidence/verify/measures.ts";
import { optionFaults, trackedFaults } from "#lib/evidence/verify/tracked.ts";
import { movedFigures } from "#lib/kpis/moved-figures.ts";
import { addDays, type Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { decimal, money } from "#lib/money.ts";
import type { AgedReport, Column, Report } from "#lib/reports/report.ts";
import { compareStatement } from "#lib/second-reading/cells.ts";

export function layoutFaults(evidence: Evidence, add: Adder): string[] {
  const { data } = evidence.report;
  if (data.type === "PROFIT_LOSS" || data.type === "BUDGET_VARIANCE" || data.type === "BALANCE_SHEET") {
    const yearEnd = yearEndOf(data, evidence.organisation.yearEnd);
    return [...compareStatement(data, engineOf(evidence, data.basis), yearEnd, "the entries of the pack").differences, ...trackedFaults(data, evidence, yearEnd)];
  }
  if (data.type === "CASH_FLOW") return data.columns.flatMap((column) => cashFaults(data, column, evidence.accounts, add));
  if (data.type === "KPI_DASHBOARD") return [...figureFaults(data, evidence), ...measureFaults(data, evidence, add), ...contactFaults(data, evidence)];
  if (data.type === "CUSTOM") return optionFaults(data, evidence);
  return data.type === "AGED_RECEIVABLES" || data.type === "AGED_PAYABLES" ? [...agedFaults(data), ...knownFaults(data, add)] : [];
}

/** Where a report was made by earlier definitions the pack has none, and the formulas in the report are all there is. */
function figureFaults(report: Report, { definitions }: Evidence): string[] {
  const moved = definitions.groups.length === 0 ? [] : movedFigures(report, definitions);
  return moved.map(({ label, column, before, after }) => `${label} in ${column} says ${before ?? "n/m"}, and is ${after ?? "n/m"} by the definitions in the pack.`);
}

/** The report's own: it was laid out by it, whatever the organisation's year is by now. */
function yearEndOf({ rows }: Report, today: YearEnd): YearEnd {
  const proof = rows.find(({ id }) => id === "total:currentYearEarnings")?.cells[0]?.proof;
  const start = proof?.kind === "earnings" ? proof.parts[0]?.from : null;
  if (!start) return today;
  const end: Day = addDays(start, -1);
  return { month: Number(end.slice(5, 7)), day: end.slice(5) === "02-28" ? today.day : Number(end.slice(8)) };
}

function cashFaults(report: Report, { id, label, start, end }: Column, accounts: readonly PackedAccount[], add: Adder): string[] {
  const banks = accounts.filter(({ type }) => type === "BANK").map((account) => account.id);
  const cell = (row: string) => report.rows.find((each) => each.id === row)?.cells.find(({ column }) => column === id);
  const posted = (row: string) => {
    const proof = cell(row)?.proof;
    return proof?.kind === "earnings" ? decimal(proof.parts.reduce((total, { amount }) => total + money(amount), 0n)) : null;
  };
  const ends: [string, Day][] = [["cash:beginning", addDays(start ?? end, -1)], ["cash:end", end]];
  const cash = ends.flatMap(([row, to]) => {
    const lines = decimal(add(report.basis, { accounts: banks, from: null, to }));
    return posted(row) === lines ? [] : [`Cash in ${label} (${row}) says that ${posted(row) ?? "nothing"} was posted to banks, and all bank accounts of the chart come to ${lines}.`];
  });
  return cell("check:cash")?.value === "0.00" ? cash : [...cash, `The cash of ${label} does not come out: what was there and came is not what is there.`];
}

/** What the documents come to beside the ledger, said once more below the figures. */
function agedFaults({ rows, control }: AgedReport): string[] {
  if (!control) return [];
  const value = (id: string) => rows.find((row) => row.id === id)?.cells.find(({ column }) => column === "total")?.value;
  const said = [
    ["ledger", control.ledger, value(`control:${control.accountId}`)],
    ["difference", control.difference, value("residual:control")],
  ] as const;
  const apart = said.flatMap(([what, one, other]) => (one === other ? [] : [`The ${what} of the control account says ${one}, and its row ${other ?? "nothing"}.`]));
  return money(control.documents) - money(control.ledger) === money(control.difference) ? apart : [...apart, "What the documents come to less what the ledger has on the control account is not the difference shown."];
}
