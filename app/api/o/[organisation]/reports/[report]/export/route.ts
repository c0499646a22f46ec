// A stored report as a file, for the menu of its page.
import { fileOf } from "#app/api/file-of.ts";
import { accept } from "#lib/operation.ts";
import { exportReport } from "#lib/reports/read-reports.ts";

type Context = { params: Promise<{ organisation: string; report: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, report: id } = await params;
  const asked = new URL(request.url).searchParams;
  const paper = asked.get("paper");
  return fileOf({ request, organisation, needs: "reports:read" }, (scope) => exportReport.run([scope], accept(exportReport.input, { id, format: asked.get("format"), ...(paper === null ? {} : { paper }) })));
}
