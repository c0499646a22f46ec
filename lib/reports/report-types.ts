// The types of report that can be made, and what is printed on top of each.
import { z } from "zod";

export const statementTypes = ["PROFIT_LOSS", "BALANCE_SHEET"] as const;
export type StatementType = (typeof statementTypes)[number];

export const agedTypes = ["AGED_RECEIVABLES", "AGED_PAYABLES"] as const;
export type AgedType = (typeof agedTypes)[number];

export const makeableTypes = [...statementTypes, ...agedTypes] as const;
export type MakeableType = (typeof makeableTypes)[number];

export const titles: Record<MakeableType, string> = {
  PROFIT_LOSS: "Profit and Loss",
  BALANCE_SHEET: "Balance Sheet",
  AGED_RECEIVABLES: "Aged Receivables",
  AGED_PAYABLES: "Aged Payables",
};

export const typeSchema = z.enum(makeableTypes, { error: `This kind of report cannot be made yet. Ask for ${makeableTypes.slice(0, -1).join(", ")} or ${makeableTypes.at(-1)}.` });
