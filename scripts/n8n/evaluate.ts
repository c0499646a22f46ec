// For tests: a workflow of n8n, node by node, as far as its expressions go. n8n's own package evaluates them; what a node is given is what the test
// says that the node before it gave.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { z } from "zod";

const node = z.object({ id: z.string(), name: z.string(), type: z.string(), typeVersion: z.number(), position: z.array(z.number()), parameters: z.record(z.string(), z.unknown()) });
export const template = z.object({ name: z.string(), nodes: z.array(node), connections: z.record(z.string(), z.object({ main: z.array(z.array(z.object({ node: z.string(), type: z.literal("main"), index: z.literal(0) }))) })) });
export type Template = z.output<typeof template>;

/** `from` is the place of the item that it was made of, among those of the node before. */
export type Item = { json: unknown; from: number };
type Given = { items: readonly Item[]; before: string | null };

type Evaluator = { expression: { getParameterValue: (text: string, run: object, runIndex: 0, item: number, node: string, inputs: object[], mode: "manual", keys: object, execute: object) => unknown } };
const n8n = z.object({ Workflow: z.custom<new (workflow: object) => Evaluator>((value) => typeof value === "function") });

/** Gives what a text of a node comes to for one of the items that the node before gave. */
export function evaluator({ nodes, connections }: Template, given: Readonly<Record<string, Given>>) {
  const { Workflow } = n8n.parse(createRequire(resolve("integrations/n8n/package.json"))("n8n-workflow"));
  const nodeTypes = { getByNameAndVersion: () => ({ description: { properties: [], inputs: ["main"], outputs: ["main"] } }), getByName: () => undefined, getKnownTypes: () => ({}) };
  // It takes parameters away that a node's type does not declare, and our stand-ins declare none.
  const workflow = new Workflow({ id: "1", nodes: structuredClone(nodes), connections, active: false, nodeTypes });
  const runData = Object.fromEntries(Object.entries(given).map(([name, { items, before }]) => [name, [{ startTime: 0, executionTime: 0, executionIndex: 0, source: before ? [{ previousNode: before }] : [], data: { main: [inputsOf(items)] } }]]));
  return (name: string, text: string, item = 0): unknown => {
    const before = Object.keys(connections).find((from) => connections[from]?.main.flat().some(({ node: to }) => to === name)) ?? "";
    const inputs = inputsOf(given[before]?.items ?? []);
    const execute = { data: { main: [inputs] }, node: nodes.find((one) => one.name === name), source: { main: [{ previousNode: before }] } };
    return workflow.expression.getParameterValue(text, { version: 1, resultData: { runData } }, 0, item, name, inputs, "manual", {}, execute);
  };
}

function inputsOf(items: readonly Item[]): object[] {
  return items.map(({ json, from }) => ({ json, pairedItem: { item: from } }));
}
