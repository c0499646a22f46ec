// The definitions, read and checked once: every measure and every key figure there is. A file that says something else than it may stops
// the process that reads it, with the file's own fault.
import { z } from "zod";
import customers from "#lib/kpis/definitions/customers.json" with { type: "json" };
import growth from "#lib/kpis/definitions/growth.json" with { type: "json" };
import liquidity from "#lib/kpis/definitions/liquidity.json" with { type: "json" };
import measureList from "#lib/kpis/definitions/measures.json" with { type: "json" };
import profitability from "#lib/kpis/definitions/profitability.json" with { type: "json" };
import quality from "#lib/kpis/definitions/quality.json" with { type: "json" };
import solvency from "#lib/kpis/definitions/solvency.json" with { type: "json" };
import workingCapital from "#lib/kpis/definitions/working-capital.json" with { type: "json" };
import { groupSchema, type Kpi, type KpiGroup, type Measure, measureSchema } from "#lib/kpis/definition.ts";

export type Definitions = { groups: readonly KpiGroup[]; measures: readonly Measure[] };

export const definitions: Definitions = {
  groups: z.array(groupSchema).parse([profitability, liquidity, workingCapital, customers, solvency, growth, quality]),
  measures: z.array(measureSchema).parse(measureList),
};

export const kpisById: ReadonlyMap<string, Kpi> = new Map(definitions.groups.flatMap(({ kpis }) => kpis.map((kpi) => [kpi.id, kpi] as const)));
