// What was asked of a report under one of Xero's names, with every default filled in.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { daySchema } from "#lib/reports/values.ts";

const trialBalance = z.strictObject({ layout: z.literal("trialBalance"), asAt: daySchema, basis: z.enum(bases) });
const days = { from: daySchema, to: daySchema };
const bankSummary = z.strictObject({ layout: z.literal("bankSummary"), ...days });
/** A month, up to one of its days. */
const executiveSummary = z.strictObject({ layout: z.literal("executiveSummary"), ...days });
const taxSummary = z.strictObject({ layout: z.literal("taxSummary"), ...days, basis: z.enum(bases) });
/** Of all accounts, or of one. */
const generalLedger = z.strictObject({ layout: z.literal("generalLedger"), ...days, basis: z.enum(bases), accountId: z.uuid().optional() });
/** Units of the currency for one of the books', as Xero states rates. */
export const statedRateSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, "A currency is written in three capitals, as USD."),
  rate: z.string().regex(/^(?=.*[1-9])\d{1,9}(\.\d{1,10})?$/, "A rate is a number above 0 with at most ten decimals: units of the currency for one of the books'."),
});
const fxExposure = z.strictObject({ layout: z.literal("fxExposure"), ...days, rates: z.array(statedRateSchema) });
const dataQuality = z.strictObject({ layout: z.literal("dataQuality"), ...days });

export const namedParametersSchema = z.discriminatedUnion("layout", [trialBalance, bankSummary, executiveSummary, taxSummary, generalLedger, fxExposure, dataQuality]);

export type NamedParameters = z.output<typeof namedParametersSchema>;
export type TrialBalanceParameters = z.output<typeof trialBalance>;
export type BankSummaryParameters = z.output<typeof bankSummary>;
export type ExecutiveSummaryParameters = z.output<typeof executiveSummary>;
export type TaxSummaryParameters = z.output<typeof taxSummary>;
export type GeneralLedgerParameters = z.output<typeof generalLedger>;
export type FxExposureParameters = z.output<typeof fxExposure>;
export type StatedRate = z.output<typeof statedRateSchema>;
export type DataQualityParameters = z.output<typeof dataQuality>;
