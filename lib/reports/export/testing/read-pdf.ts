// A PDF read back by another library than the one that wrote it: what is drawn where, under which tags, page by page.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { StructTreeNode, TextContent } from "pdfjs-dist/types/src/display/api.js";

/** Of a text, from its left end on the baseline, counted from the lower left corner. `tags` from the outermost in; empty for what only decorates. */
export type Drawn = { text: string; x: number; y: number; width: number; size: number; tags: readonly string[]; element: string };
/** The tags around a row of a table and its own, and those of its cells, empty ones too. */
export type ReadRow = { tags: readonly string[]; cells: readonly string[] };
export type ReadPage = { width: number; height: number; drawn: readonly Drawn[]; rows: readonly ReadRow[] };
export type ReadPdf = { title: string; language: string; pages: readonly ReadPage[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const tags = new Map<string, readonly string[]>();
    const tree = await page.getStructTree();
    if (tree) tagsWithin(tree, [], tags);
    pages.push({ width, height, drawn: drawnOn(await page.getTextContent({ includeMarkedContent: true }), tags), rows: tree ? rowsWithin(tree, []) : [] });
  }
  const { info } = await document.getMetadata();
  return { title: String(Reflect.get(info, "Title")), language: String(Reflect.get(info, "Language")), pages };
}

/** "P" → the tags around it, by the id of its content. */
function tagsWithin(node: StructTreeNode, around: readonly string[], found: Map<string, readonly string[]>): void {
  const tags = node.role === "Root" ? around : [...around, node.role];
  for (const child of node.children) {
    if ("role" in child) tagsWithin(child, tags, found);
    else if (child.type === "content") found.set(child.id, tags);
  }
}

function rowsWithin(node: StructTreeNode, around: readonly string[]): ReadRow[] {
  const tags = [...around, node.role];
  const children = node.children.filter((child) => "role" in child);
  return node.role === "TR" ? [{ tags, cells: children.map(({ role }) => role) }] : children.flatMap((child) => rowsWithin(child, tags));
}

function drawnOn({ items }: TextContent, tags: ReadonlyMap<string, readonly string[]>): Drawn[] {
  const open: string[] = [];
  const drawn: Drawn[] = [];
  for (const item of items) {
    if ("str" in item) {
      const element = open.findLast((id) => tags.has(id)) ?? "";
      const [, , , size = 0, x = 0, y = 0] = item.transform;
      if (item.str !== "") drawn.push({ text: item.str, x, y, width: item.width, size, tags: tags.get(element) ?? [], element });
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? "");
  }
  return drawn;
}

/** The texts of one element together, in the order in which they were drawn. */
export function elementsOf(page: ReadPage): { tags: readonly string[]; text: string }[] {
  const together = Map.groupBy(page.drawn.filter(({ element }) => element !== ""), ({ element }) => element);
  return [...together.values()].map((texts) => ({ tags: texts[0]?.tags ?? [], text: texts.map(({ text }) => text).join("").trim() }));
}
