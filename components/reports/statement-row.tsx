import Link from "next/link";
import type { ReactNode } from "react";
import { Figure } from "#components/reports/figure.tsx";
import { classes } from "#components/ui/classes.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";

type Props = { row: Row; columns: readonly Column[]; hrefOf: (cell: string) => string; openCell: string | undefined; note?: string | undefined; className?: string | undefined };

export function StatementRow({ row, columns, hrefOf, openCell, note, className }: Props) {
  return (
    <tr className={classes("group", looks[row.kind], className)}>
      <StatementRowHead row={row}>
        {row.label}
        {row.accountCode && <span className="figures ml-2 text-xs font-normal text-muted">{row.accountCode}</span>}
        {note && <span className="figures text-xs text-muted"> {note}</span>}
      </StatementRowHead>
      {row.kind === "section" ? <td colSpan={columns.length} /> : columns.map((column) => <FigureCell key={column.id} row={row} column={column} hrefOf={hrefOf} openCell={openCell} />)}
    </tr>
  );
}

/** Folds what stands in its section. The folding is the browser's own and needs no scripts. */
export function SectionRow({ row, columns }: Pick<Props, "row" | "columns">) {
  return (
    <tr className={looks.section}>
      <StatementRowHead row={row}>
        <details open>
          <summary className="cursor-pointer rounded-sm marker:text-muted">{row.label}</summary>
        </details>
      </StatementRowHead>
      <td colSpan={columns.length} />
    </tr>
  );
}

export function StatementRowHead({ row, children }: { row: Row; children: ReactNode }) {
  return (
    <th scope="row" className={classes("statement-first min-w-56 bg-surface py-0.5 pr-4 leading-6 text-left", indentOf(row), isPlain(row) && "font-normal")}>
      {children}
    </th>
  );
}

function isPlain({ kind }: Row): boolean {
  return plain.includes(kind);
}

const plain: readonly Row["kind"][] = ["account", "residual", "document", "share", "kpi", "measure"];

export function FigureCell({ row, column, hrefOf, openCell }: Omit<Props, "columns" | "className"> & { column: Column }) {
  const cell = row.cells.find((candidate) => candidate.column === column.id);
  const name = `${row.id}|${column.id}`;
  return (
    <td className={classes("figures px-3 py-0.5 text-right whitespace-nowrap", rules[row.kind], (column.kind === "compare" || column.kind === "budget") && "text-muted")}>
      {cell?.verdict && cell.verdict !== "neutral" && <Verdict verdict={cell.verdict} />}
      {cell && <FigureLink cell={cell} href={hrefOf(name)} isOpen={name === openCell} />}
    </td>
  );
}

/** In a word, so that nobody has to know which sign is good news in which row. */
function Verdict({ verdict }: { verdict: "favourable" | "adverse" }) {
  return <span className={classes("mr-1.5 font-sans text-xs font-normal not-italic", verdict === "adverse" ? "text-critical" : "text-positive")}>{verdict}</span>;
}

/** Not fetched ahead: a statement has hundreds of these. */
function FigureLink({ cell, href, isOpen }: { cell: Cell; href: string; isOpen: boolean }) {
  const words = <Figure value={cell.value} reason={cell.reason} unit={cell.unit} />;
  if (cell.proof === null) return words;
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={isOpen ? "true" : undefined}
      className="-mx-1 inline-block min-h-6 min-w-6 rounded-sm px-1 leading-6 underline-offset-4 hover:bg-accent-soft hover:underline aria-[current]:bg-accent-soft"
    >
      {words}
    </Link>
  );
}

/** A document stands beneath the name of its contact, which has a marker before it. */
function indentOf({ level, kind }: Row): string {
  return indents[kind === "document" ? level + 1 : level] ?? "pl-16";
}

const indents = ["pl-4", "pl-8", "pl-12"];

export const looks: Record<Row["kind"], string> = {
  section: "break-after-avoid font-semibold [&>*]:pt-4",
  account: "hover:[&>*]:bg-sunken",
  contact: "font-medium hover:[&>*]:bg-sunken",
  document: "text-muted [&>td]:align-top hover:[&>*]:bg-sunken",
  residual: "italic hover:[&>*]:bg-sunken",
  subtotal: "font-semibold",
  total: "font-semibold [&>*]:pb-2",
  share: "text-muted [&>*]:pb-2",
  kpi: "hover:[&>*]:bg-sunken",
  measure: "hover:[&>*]:bg-sunken",
};

/** A rule above a sum, two below the last one. */
const rules: Record<Row["kind"], string> = {
  section: "",
  account: "",
  contact: "",
  document: "",
  residual: "",
  subtotal: "border-t border-ink",
  total: "border-t border-b-4 border-double border-t-ink border-b-ink [border-top-style:solid]",
  share: "",
  kpi: "",
  measure: "",
};
