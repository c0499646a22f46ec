// The custom report of the API reference.
import type { z } from "zod";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import type { savedDefinitionSchema } from "#lib/reports/custom/saved/definition.ts";

export const exampleRows = [
  { kind: "accounts" as const, id: "income", label: "Income", sign: -1 as const, accounts: [{ sections: ["tradingIncome" as const] }], each: true },
  { kind: "accounts" as const, id: "costs", label: "Cost of sales", sign: 1 as const, accounts: [{ sections: ["costOfSales" as const] }], each: true },
  { kind: "formula" as const, id: "left", label: "What is left", unit: "money" as const, formula: "income - costs" },
  { kind: "kpi" as const, id: "grossMarginPercent" },
];

export const exampleDefinition: z.input<typeof savedDefinitionSchema> = {
  id: "01990000-0000-7000-8000-0000000000df",
  tenantId: exampleOrganisation.id,
  name: "What the workshop leaves",
  rows: exampleRows,
  savedBy: "Aroha Ngata",
  createdAt: "2026-11-21T07:20:00.000Z",
  updatedAt: "2026-11-21T07:20:00.000Z",
};
