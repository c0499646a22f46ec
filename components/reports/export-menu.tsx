import { Menu, menuItemClasses } from "#components/ui/menu.tsx";
import type { ExportFormat } from "#lib/reports/export/formats.ts";

/** `evidenceHref` is where the pack is that proves it to somebody without Daybook's database. */
type Props = { hrefOf: (format: ExportFormat) => string; evidenceHref: string };

const choices: readonly { format: ExportFormat; name: string; says: string }[] = [
  { format: "pdf", name: "PDF", says: "Pages, tagged for screen readers" },
  { format: "xlsx", name: "Excel workbook", says: "XLSX, totals are formulas" },
  { format: "csv", name: "Comma-separated values", says: "CSV" },
  { format: "json", name: "The stored report", says: "JSON, with its proofs" },
];

/** The report as a file. */
export function ExportMenu({ hrefOf, evidenceHref }: Props) {
  const items = [...choices.map(({ format, ...words }) => ({ href: hrefOf(format), ...words })), { href: evidenceHref, name: "Evidence pack", says: "ZIP, adds up without Daybook's database" }];
  return (
    <Menu id="export" trigger="Export" keys="e">
      {items.map(({ href, name, says }) => (
        <a key={name} href={href} download className={menuItemClasses}>
          <span>
            {name}
            <span className="block text-sm text-muted">{says}</span>
          </span>
        </a>
      ))}
    </Menu>
  );
}
