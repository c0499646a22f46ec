// A stored report as a PDF, made from its document and nothing else.
import type { Paper } from "#lib/reports/export/pdf/paper.ts";
import { reportSheets } from "#lib/reports/export/pdf/report-sheets.ts";
import { openSetter } from "#lib/reports/export/pdf/set-text.ts";
import { writePdf } from "#lib/reports/export/pdf/write-pdf.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

export async function reportPdf(stored: StoredReport, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const setter = await openSetter();
  return writePdf(reportSheets(stored, paper, setter), setter);
}
