// A table of figures as strips, a row each: labels on the left, figures at the right of their columns, rules over sums and two under the last.
import { beside, closing, dress, type Fit, fitColumns, gutter, headSize, indent, type Part, setFigure } from "#lib/reports/export/pdf/fit-columns.ts";
import type { Head, Look, Table, TableRow } from "#lib/reports/export/pdf/content.ts";
import { repeated, type Strip, togetherOn } from "#lib/reports/export/pdf/fill-pages.ts";
import { margin, type Piece, type Placed, type Rule, type Tag } from "#lib/reports/export/pdf/paper.ts";
import type { Words } from "#lib/reports/export/pdf/set-text.ts";
import { baseline, type Measure, paragraph, underEachOther, headingStyle } from "#lib/reports/export/pdf/text-strips.ts";

const leading = 1.3;
const padding = 1.5;
const aboveSection = 6;

type Place = { measure: Measure; fit: Fit; part: Part; id: string };

/** `title` is that of the report where the table has none, for the parts that go on beside the first. */
export function tableStrips(measure: Measure, table: Table, title: string, id: string): Strip[] {
  const fit = fitColumns(table, measure.width, measure.setter);
  return fit.parts.flatMap((part, place) => {
    const of = { measure, fit, part, id: `${id}.${place}` };
    const heading = headingOf(table, title, part, place);
    const above = heading === null ? [] : paragraph(measure, heading, headingStyle, [{ name: "H2", id: `${of.id}.title` }], { above: 16, keeps: true });
    const strips = [...above, ...partStrips(of, table)];
    return heading === null ? strips : togetherOn(measure.height, strips);
  });
}

function headingOf({ title, heads }: Table, reportTitle: string, { first, last }: Part, place: number): string | null {
  if (place === 0) return title;
  const columns = [heads[first]?.of, heads[last]?.of].filter((of) => of !== undefined);
  return `${title ?? reportTitle}, continued: ${[...new Set(columns)].join(" to ")}`;
}

function partStrips(place: Place, { rowsAre, heads, rows }: Table): Strip[] {
  const head = headStrip(place, rowsAre, heads.slice(place.part.first, place.part.last + 1));
  return [{ ...head, above: 8, keeps: rows.length > 0 }, ...rows.map((row, index) => ({ ...rowStrip(place, row, index), keeps: keepsWith(row, rows[index + 1]), heads: repeated(head) }))];
}

/** A section is not parted from its first row, nor a sum from the last of what it sums. */
function keepsWith({ look }: TableRow, next: TableRow | undefined): boolean {
  return next !== undefined && (look === "section" || ["subtotal", "total", "share"].includes(next.look));
}

function headStrip({ measure: { setter }, fit, part, id }: Place, rowsAre: string, heads: readonly Head[]): Strip {
  const size = headSize * fit.size;
  const path: Tag[] = [{ name: "Table", id }, { name: "THead", id: `${id}.head` }, { name: "TR", id: `${id}.heads` }];
  const gap = closing(setter, fit.size);
  const columns = heads.map(({ of, counts }, column) => {
    const width = (part.widths[column] ?? 0) - gutter - gap;
    return [...setter.linesOf([{ text: of, face: "bold", size, ink: "black" }], width), ...(counts === "" ? [] : setter.linesOf([{ text: counts, face: "regular", size, ink: "grey" }], width))];
  });
  const tallest = Math.max(1, ...columns.map((lines) => lines.length));
  const height = tallest * size * leading + 4;
  return {
    height: height + 2,
    above: 0,
    keeps: true,
    draw: (top) => [
      { path: [...path, { name: "TH", id: `${id}.heads.label`, scope: "Column" }], lines: placed(setter.linesOf([{ text: rowsAre, face: "regular", size, ink: "grey" }], part.labels), margin, top + (tallest - 1) * size * leading, size), rules: [] },
      ...columns.map((lines, column): Piece => ({
        path: [...path, { name: "TH", id: `${id}.heads.${column}`, scope: "Column" }],
        lines: placed(lines, 0, top + (tallest - lines.length) * size * leading, size).map((line) => ({ ...line, x: rightOf(part, column) - gap - line.width })),
        rules: [],
      })),
      { path: null, lines: [], rules: [{ x: margin, y: top + height, width: rightOf(part, part.widths.length - 1) - margin, weight: 0.75 }] },
    ],
  };
}

function rowStrip({ measure: { setter }, fit: { size }, part, id }: Place, row: TableRow, index: number): Strip {
  const { look, level, cells } = row;
  const path: Tag[] = [{ name: "Table", id }, { name: "TBody", id: `${id}.body` }, { name: "TR", id: `${id}.${index}` }];
  const x = margin + level * indent * size;
  const room = part.labels - level * indent * size;
  const labels = setter.linesOf(labelWords(row, size), room);
  const beneath = row.beneath === null ? [] : setter.linesOf([{ text: row.beneath, face: "regular", size: size * 0.85, ink: "grey" }], room);
  const height = (labels.length + beneath.length) * size * leading + 2 * padding + (look === "total" ? 3 : 0);
  const shown = cells.slice(part.first, part.last + 1);
  return {
    height,
    above: look === "section" ? aboveSection : 0,
    keeps: false,
    draw: (top) => [
      { path: [...path, { name: "TH", id: `${id}.${index}.label`, scope: "Row" }], lines: placed([...labels, ...beneath], x, top + padding, size), rules: [] },
      ...shown.map((cell, column): Piece => ({
        path: [...path, { name: "TD", id: `${id}.${index}.${column}` }],
        lines: cell ? figureLines(setFigure(cell, look, size, setter), rightOf(part, column), baseline(top + padding, size), size) : [],
        rules: rulesOf(look, part, column, top, height),
      })),
    ],
  };
}

function labelWords({ label, code, note, look }: TableRow, size: number): Words[] {
  const small = { face: "regular", size: size * 0.85, ink: "grey" } as const;
  return [{ text: label, size, ...dress(look) }, ...(code === null ? [] : [{ text: ` ${code}`, ...small }]), ...(note === null ? [] : [{ text: ` note ${note}`, ...small }])];
}

function placed(lines: Parameters<typeof underEachOther>[0], x: number, top: number, size: number): Placed[] {
  return underEachOther(lines, x, top, size, leading);
}

function figureLines({ figure, verdict, mark, behind }: ReturnType<typeof setFigure>, right: number, y: number, size: number): Placed[] {
  const x = right - behind - figure.width;
  return [
    ...(verdict ? [{ ...verdict, x: x - size * beside - verdict.width, y }] : []),
    { ...figure, x, y },
    ...(mark ? [{ ...mark, x: x + figure.width, y: y - size * 0.3 }] : []),
  ];
}

function rulesOf(look: Look, part: Part, column: number, top: number, height: number): Rule[] {
  if (look !== "subtotal" && look !== "total") return [];
  const width = (part.widths[column] ?? 0) - gutter;
  const x = rightOf(part, column) - width;
  const single = { x, y: top, width, weight: 0.5 };
  return look === "subtotal" ? [single] : [single, { ...single, y: top + height - 3 }, { ...single, y: top + height - 1.2 }];
}

function rightOf({ labels, widths }: Part, column: number): number {
  return margin + labels + widths.slice(0, column + 1).reduce((all, width) => all + width, 0);
}
