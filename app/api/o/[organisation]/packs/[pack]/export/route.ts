// A pack as a file, for the buttons of its page.
import { fileOf } from "#app/api/file-of.ts";
import { accept } from "#lib/operation.ts";
import { exportPack } from "#lib/packs/read-packs.ts";

type Context = { params: Promise<{ organisation: string; pack: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organisation, pack: id } = await params;
  const asked = new URL(request.url).searchParams;
  const paper = asked.get("paper");
  return fileOf({ request, organisation, needs: "reports:read" }, (scope) => exportPack.run([scope], accept(exportPack.input, { id, format: asked.get("format"), ...(paper === null ? {} : { paper }) })));
}
