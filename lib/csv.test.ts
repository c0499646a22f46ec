import { expect, test } from "vitest";
import { csvLine } from "#lib/csv.ts";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "=HYPERLINK(\"http://evil.example\")"])("the text %j is no formula any more", (text) => {
  expect(csvLine([text])).toMatch(/^"?'/);
});

test("a number keeps its sign, nothing is nothing, and ordinary text stays as it is", () => {
  expect(csvLine([-5, null, "a - b = c", "Hāpuku"])).toBe("-5,,a - b = c,Hāpuku\r\n");
});

test("commas, quotes and line ends stay within their cell", () => {
  expect(csvLine(["a,b", 'say "x"', "two\nlines", "'=quoted"])).toBe(`"a,b","say ""x""","two\nlines",'=quoted\r\n`);
});
