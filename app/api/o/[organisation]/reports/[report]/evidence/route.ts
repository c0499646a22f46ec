// The evidence behind a stored report as a file, for the menu of its page.
import { fileOf } from "#app/api/file-of.ts";
import { exportEvidence } from "#lib/evidence/evidence-pack.ts";

type Context = { params: Promise<{ organisation: string; report: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, report: id } = await params;
  return fileOf({ request, organisation, needs: "reports:read" }, (scope) => exportEvidence.run([scope], { id }));
}
