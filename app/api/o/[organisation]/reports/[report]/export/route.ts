// A stored report as a file, for the menu of its page.
import { fileOfReport, type ReportContext } from "#app/api/file-of-report.ts";
import { accept } from "#lib/operation.ts";
import { exportReport } from "#lib/reports/read-reports.ts";

export function GET(request: Request, context: ReportContext): Promise<Response> {
  const format = new URL(request.url).searchParams.get("format");
  return fileOfReport(request, context, (scope, id) => exportReport.run([scope], accept(exportReport.input, { id, format })));
}
