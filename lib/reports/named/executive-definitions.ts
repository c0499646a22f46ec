// The executive summary as data: which figures it has, by Xero's names, and which measures they rest on. Most of those are the dashboard's.
import { z } from "zod";
import { groupSchema, ledgerMeasureSchema } from "#lib/kpis/definition.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import file from "#lib/reports/named/executive-summary.json" with { type: "json" };
import { isPlain, type PlainMeasure } from "#lib/kpis/measure-figures.ts";

const { id, label } = ledgerMeasureSchema.shape;

/** What neither the balances nor the calendar say. */
const bankSide = z.strictObject({ id, label, kind: z.literal("bankSide"), side: z.enum(["debit", "credit"]) });
const invoices = z.strictObject({ id, label, kind: z.literal("invoices"), shows: z.enum(["count", "amount"]) });

const read = z
  .strictObject({ reused: z.array(id), measures: z.array(z.discriminatedUnion("kind", [ledgerMeasureSchema, bankSide, invoices])), groups: z.array(groupSchema) })
  .parse(file);

export type ExecutiveMeasure = PlainMeasure | z.output<typeof bankSide> | z.output<typeof invoices>;

const reused = definitions.measures.filter(isPlain).filter((measure) => read.reused.includes(measure.id));
const own: readonly ExecutiveMeasure[] = read.measures;

export const executiveDefinitions = { groups: read.groups, measures: [...reused, ...own] };
