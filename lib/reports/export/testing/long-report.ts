// A profit and loss of as many months and accounts as a test wants, whose figures all differ, so that each is found where it stands or not at all.
import { exampleReport, exampleStoredReport } from "#lib/reports/examples.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** `names` are those of its accounts; `largest` is added to every amount. */
export function longReport(months: number, names: readonly string[], largest = 0n): StoredReport {
  const columns = Array.from({ length: months }, (_, place) => monthAfter(place));
  const figures = (row: number): Cell[] => columns.map(({ id }, column) => ({ column: id, value: `${row % 3 === 2 ? "-" : ""}${largest + BigInt(row * 1000 + column + 1)}.50`, reason: null, unit: "money", proof: null }));
  const accounts = names.map((label, place) => row(`account:${place}`, "account", label, "section:costs", figures(place), String(100 + place)));
  const sums = [row("total:costs", "subtotal", "Total Costs", "section:costs", figures(names.length)), row("total:net", "total", "Net Profit", null, figures(names.length + 1))];
  return { ...exampleStoredReport, data: { ...exampleReport, columns, rows: [row("section:costs", "section", "Costs", null, []), ...accounts, ...sums] } };
}

export function accountNames(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `Account ${place + 1}`);
}

function row(id: string, kind: Row["kind"], label: string, parent: string | null, cells: Cell[], accountCode: string | null = null): Row {
  return { id, parent, kind, label, level: kind === "account" ? 1 : 0, accountId: null, accountCode, sign: 1, cells };
}

function monthAfter(place: number): Column {
  const month = `${2020 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
  return { id: month, kind: "period", label: month, start: `${month}-01`, end: `${month}-28` };
}
