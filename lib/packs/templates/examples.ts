// The template of the API reference.
import type { z } from "zod";
import type { templateSchema } from "#lib/packs/templates/template.ts";

export const exampleTemplate: z.input<typeof templateSchema> = {
  id: "01990000-0000-7000-8000-000000000b01",
  name: "Owner's pack",
  cover: "Prepared for the owners of the company.",
  choices: [
    { type: "PROFIT_LOSS", period: "month", parameters: { columns: "total" } },
    { type: "BALANCE_SHEET", period: "month", parameters: { columns: "total", compare: "previousYear" } },
  ],
  createdAt: "2026-11-20T21:05:00.000Z",
  updatedAt: "2026-11-20T21:05:00.000Z",
};
