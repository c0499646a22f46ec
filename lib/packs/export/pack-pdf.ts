// A pack as a PDF, made from what is stored and nothing else.
import { packSheets } from "#lib/packs/export/pack-sheets.ts";
import type { OpenPack } from "#lib/packs/open-pack.ts";
import type { Paper } from "#lib/reports/export/pdf/paper.ts";
import { openSetter } from "#lib/reports/export/pdf/set-text.ts";
import { writePdf } from "#lib/reports/export/pdf/write-pdf.ts";

export async function packPdf(opened: OpenPack, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const setter = await openSetter();
  return writePdf(packSheets(opened, paper, setter), setter);
}
