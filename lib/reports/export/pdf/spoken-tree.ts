// The tree of what is read aloud, which grows while pages are drawn: an element is open until something is drawn that is not within it.
import type { Placed, Tag } from "#lib/reports/export/pdf/paper.ts";

type Document = PDFKit.PDFDocument;
type Element = ReturnType<Document["struct"]>;

/** `elementFor` the last of a path, with the lines that are drawn in it next. */
export type SpokenTree = { elementFor: (path: readonly Tag[], lines: readonly Placed[]) => Element; end: () => void };

export function openTree(document: Document): SpokenTree {
  const root = document.struct("Document");
  document.addStructure(root);
  const open: { id: string; element: Element }[] = [];

  function close(kept: number): void {
    for (const { element } of open.splice(kept).reverse()) element.end();
  }

  return {
    elementFor(path, lines) {
      const parted = open.findIndex(({ id }, depth) => id !== path[depth]?.id);
      if (parted !== -1) close(parted);
      for (const tag of path.slice(open.length)) {
        const element = document.struct(tag.name, { ...(tag.scope ? { scope: tag.scope } : {}), ...saidInstead(tag, lines) });
        (open.at(-1)?.element ?? root).add(element);
        open.push({ id: tag.id, element });
      }
      return open.at(-1)?.element ?? root;
    },
    end() {
      close(0);
      root.end();
    },
  };
}

/** A cell is drawn in one piece; a paragraph may go on, and says it line by line. */
function saidInstead({ name }: Tag, lines: readonly Placed[]): { actual?: string } {
  if ((name !== "TH" && name !== "TD") || lines.every(({ says }) => says === null)) return {};
  return { actual: lines.map(({ says, runs, joint }) => (says ?? runs.map(({ text }) => text).join("")) + joint).join("").trimEnd() };
}
