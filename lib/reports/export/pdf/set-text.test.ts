import { beforeAll, expect, test } from "vitest";
import { openSetter, type Setter, type Words } from "#lib/reports/export/pdf/set-text.ts";

const plain = (text: string): Words => ({ text, face: "regular", size: 10, ink: "black" });
let setter: Setter;
beforeAll(async () => {
  setter = await openSetter();
});

/** What stands where, from left to right, by the alphabet it is drawn with. */
const fromLeft = (text: string) => setter.lineOf(plain(text)).runs.map((run) => [run.text, run.font.replace(/-400-normal$/, "")]);

test("text from left to right is drawn as it is written, and says nothing else", () => {
  expect(setter.lineOf(plain("Rent (12)"))).toMatchObject({ runs: [{ text: "Rent (12)", font: "inter-latin-400-normal" }], says: null });
});

test("a Hebrew name begins at the right: its number stands to the left of it, and its parentheses are turned", () => {
  expect(fromLeft("שכר דירה (12)")).toEqual([
    ["(", "inter-latin"],
    ["12", "inter-latin"],
    [") ", "inter-latin"],
    ["דירה", "noto-sans-hebrew-hebrew"],
    [" ", "inter-latin"],
    ["שכר", "noto-sans-hebrew-hebrew"],
  ]);
});

test("a Hebrew word within an English name keeps its place in it", () => {
  expect(fromLeft("Rent שכר, north").map(([text]) => text)).toEqual(["Rent ", "שכר", ", north"]);
});

test("what turns round a Latin name turns its signs, and nothing behind the name", () => {
  expect(fromLeft("\u202eabc").map(([text]) => text)).toEqual(["cba"]);
  expect(setter.linesOf([plain("\u202eabc"), plain(" 200")], 500)[0]?.runs.map(({ text }) => text)).toEqual(["cba", " 200"]);
});

test("letters of several alphabets come from the fonts that have them, accents on their letters", () => {
  expect(fromLeft("Pōhā Ελλάδα Київ").map(([, font]) => font)).toEqual(expect.arrayContaining(["inter-latin", "inter-latin-ext", "inter-greek", "inter-cyrillic"]));
  expect(fromLeft("a\u0304")).toEqual([["ā", "inter-latin-ext"]]);
});

test("a sign that no font has is one substitute, however many characters it is of, and is said as it was", () => {
  const line = setter.lineOf(plain("Family 👨‍👩‍👧"));
  expect(line.runs.map(({ text }) => text).join("")).toBe("Family [?]");
  expect(line.says).toBe("Family 👨‍👩‍👧");
  expect([...setter.missing]).toContain("👨‍👩‍👧");
});

test("lines break between words, and within one only where it is wider than a line", () => {
  const words = setter.linesOf([plain("one two three")], setter.lineOf(plain("one two")).width + 1);
  expect(words.map(({ runs, joint }) => [runs.map(({ text }) => text).join(""), joint])).toEqual([["one two", " "], ["three", " "]]);
  const letters = setter.linesOf([plain("MMMMMM")], setter.lineOf(plain("MMMM")).width + 1);
  expect(letters.map(({ runs, joint }) => [runs.map(({ text }) => text).join(""), joint])).toEqual([["MMMM", ""], ["MM", " "]]);
});

test("halves of signs, line ends and text of nothing are set as a line", () => {
  expect(fromLeft("a\ud800\nb")[0]?.[0]).toContain("a");
  expect(setter.linesOf([plain("")], 100)).toEqual([{ runs: [], width: 0, says: null, joint: " " }]);
});
