// WCAG 2.2: 4.5 to 1 for text (1.4.3), 3 to 1 for the edge of a control and the mark of focus (1.4.11).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const grounds = ["canvas", "surface", "sunken"];
const text = [
  ...["ink", "muted", "accent", "accent-strong", "positive", "warning", "critical", "info"].flatMap((colour) => grounds.map((ground) => [colour, ground] as const)),
  ...["accent", "positive", "warning", "critical", "info"].flatMap((colour) => [[colour, `${colour}-soft`] as const, ["ink", `${colour}-soft`] as const]),
  ["accent-strong", "accent-soft"] as const,
  ["on-accent", "accent"] as const,
  ["on-accent", "accent-strong"] as const,
];
const edges = ["control", "focus", "accent"].flatMap((colour) => ["canvas", "surface"].map((ground) => [colour, ground] as const));

test.each(["light", "dark"] as const)("text can be read on every ground it stands on, in the %s theme", (theme) => {
  expect(text.filter(([colour, ground]) => !(contrast(theme, colour, ground) >= 4.5))).toEqual([]);
});

test.each(["light", "dark"] as const)("controls and focus can be told from their ground, in the %s theme", (theme) => {
  expect(edges.filter(([colour, ground]) => !(contrast(theme, colour, ground) >= 3))).toEqual([]);
});

test("the colours were found", () => {
  expect(tokens().size).toBeGreaterThan(15);
});

function contrast(theme: "light" | "dark", colour: string, ground: string): number {
  const [brighter = 0, darker = 0] = [luminance(tokens().get(colour)?.[theme]), luminance(tokens().get(ground)?.[theme])].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

function tokens() {
  const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));
}

function luminance(hex = ""): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => linear(Number.parseInt(hex.slice(start, start + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
