// Tracking: the categories by which somebody sees their books, each with its options. A line carries one option of a category at most, and of several
// categories one each; what carries none of a category is unassigned there.
import { z } from "zod";

/** Stands for the option of lines that carry none of a category. */
export const unassigned = "unassigned";
export const trackedOption = z.union([z.uuid(), z.literal(unassigned)], { error: `This is neither the id of a tracking option nor "${unassigned}".` });

/** `status` is Xero's word as it came: ACTIVE, ARCHIVED. */
const optionSchema = z.strictObject({ id: z.uuid(), xeroId: z.string(), name: z.string(), status: z.string() });
export const categorySchema = z.strictObject({ ...optionSchema.shape, tenantId: z.uuid(), options: z.array(optionSchema) }).meta({ id: "TrackingCategory" });

export type TrackingCategory = z.output<typeof categorySchema>;
