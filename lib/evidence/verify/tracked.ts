// A report by tracking: what it says of sets is held against the sets in the pack. Of a statement each column of some options is laid out a second time from the lines that carry
// them, and so is every column of one within options of a category; columns that the whole is told apart in must come to it.
import type { Evidence, PackedEntry } from "#lib/evidence/pack.ts";
import { engineOf } from "#lib/evidence/verify/ledger.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { decimal, money, sum } from "#lib/money.ts";
import type { Column, Report, Row, Tracked } from "#lib/reports/report.ts";
import { setsOf, withinOf } from "#lib/reports/tracking/tracked-lines.ts";
import { compareStatement } from "#lib/second-reading/cells.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

export function trackedFaults(report: Report, evidence: Evidence, yearEnd: YearEnd): string[] {
  const isToldApart = "columns" in report.parameters && report.parameters.columns === "tracking";
  const laidOut = report.columns.filter(({ kind }) => !["budget", "variance", "percent"].includes(kind)).flatMap((column) => columnFaults(report, column, evidence, yearEnd));
  return [...laidOut, ...optionFaults(report, evidence), ...(isToldApart ? additionFaults(report) : [])];
}

/** The sets of its options are those of the pack, and it is within the options that were asked for. */
export function optionFaults(report: Report, evidence: Evidence): string[] {
  const said = ["tracking" in report ? report.tracking : undefined, withinOf(report)].filter((each) => each !== undefined);
  return [...said.flatMap((each) => setFaults(each, evidence)), ...withinFaults(report)];
}

function columnFaults(report: Report, { tracking, ...column }: Column, { entries, accounts }: Evidence, yearEnd: YearEnd): string[] {
  const sets = setsOf(report, tracking);
  if (!sets) return [];
  const carrying = entries.map((entry): PackedEntry => ({ ...entry, lines: entry.lines.filter((line) => sets.includes(line.tracking)) }));
  const part = { type: report.type, rows: report.rows, columns: [{ ...column, kind: "period" as const }] };
  return compareStatement(part, engineOf({ entries: carrying, accounts }, report.basis), yearEnd, "the lines of the pack that carry it").differences;
}

/** By the pack each set is of the option under which the report has it, and none of an option is left out. */
function setFaults({ categoryId, category, options }: Tracked, { tracking }: Evidence): string[] {
  return tracking.flatMap(({ set, options: own }) => {
    const [said, is] = [options.find(({ sets }) => sets.includes(set)), own.find((option) => option.categoryId === categoryId)];
    const belongs = options.find(({ id }) => id === (is?.id ?? unassigned));
    return said?.id === belongs?.id ? [] : [`Lines with ${is ? `${is.category}: ${is.name}` : `no option of ${category}`} stand under ${said?.name ?? "no option"}.`];
  });
}

/** It is within the options that were asked for, and no others. */
function withinFaults(report: Report): string[] {
  const { parameters } = report;
  const asked = "trackingWithin" in parameters ? (parameters.trackingWithin?.optionIds ?? []) : [];
  const said = withinOf(report)?.options.map(({ id }) => id) ?? [];
  return asked.join() === said.join() ? [] : ["It says that it is within other options of a category than were asked for."];
}

function additionFaults({ rows, columns }: Report): string[] {
  return columns.filter(({ id }) => id === "total" || id === "compare:total").flatMap((total) => {
    const parts = new Set(columns.filter(({ id }) => id.startsWith(total.id === "total" ? "tracking:" : "compare:tracking:")).map(({ id }) => id));
    return rows.flatMap((row) => {
      const [whole, added] = [amountIn(row, new Set([total.id])), amountIn(row, parts)];
      return whole === added ? [] : [`"${row.label}" says ${decimal(whole)} in ${total.label}, and its parts by tracking come to ${decimal(added)}.`];
    });
  });
}

function amountIn({ cells }: Row, columns: ReadonlySet<string>): bigint {
  return sum(cells.filter(({ column }) => columns.has(column)).map(({ value }) => money(value ?? "0")));
}
