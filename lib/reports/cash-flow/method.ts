/** Indirect, from the profit and what it does not say of cash; direct, from what was received and paid. */
export const methods = ["indirect", "direct"] as const;
export type Method = (typeof methods)[number];
