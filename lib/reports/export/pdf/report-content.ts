// A stored report in the words of its paper: those of the screen, in the same order, with what a file has to say of itself.
import { ageInWords, controlWords } from "#lib/reports/aged/aged-words.ts";
import { columnWords, isBeside } from "#lib/reports/column-words.ts";
import { dashboardTables } from "#lib/reports/dashboard-tables.ts";
import { type Fact, originFacts, periodFact } from "#lib/reports/export/facts.ts";
import type { Commentary, Content, Look, Table, TableRow, Words } from "#lib/reports/export/pdf/content.ts";
import { figureCell, type Reasons } from "#lib/reports/export/pdf/figure-cell.ts";
import { headWords } from "#lib/reports/head-words.ts";
import { noteWords } from "#lib/reports/note-words.ts";
import { explain } from "#lib/reports/proof.ts";
import type { Column, Report, Row } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { syncedWords } from "#lib/reports/synced-words.ts";
import { targetWords } from "#lib/reports/target-words.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";
import { visibleColumns, visibleRows } from "#lib/reports/visible-rows.ts";
import { staleWords, warningWords } from "#lib/reports/warning-words.ts";

/** What somebody says of it, and of rows by their ids. */
export type Said = { commentary: string; notes: readonly { row: string; text: string }[] };
/** What its marks lead to: why a figure is none, and the notes on its rows. */
type Marks = { reasons: Reasons; notes: ReadonlyMap<string, number> };

export function reportContent(stored: StoredReport, said?: Said): Content {
  const { data: report, name, contentHash } = stored;
  const reasons: Reasons = new Map();
  const tables = tablesOf(report, { reasons, notes: new Map(said?.notes.map(({ row }, place) => [row, place + 1])) });
  const title = name.startsWith(report.title) ? report.title : name;
  return {
    organisation: report.tenant.name,
    title,
    head: headOf(stored),
    tables,
    commentary: said ? commentaryOf(report, said) : null,
    notes: [...noteWords(report), ...leftOut(report), ...[...reasons].map(([reason, number]) => `n/m ${number}: ${reason}`)],
    words: [...formulasOf(report), { title: "About this report", names: "Fact", says: "Value", facts: originFacts(stored) }],
    again: [report.tenant.name, title, periodFact(report)].join(" · "),
    foot: [tieOutSentence(report).sentence, `Made by Daybook ${syncedWords(report)}`, `SHA-256 ${contentHash}`],
  };
}

function commentaryOf({ rows }: Report, { commentary, notes }: Said): Commentary | null {
  if (commentary === "" && notes.length === 0) return null;
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return { paragraphs: commentary.split("\n").filter((line) => line.trim() !== ""), notes: notes.map(({ row, text }, place) => `Note ${place + 1}, ${labels.get(row) ?? row}: ${text}`) };
}

function headOf({ data: report, name, stale }: StoredReport): string[] {
  const given = name.startsWith(report.title) ? [] : [report.title];
  return [
    [...given, ...headWords(report, "to the cent")].join(" · "),
    [...("control" in report && report.control ? [controlWords(report.control).sentence] : []), tieOutSentence(report).sentence, syncedWords(report)].join(" · "),
    ...warningWords(report).map((warning) => `${warning}.`),
    ...(stale ? [staleWords] : []),
  ];
}

/** What folds on the screen is not on paper: the documents of contacts, and what key figures are computed from. */
function tablesOf(report: Report, marks: Marks): Table[] {
  if ("control" in report) return [tableOf(report, "Contact", report.columns, report.rows.filter(({ kind }) => kind !== "document"), marks, null)];
  if (report.type === "KPI_DASHBOARD") return dashboardOnPaper(report, marks);
  return [tableOf(report, "Account", visibleColumns(report.columns), visibleRows(report.rows, false), marks, null)];
}

/** Key figures by month, and each other section with the columns that it has figures in. */
function dashboardOnPaper(report: Report, marks: Marks): Table[] {
  const { months, weeks } = dashboardTables(report);
  const rows = visibleRows(months.rows, false);
  const kept = new Set(rows.filter(({ kind }) => kind === "kpi").map(({ parent }) => parent));
  const figures = rows.filter(({ id, parent }) => kept.has(id) || kept.has(parent));
  const others = [...rows.filter((row) => !figures.includes(row)), ...(weeks?.rows ?? [])];
  return [
    tableOf(report, "Key figure", visibleColumns(months.columns), figures, marks, "Key figures"),
    ...others.filter(({ kind }) => kind === "section").map(({ id, label }) => {
      const within = others.filter(({ parent }) => parent === id);
      const used = new Set(within.flatMap(({ cells }) => cells.map(({ column }) => column)));
      return tableOf(report, rowsAre(within), report.columns.filter((column) => used.has(column.id)), within.map((row) => ({ ...row, level: row.level - 1 })), marks, label);
    }),
  ];
}

function rowsAre([first]: readonly Row[]): string {
  return first?.kind === "contact" ? "Contact" : first?.kind === "account" ? "Account" : "Cash";
}

function tableOf(report: Report, rowsAre: string, columns: readonly Column[], rows: readonly Row[], marks: Marks, title: string | null): Table {
  const heads = columns.map((column, place) => ({ ...columnWords(column, columns, report.currency), isBeside: isOfSame(column, columns[place - 1]) }));
  const targets = targetWords(report);
  return { title, rowsAre, heads, rows: rows.map((row) => tableRow(row, columns, marks, targets.get(row.id) ?? null)) };
}

/** "variance:2026-04" behind "budget:2026-04" behind "2026-04". */
function isOfSame(column: Column, before: Column | undefined): boolean {
  const whose = ({ id, kind }: Column) => (id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : id);
  return before !== undefined && isBeside(column) && whose(column) === whose(before);
}

function tableRow({ id: row, label, accountCode, document, level, kind, parent, cells }: Row, columns: readonly Column[], { reasons, notes }: Marks, target: string | null): TableRow {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const look = kind === "total" && parent !== null ? "subtotal" : looks[kind];
  return { label, code: accountCode, note: notes.get(row) ?? null, beneath: document ? ageInWords(document) : target, level: kind === "document" ? level + 1 : level, look, cells: columns.map(({ id }) => figureCell(byColumn.get(id), reasons)) };
}

const looks: Record<Row["kind"], Look> = {
  section: "section",
  account: "plain",
  contact: "contact",
  document: "plain",
  residual: "residual",
  subtotal: "subtotal",
  total: "total",
  share: "share",
  kpi: "plain",
  measure: "plain",
};

function leftOut(report: Report): string[] {
  const count = "control" in report ? report.rows.filter(({ kind }) => kind === "document").length : 0;
  return count === 0 ? [] : [`The ${count === 1 ? "document" : `${count} documents`} that these amounts are of ${count === 1 ? "is" : "are"} in the workbook of this report.`];
}

/** How each key figure of a dashboard is made, as its proof says it for the latest month. */
function formulasOf(report: Report): Words[] {
  const latest = report.columns.findLast(({ kind }) => kind === "period");
  const facts = latest ? report.rows.filter(({ kind }) => kind === "kpi").flatMap((row) => formulaOf(report, row, latest)) : [];
  return facts.length === 0 ? [] : [{ title: "How they are computed", names: "Key figure", says: "Formula", facts }];
}

function formulaOf(report: Report, row: Row, column: Column): Fact[] {
  const cell = row.cells.find((candidate) => candidate.column === column.id);
  const { formula } = cell ? explain(report, { row, column, cell }) : { formula: "" };
  const name = `${row.label} = `;
  return cell ? [[row.label, formula.startsWith(name) ? formula.slice(name.length) : formula]] : [];
}
