// Xero's TrialBalance report as figures: per account the debit less credit, since the financial year began for profit-and-loss accounts
// and since ever for the others. Cells are text; an empty one is zero.
import { z } from "zod";
import { fail } from "#lib/failure.ts";
import { type Money, statedMoney } from "#lib/money.ts";

export type TrialBalanceRow = { accountXeroId: string; net: Money };

const attribute = z.object({ Id: z.string().nullish(), Value: z.string().nullish() });
const cell = z.object({ Value: z.string().nullish(), Attributes: z.array(attribute).nullish() });
const row = z.object({ RowType: z.string(), Cells: z.array(cell).nullish() });
const section = z.object({ RowType: z.string(), Rows: z.array(row).nullish() });
const answer = z.object({ Reports: z.array(z.object({ Rows: z.array(section) })).min(1) });

export function readTrialBalance(value: unknown): TrialBalanceRow[] {
  const read = answer.safeParse(value);
  if (!read.success) return fail("malformed", "Xero's trial balance cannot be read. Nothing of it was kept; the sync can be tried again.", { cause: read.error });
  const rows = read.data.Reports.flatMap((report) => report.Rows).flatMap((part) => part.Rows ?? []);
  return rows.flatMap(({ RowType, Cells }) => (RowType === "Row" ? rowOf(Cells ?? []) : []));
}

/** Account | Debit | Credit | YTD Debit | YTD Credit. A row without an account is a total, or Xero's own. */
function rowOf(cells: readonly z.output<typeof cell>[]): TrialBalanceRow[] {
  const [label, , , debit, credit] = cells;
  const accountXeroId = label?.Attributes?.find(({ Id }) => Id === "account")?.Value;
  return accountXeroId ? [{ accountXeroId, net: amountOf(debit) - amountOf(credit) }] : [];
}

function amountOf(given: z.output<typeof cell> | undefined): Money {
  if (!given?.Value) return 0n;
  try {
    return statedMoney(given.Value.replaceAll(",", ""));
  } catch (cause) {
    return fail("malformed", "Xero's trial balance holds a figure that cannot be read. Nothing of it was kept; the sync can be tried again.", { cause });
  }
}
