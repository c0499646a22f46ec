// An .xlsx file read back from its parts, as plainly as it is written, so that a test sees what a spreadsheet would; and one input of it changed.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** `value` is what is stored or cached; `formula` is without its equals sign. */
export type ReadCell = { value: string; formula: string | null; isText: boolean; isQuoted: boolean };

/** "Report!C9" → its cell. */
export function readWorkbook(bytes: Uint8Array): Map<string, ReadCell> {
  const parts = unzipSync(bytes);
  const shared = [...part(parts, "xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = ""]) => unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, words]) => words).join("")));
  const quoted = [...part(parts, "xl/styles.xml").matchAll(/<xf [^>]*xfId[^>]*>/g)].map(([style]) => style.includes('quotePrefix="1"'));
  return new Map(sheetNames(parts).flatMap((sheet, place) => cellsIn(part(parts, sheetPath(place)), shared, quoted).map(([at, cell]): [string, ReadCell] => [`${sheet}!${at}`, cell])));
}

/** The file with another number in one cell; every cached figure is left as it was. */
export function withNumber(bytes: Uint8Array, sheet: string, at: string, value: string): Uint8Array {
  const parts = unzipSync(bytes);
  const path = sheetPath(sheetNames(parts).indexOf(sheet));
  const before = part(parts, path);
  const after = before.replace(new RegExp(`(<c r="${at}"[^>]*><v>)[^<]*`), `$1${value}`);
  if (after === before) throw new Error(`${sheet}!${at} is no number to change.`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

export function sheetNames(parts: Record<string, Uint8Array>): string[] {
  return [...part(parts, "xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, name = ""]) => unescaped(name));
}

function sheetPath(place: number): string {
  return `xl/worksheets/sheet${place + 1}.xml`;
}

function part(parts: Record<string, Uint8Array>, path: string): string {
  const bytes = parts[path];
  if (!bytes) throw new Error(`There is no ${path} in the workbook.`);
  return strFromU8(bytes);
}

function cellsIn(xml: string, shared: readonly string[], quoted: readonly boolean[]): [string, ReadCell][] {
  return [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, at = "", attributes = "", inner = ""]) => {
    const [, stored = ""] = /<v>(.*?)<\/v>/s.exec(inner) ?? [];
    const [, formula] = /<f>(.*?)<\/f>/s.exec(inner) ?? [];
    const isText = attributes.includes('t="s"');
    const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0);
    return [at, { value: isText ? (shared[Number(stored)] ?? "") : unescaped(stored), formula: formula === undefined ? null : unescaped(formula), isText, isQuoted: quoted[style] ?? false }];
  });
}

function unescaped(xml: string): string {
  const words = xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return words.replaceAll(/_x([0-9A-F]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
