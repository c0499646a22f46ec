// A line of the log that FIGURES_LOG names: how many cells of a report were compared with figures known from elsewhere, and what had been settled in them on
// cash basis; or a combination of choices that can be asked for.
import { z } from "zod";

/** `choices` are of the fields that have some, but for basis and comparison. */
const combination = z.strictObject({ report: z.string(), basis: z.string(), choices: z.string(), tracking: z.string(), comparison: z.string() });

export const figuresLine = z.union([z.strictObject({ compared: combination, cells: z.int(), settled: z.array(z.string()) }), z.strictObject({ possible: combination })]);

export type Combination = z.output<typeof combination>;
export type FiguresLine = z.output<typeof figuresLine>;
