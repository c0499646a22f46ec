// What was asked of a report under one of Xero's names, with every default filled in.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { daySchema } from "#lib/reports/values.ts";

const trialBalance = z.strictObject({ layout: z.literal("trialBalance"), asAt: daySchema, basis: z.enum(bases) });

export const namedParametersSchema = z.discriminatedUnion("layout", [trialBalance]);

export type NamedParameters = z.output<typeof namedParametersSchema>;
export type TrialBalanceParameters = z.output<typeof trialBalance>;
