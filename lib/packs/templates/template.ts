// A template of packs: which reports, in which order, with which words on the cover. It is of the person who made it, who can use it for each of
// their organisations.
import { z } from "zod";
import { askedChoiceSchema, choiceSchema } from "#lib/packs/choice.ts";
import { coverSchema } from "#lib/packs/words.ts";
import type { TemplateRow } from "#lib/packs/templates/queries.ts";
import { wireInstant } from "#lib/wire-values.ts";

export const mostReports = 20;

/** What its owner says of it. */
export const templateWishes = {
  name: z.string().trim().min(1, "Give the template a name.").max(100, "The name of a template may have 100 characters at most."),
  cover: coverSchema.default(""),
  choices: z.array(askedChoiceSchema).min(1, "A pack needs a report.").max(mostReports, `A pack can have ${mostReports} reports at most.`),
};

export const templateSchema = z.strictObject({ id: z.uuid(), name: z.string(), cover: z.string(), choices: z.array(choiceSchema), createdAt: wireInstant, updatedAt: wireInstant }).meta({ id: "PackTemplate" });
export type Template = z.output<typeof templateSchema>;

/** What a pack is made from. */
export type Drawing = Pick<Template, "name" | "cover" | "choices">;

export function toTemplate({ id, name, cover, choices, createdAt, updatedAt }: TemplateRow): Template {
  return { id, name, cover, choices: z.array(choiceSchema).parse(choices), createdAt, updatedAt };
}

/** What a pack is made from where nobody chose a template: what most month ends need. */
export const usualTemplate: Drawing = {
  name: "Month end",
  cover: "",
  choices: [
    { type: "PROFIT_LOSS", period: "month", parameters: { columns: "total", compare: "previousPeriod" } },
    { type: "PROFIT_LOSS", period: "yearToDate", parameters: { columns: "total", compare: "previousYear" } },
    { type: "BALANCE_SHEET", period: "month", parameters: { columns: "total", compare: "previousYear" } },
    { type: "CASH_FLOW", period: "yearToDate", parameters: { columns: "total" } },
    { type: "AGED_RECEIVABLES", period: "month", parameters: {} },
    { type: "AGED_PAYABLES", period: "month", parameters: {} },
    { type: "CUSTOM", period: "month", parameters: { layout: "executiveSummary" } },
  ],
};
