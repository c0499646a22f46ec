import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFormula } from "#lib/formula/parse.ts";
import { namesIn } from "#lib/formula/expression.ts";
import { kpiSchema, type KpiGroup } from "#lib/kpis/definition.ts";
import { definitionFaults } from "#lib/kpis/definition-faults.ts";
import { agedColumns } from "#lib/reports/aged/buckets.ts";
import { definitions } from "#lib/kpis/definitions.ts";

const kpis = definitions.groups.flatMap((group) => group.kpis);
const kpi = (more: object) => kpiSchema.parse({ id: "margin", label: "Margin", unit: "percent", formula: "netProfit / revenue", good: "up", meaning: "A margin.", source: "1.8", ...more });
const groupOf = (...some: KpiGroup["kpis"]) => ({ id: "group", label: "A group", kpis: some });

test("every definition can be read, names measures there are, and stands once", () => {
  expect(definitionFaults(definitions)).toEqual([]);
  expect(kpis.length).toBeGreaterThanOrEqual(16);
});

test("every file of definitions is among them", () => {
  const files = readdirSync(new URL("./definitions", import.meta.url)).filter((name) => name.endsWith(".json"));
  expect(files).toHaveLength(definitions.groups.length + 1);
});

test("every measure is named by some formula or drawn by the dashboard", () => {
  const named = new Set(kpis.flatMap(({ formula, variants }) => [formula, ...variants.map((variant) => variant.formula)]).flatMap((text) => namesIn(parseFormula(text))));
  const drawn = ["income", "costs", "otherIncome", "fx", "prepayments", "inventoryAccounts", "monthsOfBooks"];
  expect(definitions.measures.filter(({ kind }) => kind !== "aged").map(({ id }) => id).filter((id) => !named.has(id) && !drawn.includes(id))).toEqual([]);
});

test("each bucket of the aged reports is measured, of receivables and of payables", () => {
  const buckets = agedColumns({ buckets: "days", asAt: "2026-10-31" }).filter(({ kind }) => kind === "bucket").map(({ id }) => id);
  const measured = definitions.measures.flatMap((measure) => (measure.kind === "aged" ? [`${measure.side} ${measure.bucket}`] : []));
  expect(measured).toEqual([...buckets.map((bucket) => `receivables ${bucket}`), ...buckets.map((bucket) => `payables ${bucket}`)]);
});

test("a name nobody measures is a fault that points at its character", () => {
  const faults = definitionFaults({ ...definitions, groups: [groupOf(kpi({ formula: "netProfit / turnover" }))] });
  expect(faults).toEqual(['margin: At character 13: "turnover" is no measure.\nnetProfit / turnover\n            ^']);
});

test("conditions and variants are read like formulas, and ids may not be used twice", () => {
  const broken = kpi({ notMeaningful: [{ when: "revenue", reason: "There is none." }], variants: [{ when: "days > 0", formula: "netProfit /" }] });
  const faults = definitionFaults({ ...definitions, groups: [groupOf(broken, kpi({}))] });
  expect(faults.map((fault) => fault.split("\n")[0])).toEqual(["margin: At character 8: a comparison was expected: <, <=, =, !=, >= or >.", "margin: At character 12: the formula ends too early.", "There are two of the key figure margin."]);
});

test.each([{ unit: "furlongs" }, { good: "sideways" }, { formula: undefined }, { colour: "red" }, { id: "Gross Margin" }])("a definition that says %j is refused", (wrong) => {
  expect(() => kpi(wrong)).toThrow();
});
