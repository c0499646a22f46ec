// One of Xero's budgets as it was read, kept with the lines of the months that were asked for. Written only where it says something else than before.
import type { Transaction } from "#db/index.ts";
import { insertBudget, type NewLine, replaceBudget, updateBudget, xeroBudgets } from "#lib/budgets/queries.ts";
import { contentHash } from "#lib/sync/content-hash.ts";
import { type AccountFinder, accountFinder } from "#lib/sync/settings-queries.ts";
import type { Months, XeroBudget } from "#lib/sync/sync-budgets.ts";
import { remark } from "#lib/xero/remarks.ts";

/** How many budgets were written: one or none. */
export async function saveBudget(tx: Transaction, said: XeroBudget, months: Months): Promise<number> {
  const { UpdatedDateUTC: xeroUpdatedAt, ...content } = said;
  const lines = linesOf(said, await accountFinder(tx));
  const isWhole = lines.length === said.BudgetLines.flatMap((line) => line.BudgetBalances).length;
  if (!isWhole) remark(`The budget ${nameOf(said)} has figures of accounts that the chart does not have yet, or several for one month. They are left out and asked for again.`);
  const facts = { name: nameOf(said), type: said.Type, tracking: trackingOf(said), xeroUpdatedAt, readFrom: isWhole ? months.first : null, contentHash: contentHash({ content, months, isWhole }) };
  const before = (await xeroBudgets(tx)).find(({ xeroId }) => xeroId === said.BudgetID);
  if (!before) await insertBudget(tx, { ...facts, source: "xero", xeroId: said.BudgetID }, lines);
  else if (before.contentHash !== facts.contentHash) await replaceBudget(tx, before.id, facts, months, lines);
  else return touched(tx, before, xeroUpdatedAt);
  return 1;
}

/** Changed in Xero and back again: only the time of it is new. */
async function touched(tx: Transaction, before: { id: string; xeroUpdatedAt: Date | null }, xeroUpdatedAt: Date | null): Promise<number> {
  if (before.xeroUpdatedAt?.getTime() !== xeroUpdatedAt?.getTime()) await updateBudget(tx, before.id, { xeroUpdatedAt });
  return 0;
}

function nameOf({ Description, BudgetID }: XeroBudget): string {
  return Description || BudgetID;
}

function trackingOf({ Tracking }: XeroBudget): string | null {
  const options = Tracking.flatMap(({ Name, Option }) => (Option ? [Name ? `${Name}: ${Option}` : Option] : []));
  return options.length === 0 ? null : options.join(", ").slice(0, 500);
}

/** Income and costs are both positive, as Xero's budget manager shows them. */
function linesOf({ BudgetLines }: XeroBudget, { accountOf }: AccountFinder): NewLine[] {
  const lines = BudgetLines.flatMap(({ AccountID, AccountCode, BudgetBalances }) => {
    const accountId = accountOf({ AccountID, Code: AccountCode });
    if (accountId === null) return [];
    return BudgetBalances.map(({ Period, Amount, UnitAmount, Notes }) => ({ accountId, month: Period, amount: Amount ?? UnitAmount ?? 0n, note: Notes, lineNumber: null }));
  });
  return [...new Map(lines.map((line) => [`${line.accountId} ${line.month}`, line])).values()];
}
