// Each kind of chart, drawn as the server draws it: what its drawing says, what stands in its table and what the chart that answers is given are
// the same figures.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Figures, figuresOf, type Plot } from "#components/charts/chart.ts";
import { ChartCard } from "#components/charts/chart-card.tsx";
import { answers, drawn, written } from "#components/charts/figures-for-drawing.ts";
import { heightOf } from "#components/charts/geometry.ts";
import { Leads } from "#components/charts/leads.tsx";
import { extentOf, levelsOf, marksOf } from "#components/charts/marks.ts";

const places = ["Aug 2026", "Sep 2026", "Oct 2026"].map((label) => ({ id: label, label, short: label.slice(0, 3), narrow: label.slice(0, 1) }));
const income = { label: "Income", look: "strong", values: ["100.5", "-20", null], cells: ["a|1", "b", "c"] } as const;
const costs = { label: "Costs", look: "plain", values: ["40", "-10.25", "99999999999999.9999"] } as const;
const profit = { label: "Profit", look: "plain", values: ["120", "-20.5", "99.5"] } as const;
const minimum = { label: "Minimum", value: "50" };

const kinds: Record<string, Plot> = {
  columns: { places, columns: [income, costs] },
  "columns with a line": { places, columns: [income, costs], lines: [profit] },
  stacked: { places, arrangement: "stacked", columns: [income, costs] },
  waterfall: { places, arrangement: "waterfall", columns: [profit] },
  line: { places, lines: [income, { ...costs, dashed: true }], minimum, today: 1 },
  bullet: { places, columns: [profit], target: { label: "Budget", values: ["90", null, "80"] }, ranges: [{ label: "Poor", values: ["60", "60", "60"] }, { label: "Good", values: ["130", "130", "130"] }] },
  "all zero": { places, columns: [{ ...income, values: ["0", "0.00", "-0"] }], lines: [{ ...profit, values: ["0", "0", "0"] }] },
  "one place": { places: places.slice(0, 1), lines: [{ ...profit, values: ["7"] }], columns: [{ ...income, values: ["-7"] }] },
};

test.each(Object.entries(kinds))("%s: the drawing, the table and the chart that answers say the same figures", (_, plot) => {
  const html = draw(plot);
  expect(columnsOf(html, plot)).toEqual(rounded(plot, columnFigures(plot)));
  expect(linesOf(html, plot)).toEqual(rounded(plot, (plot.lines ?? []).flatMap(({ values }) => values.map(drawn)).filter((value) => value !== null)));
  const body = html.match(/<tbody.*?<\/tbody>/s)?.[0] ?? "";
  expect(textsOf(body, "td")).toEqual(plot.places.flatMap((__, place) => figuresOf(plot).map(({ values }) => written(values[place] ?? null))));
  expect(textsOf(body, "th")).toEqual(plot.places.map(({ label }, place) => (place === plot.today ? `${label}, today` : label)));
  expect(answers(plot)).toEqual(plot.places.map(({ label }, place) => ({ label, figures: figuresOf(plot).map((one) => floating(one, place)) })));
});

test.each(Object.entries(kinds))("%s: nothing is drawn outside of its frame, or nowhere", (_, plot) => {
  const drawing = draw(plot).replaceAll(/<(table|span).*?<\/\1>/gs, "") + renderToStaticMarkup(createElement(Leads, { plot }));
  expect(drawing).not.toMatch(/NaN|Infinity|undefined/);
  const begun = [...drawing.matchAll(/[ML](-?[\d.e+-]+)[ ,](-?[\d.e+-]+)/g)].flatMap(([, x, y]) => [x, y]);
  const boxes = [...drawing.matchAll(/ (?:x|y|width|height)="(-?[\d.e+-]+)"/g)].map(([, edge]) => edge);
  for (const edge of [...begun, ...boxes]) {
    expect(Number(edge)).toBeGreaterThanOrEqual(-0.001);
    expect(Number(edge)).toBeLessThanOrEqual(100.001);
  }
});

test("columns stand beside each other in the middle of their place, as high as their amounts", () => {
  const two = { places: places.slice(0, 2), columns: [{ ...income, values: ["100", "25"] }, { ...costs, values: ["50", null] }] };
  const html = draw(two);
  // Of a hundred each place has fifty, and both columns a sixth of a hundred around its middle.
  expect(html).toContain('<path d="M16.667 0h8.333v100h-8.333zM66.667 75h8.333v25h-8.333z" class="fill-accent"');
  expect(html).toContain('<path d="M25 50h8.333v50h-8.333zM75 100h8.333v0h-8.333z" class="fill-control"');
});

test("stacked columns begin where those before them end, and what is negative goes down from zero", () => {
  const marks = marksOf({ places, arrangement: "stacked", columns: [income, { ...costs, values: ["40", "-10.25", "3"] }, { ...profit, values: ["-5", "2", "-1"] }] });
  const spans = marks.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)]);
  expect(spans).toEqual([[0, 100.5], [-20, 0], [0, 0], [100.5, 140.5], [-30.25, -20], [0, 3], [-5, 0], [0, 2], [-1, 0]]);
  expect(extentOf({ places, arrangement: "stacked", columns: [income, costs] })[0]).toBe(-30.25);
});

test("a waterfall goes from its first level by exact steps to its last, and a missing step leaves the rest undrawn", () => {
  const five = ["Then", "Income", "Costs", "Tax", "Now"].map((label) => ({ id: label, label, short: label, narrow: label }));
  const bridge = (values: (string | null)[]): Plot => ({ places: five, arrangement: "waterfall", columns: [{ ...profit, values }] });
  // 0.1 + 0.2 − 0.3 is not nothing in floating point.
  expect(levelsOf(bridge(["0.1", "0.2", "-0.3", "-5", "-5"]))).toEqual(["0.10", "0.30", "0.00", "-5.00", "-5.00"]);
  expect(marksOf(bridge(["10", "5", "-20", "1", "-4"])).map(({ from, to }) => [from, to])).toEqual([[0, 10], [10, 15], [15, -5], [-5, -4], [0, -4]]);
  expect(marksOf(bridge(["10", "5", "-20", "1", "-4"])).map(({ fill }) => fill)).toEqual(["fill-control", "fill-positive", "fill-critical", "fill-positive", "fill-control"]);
  expect(levelsOf(bridge(["10", null, "2", "1", "13"]))).toEqual(["10.00", null, null, null, "13.00"]);
});

test("what has no figure at all says so, without axes", () => {
  expect(draw({ places, columns: [{ ...income, values: [null, null, null] }] })).toContain("There is no figure to draw for this time.");
  expect(draw({ places: [], lines: [] })).not.toContain("<svg");
});

test("figures lead to their proof, in the table and where a pointer is over the drawing, and those without one lead nowhere", () => {
  const plot: Plot = { places, columns: [income], lines: [costs, { ...profit, cells: ["d", null, "f"] }], proofs: "/report?cell=" };
  const table = draw(plot);
  const over = renderToStaticMarkup(createElement(Leads, { plot }));
  expect(hrefsOf(over)).toEqual(["a%7C1", "b", "c", "d", "f"].map((cell) => `/report?cell=${cell}`));
  expect(hrefsOf(table).toSorted()).toEqual(["a%7C1", "b", "d", "f"].map((cell) => `/report?cell=${cell}`));
});

test("the minimum stands in the legend and beneath the table", () => {
  const html = draw({ places, lines: [profit], minimum });
  expect(html).toContain("Minimum: 50.00");
  expect(textsOf(html.match(/<tfoot.*?<\/tfoot>/s)?.[0] ?? "", "td")).toEqual([written("50")]);
});

function draw(plot: Plot): string {
  return renderToStaticMarkup(createElement(ChartCard, { title: "A chart", currency: "NZD", by: "month", ...plot }));
}

function textsOf(html: string, tag: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}[ >].*?</${tag}>`, "gs"))].map(([element]) => element.replaceAll(/<[^>]*>/g, ""));
}

function hrefsOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
}

/** How high each rectangle of the drawing is, in the unit of the figures. */
function columnsOf(html: string, plot: Plot): number[] {
  const filled = [...html.matchAll(/<path d="([^"]*)" class="fill-[^"]*"/g)].map(([, path = ""]) => path);
  const heights = filled.flatMap((path) => [...path.matchAll(/M\S+ \S+h\S+v([\d.]+)h/g)].map(([, height]) => Number(height)));
  const y = heightOf(plot);
  return rounded(plot, heights.map((height) => y.invert(100 - height) - y.invert(100)));
}

/** Behind columns are ranges, each as high as it is above the one before; columns that make steps are as high as their step. */
function columnFigures({ columns = [], ranges = [] }: Plot): number[] {
  const bands = ranges.flatMap(({ values }, order) => values.map((value, place) => Number(value) - Number(ranges[order - 1]?.values[place] ?? 0)));
  return [...bands, ...columns.flatMap(({ values }) => values.map((value) => Math.abs(Number(value ?? 0))))];
}

/** The amounts that the points of the lines stand at. */
function linesOf(html: string, plot: Plot): number[] {
  const looks = [...html.matchAll(/<path d="([^"]*)" fill="none" class="stroke-(?!surface)[^"]*"/g)].map(([, path = ""]) => path);
  return rounded(plot, looks.flatMap((path) => [...path.matchAll(/[ML][^,]+,(-?[\d.e+-]+)/g)].map(([, y]) => heightOf(plot).invert(Number(y)))));
}

/** To a ten-thousandth of the drawing's height: less than a pixel. */
function rounded(plot: Plot, amounts: readonly number[]): number[] {
  const [least, most] = extentOf(plot);
  const pixel = (most - least || 1) / 5_000;
  return amounts.map((amount) => Math.round(amount / pixel) + 0);
}

function floating({ values }: Figures, place: number): number | null {
  const value = values[place] ?? null;
  return value === null ? null : Number(value);
}
