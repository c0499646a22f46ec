// A stored report as a file, made from its document and nothing else.
import { fileName } from "#lib/reports/export/file-name.ts";
import { type ExportFormat, mediaTypes } from "#lib/reports/export/formats.ts";
import type { Paper } from "#lib/reports/export/pdf/paper.ts";
import { reportPdf } from "#lib/reports/export/pdf/report-pdf.ts";
import { reportCsv } from "#lib/reports/export/report-csv.ts";
import { reportBook } from "#lib/reports/export/xlsx/report-book.ts";
import { writeBook } from "#lib/reports/export/xlsx/write-book.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** `paper` is that of a PDF. */
export async function reportFile(stored: StoredReport, format: ExportFormat, paper: Paper = "a4"): Promise<File> {
  return new File([await contents[format](stored, paper)], fileName(stored, format), { type: mediaTypes[format] });
}

const contents: Record<ExportFormat, (stored: StoredReport, paper: Paper) => string | Promise<Uint8Array<ArrayBuffer>>> = {
  pdf: reportPdf,
  xlsx: (stored) => writeBook(reportBook(stored)),
  csv: reportCsv,
  // What GET /reports/{id} answers, for audit:verify and for whoever computes the hash again.
  json: (stored) => `${JSON.stringify(stored, null, 2)}\n`,
};
