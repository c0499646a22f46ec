// The whole ledger as text for another program, for the page of its health.
import { fileOf } from "#app/api/file-of.ts";
import { exportLedger } from "#lib/ledger/export/export-ledger.ts";
import { accept } from "#lib/operation.ts";

type Context = { params: Promise<{ organisation: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation } = await params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return fileOf({ request, organisation, needs: "journals:read" }, (scope) => exportLedger.run(scope, accept(exportLedger.input, { ...asked, tenantId: organisation })));
}
