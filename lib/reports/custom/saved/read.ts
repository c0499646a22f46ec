// Custom reports that are written down: a list of them, and one, over the organisations whose reports the caller may read.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { formTypeOf } from "#lib/reports/custom/saved/in-forms.ts";
import { savedDefinitionSchema, toSavedDefinition } from "#lib/reports/custom/saved/definition.ts";
import { exampleDefinition } from "#lib/reports/custom/saved/examples.ts";
import { definitionNames, findDefinition, findDefinitions } from "#lib/reports/custom/saved/queries.ts";
import { many, type Scope } from "#lib/scope.ts";

export const listReportDefinitions = operation({
  name: "reportDefinitions.list",
  describe: "Custom reports that are written down, by name. Make one with POST /reports, type CUSTOM and its id as definitionId.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ data: z.array(savedDefinitionSchema) }),
  http: { method: "GET", path: "/report-definitions" },
  example: { input: {}, output: { data: [exampleDefinition] } },
  run: async (scopes) => ({ data: (await readMany(scopes, findDefinitions)).map(toSavedDefinition) }),
});

export const getReportDefinition = operation({
  name: "reportDefinitions.get",
  describe: "A custom report that is written down, with its rows.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: savedDefinitionSchema,
  http: { method: "GET", path: "/report-definitions/{id}" },
  example: { input: { id: exampleDefinition.id }, output: exampleDefinition },
  run: async (scopes, { id }) => toSavedDefinition((await readMany(scopes, (q) => findDefinition(q, id))) ?? refuse("notFound", "There is no such report, or it is not yours.")),
});

/** As a form offers them among the types of report. */
export async function definitionChoices(scope: Scope): Promise<{ value: string; label: string }[]> {
  return (await read(scope, definitionNames)).map(({ id, name }) => ({ value: formTypeOf(id), label: name }));
}
