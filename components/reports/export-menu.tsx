import { Menu, menuItemClasses } from "#components/ui/menu.tsx";
import type { ExportFormat } from "#lib/reports/export/formats.ts";

type Props = { hrefOf: (format: ExportFormat) => string };

const choices: readonly { format: ExportFormat; name: string; says: string }[] = [
  { format: "xlsx", name: "Excel workbook", says: "XLSX, totals are formulas" },
  { format: "csv", name: "Comma-separated values", says: "CSV" },
  { format: "json", name: "The stored report", says: "JSON, with its proofs" },
];

/** The report as a file. */
export function ExportMenu({ hrefOf }: Props) {
  return (
    <Menu id="export" trigger="Export" keys="e">
      {choices.map(({ format, name, says }) => (
        <a key={format} href={hrefOf(format)} download className={menuItemClasses}>
          <span>
            {name}
            <span className="block text-sm text-muted">{says}</span>
          </span>
        </a>
      ))}
    </Menu>
  );
}
