// How many cells were compared with figures known from elsewhere, of each combination that can be asked for.
import type { Combination, FiguresLine } from "#lib/reports/testing/figures-log.ts";

export type Tally = { title: string; counts: { name: string; cells: number }[] };

/** What cash basis has to get right; a report counts for whatever was settled in its days. */
const settlements = ["part payment", "credit note", "overpayment", "prepayment", "another currency"];

export function talliesOf(lines: readonly FiguresLine[]): Tally[] {
  const possible = lines.flatMap((line) => ("possible" in line ? [line.possible] : []));
  const compared = lines.flatMap((line) => ("compared" in line ? [line] : []));
  const count = (title: string, nameOf: (combination: Combination) => string | null): Tally => {
    const names = new Set(possible.flatMap((each) => nameOf(each) ?? []));
    return { title, counts: [...names].map((name) => ({ name, cells: sumOf(compared.filter((each) => nameOf(each.compared) === name)) })) };
  };
  const onCash = settlements.map((kind) => ({ name: kind, cells: sumOf(compared.filter(({ settled }) => settled.includes(kind))) }));
  return [count("by basis, columns and tracking", byColumns), count("by what they are compared with", byComparison), { title: "on cash basis, by what was settled", counts: onCash }];
}

/** What nobody compared. */
export function missingIn(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(({ title, counts }) => counts.filter(({ cells }) => cells === 0).map(({ name }) => `${title}: ${name}`));
}

export function asTable({ title, counts }: Tally): string {
  const widest = Math.max(...counts.map(({ name }) => name.length));
  return [`Cells ${title}`, ...counts.map(({ name, cells }) => `  ${name.padEnd(widest)}  ${cells.toLocaleString("en").padStart(7)}`)].join("\n");
}

function byColumns({ report, basis, choices, tracking }: Combination): string {
  return [report, basis, choices, tracking].filter((word) => word !== "").join(", ");
}

/** Null for reports that are compared with nothing. */
function byComparison({ report, basis, comparison }: Combination): string | null {
  return comparison === "" ? null : `${report}, ${basis}, ${comparison}`;
}

function sumOf(lines: readonly { cells: number }[]): number {
  return lines.reduce((total, { cells }) => total + cells, 0);
}
