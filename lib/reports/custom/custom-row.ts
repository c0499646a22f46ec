// A row of a custom report as somebody writes it: accounts chosen by what they are, a key figure, or a formula over other rows.
import { z } from "zod";
import { ledgerMeasureSchema, notMeaningfulSchema } from "#lib/kpis/definition.ts";
import { units } from "#lib/reports/unit.ts";

const { id, of, sign, accounts, monthsBack, months } = ledgerMeasureSchema.shape;
const label = z.string().min(1, "Give the row a label.").max(300, "A label has 300 characters at most.");
const keyFigure = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "Choose a key figure.");

export const customRowSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("heading"), label }),
  /** With `each`, every account that has an amount stands by itself, and the row is their sum. */
  z.strictObject({ kind: z.literal("accounts"), id, label, of: of.default("movement"), sign, accounts, each: z.boolean().default(false), monthsBack, months }),
  /** By its id among the key figures; its label is theirs. */
  z.strictObject({ kind: z.literal("kpi"), id: keyFigure }),
  /** Over ids of rows of this report, and names of measures. A percentage is written as the share it is. */
  z.strictObject({ kind: z.literal("formula"), id, label, unit: z.enum(units), formula: z.string(), notMeaningful: notMeaningfulSchema }),
], { error: "A row is one of heading, accounts, kpi and formula." });
export type CustomRow = z.output<typeof customRowSchema>;
export type AccountsRow = Extract<CustomRow, { kind: "accounts" }>;
export type FormulaRow = Extract<CustomRow, { kind: "formula" }>;
