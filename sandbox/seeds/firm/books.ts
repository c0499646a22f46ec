// The documents of a firm: month after month of trade, and the bank account between them.

import { type Documents, monthsUpTo, together } from "../written.ts";
import type { Day } from "../../exact/day.ts";
import { bankOf, taxReturns } from "./bank.ts";
import type { Firm } from "./firm.ts";
import { tradeOf } from "./trade.ts";

// `taxman` is who is paid the tax of a quarter; null where there is none.
export function documentsOf(firm: Firm, today: Day, count: number, taxman: string | null): Documents {
  const months = monthsUpTo(today, count);
  const documents = together(months.flatMap((month) => [tradeOf(firm, month), bankOf(firm, month)]));
  return taxman === null ? documents : together([documents, taxReturns(firm, taxman, documents, months)]);
}
