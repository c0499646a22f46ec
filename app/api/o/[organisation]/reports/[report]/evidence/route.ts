// The evidence behind a stored report as a file, for the menu of its page.
import { fileOfReport, type ReportContext } from "#app/api/file-of-report.ts";
import { exportEvidence } from "#lib/evidence/evidence-pack.ts";

export function GET(request: Request, context: ReportContext): Promise<Response> {
  return fileOfReport(request, context, (scope, id) => exportEvidence.run([scope], { id }));
}
