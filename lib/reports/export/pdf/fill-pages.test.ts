import { expect, test } from "vitest";
import { fillPages, type Strip, togetherOn } from "#lib/reports/export/pdf/fill-pages.ts";
import { footRoom, headRoom, margin } from "#lib/reports/export/pdf/paper.ts";

const perPage = 10;
const height = 20;
const size = { width: 400, height: 2 * margin + headRoom + footRoom + perPage * height };

const strip = (name: string, more: Partial<Strip> = {}): Strip => ({ height, above: 0, keeps: false, draw: (top) => [{ path: [{ name: "P", id: name }], lines: [{ runs: [], width: 0, says: null, joint: " ", x: 0, y: top }], rules: [] }], ...more });
const rows = (count: number) => Array.from({ length: count }, (_, place) => strip(`row ${place}`));
const pagesOf = (strips: readonly Strip[]) => fillPages(strips, size, () => []).map(({ pieces }) => pieces.map(({ path }) => path?.[0]?.id));

test("nothing is left out, doubled or put below the foot, whatever is kept together", () => {
  for (const count of [0, 1, 9, 10, 11, 12, 35]) {
    for (const every of [1, 2, 3, 7]) {
      const strips = rows(count).map((each, place) => ({ ...each, keeps: place % every !== 0 }));
      const pages = fillPages(strips, size, () => []);
      expect(pages.flatMap(({ pieces }) => pieces.map(({ path }) => path?.[0]?.id))).toEqual(strips.map((_, place) => `row ${place}`));
      for (const { lines } of pages.flatMap(({ pieces }) => pieces)) expect((lines[0]?.y ?? 0) + height).toBeLessThanOrEqual(size.height - margin - footRoom);
    }
  }
});

test("what is kept goes to the next page with what it is kept with", () => {
  const pages = pagesOf([...rows(10), strip("section", { keeps: true }), strip("its first row"), strip("its second row")]);
  expect(pages[1]).toEqual(["section", "its first row", "its second row"]);
});

test("heads stand again above a row that begins a page, and only there", () => {
  const heads = strip("heads");
  const pages = pagesOf([heads, ...rows(25).map((row) => ({ ...row, heads }))]);
  expect(pages.map((page) => page.filter((id) => id === "heads"))).toEqual(pages.map(() => ["heads"]));
  expect(pages.slice(1).map(([first]) => first)).toEqual(pages.slice(1).map(() => "heads"));
});

test("what fits on a page is not parted, and what does not is parted where it must be", () => {
  const small = togetherOn(perPage * height, rows(4));
  expect(pagesOf([...rows(8).map((_, place) => strip(`before ${place}`)), ...small])[1]).toEqual(["row 0", "row 1", "row 2", "row 3"]);
  expect(pagesOf(togetherOn(perPage * height, rows(30))).length).toBeGreaterThanOrEqual(3);
});
