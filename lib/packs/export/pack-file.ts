// A pack as a file, made from what is stored and nothing else.
import { packBook } from "#lib/packs/export/pack-book.ts";
import { packPdf } from "#lib/packs/export/pack-pdf.ts";
import { organisationOf } from "#lib/packs/export/pack-sheets.ts";
import type { OpenPack } from "#lib/packs/open-pack.ts";
import { nameOfFile } from "#lib/reports/export/file-name.ts";
import { mediaTypes } from "#lib/reports/export/formats.ts";
import type { Paper } from "#lib/reports/export/pdf/paper.ts";
import { writeBook } from "#lib/reports/export/xlsx/write-book.ts";

export const packFormats = ["pdf", "xlsx"] as const;
export type PackFormat = (typeof packFormats)[number];

export const packMediaTypes = packFormats.map((format) => mediaTypes[format]);

/** `paper` is that of a PDF. */
export async function packFile(opened: OpenPack, format: PackFormat, paper: Paper): Promise<File> {
  const content = format === "pdf" ? packPdf(opened, paper) : writeBook(packBook(opened));
  return new File([await content], nameOfFile([organisationOf(opened), opened.pack.name], opened.pack.month, format), { type: mediaTypes[format] });
}
