// Xero's budgets: a list without lines, then each by itself. An answer holds twenty-four months at most, and three when nobody says which, so
// each is asked for last financial year and this one; what was read of years before stays. The list is looked at once a day, and only a budget
// that has changed, or of which other months are wanted by now, is read again. One that Xero no longer lists is removed. Where budgets may not
// be read, those that were stay, and the sync goes on and says so.
import type { z } from "zod";
import { type Query, read } from "#db/index.ts";
import { type BudgetRow, deleteUnlisted, xeroBudgets } from "#lib/budgets/queries.ts";
import { fail, failureOf } from "#lib/failure.ts";
import { saveBudget } from "#lib/sync/save-budget.ts";
import { addDays, addToMonth, firstDayOf, lastDayOf, type Month, monthOf, todayIn } from "#lib/day.ts";
import { yearStartOf } from "#lib/financial-year.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { type Cursor, findCursor } from "#lib/sync/cursor-queries.ts";
import { commitPage, type SyncContext } from "#lib/sync/sync-context.ts";
import { isSettled } from "#lib/sync/sync-object.ts";
import type { Ask } from "#lib/xero/client.ts";
import { budgets } from "#lib/xero/decode.ts";
import { takeRemarks } from "#lib/xero/remarks.ts";

export type XeroBudget = z.output<typeof budgets>[number];
export type Months = { first: Month; last: Month };

const scope = "accounting.budgets.read";
const notGranted = "Xero does not let this app read budgets, so none were fetched. Connect Xero again and allow them; everything else was synced.";
const mostMonths = 24;

/** `granted` are the scopes of the token in use. */
export async function syncBudgets(context: SyncContext, granted: string): Promise<void> {
  const { cursor, months, known } = await read(context.scope, async (q) => ({ cursor: await findCursor(q, "Budgets"), months: await monthsWanted(q), known: await xeroBudgets(q) }));
  if (isSettled(context, { cadence: "daily", soonerAfter: null }, cursor)) return;
  const listed = granted.split(" ").includes(scope) ? await ask(context, { path: "Budgets" }) : "notPermitted";
  if (typeof listed === "string") return void context.warnings.push(notGranted);
  const wanted = listed.filter((one) => context.mode === "full" || isOutdated(one, months, known));
  await keep(context, { page: 1, fetched: 0, isLast: wanted.length === 0 }, (tx) => deleteUnlisted(tx, listed.map(({ BudgetID }) => BudgetID)));
  for (const [index, { BudgetID, Description }] of wanted.entries()) {
    context.signal.throwIfAborted();
    const found = await ask(context, { path: `Budgets/${BudgetID}`, query: { DateFrom: firstDayOf(months.first), DateTo: lastDayOf(months.last) } });
    if (typeof found === "string") context.warnings.push(`Budgets: Xero lists “${Description ?? BudgetID}” but does not hand it out; it was left as it is.`);
    const one = typeof found === "string" ? undefined : found[0];
    await keep(context, { page: index + 2, fetched: one ? 1 : 0, isLast: index === wanted.length - 1 }, (tx) => (one ? saveBudget(tx, one, months) : Promise.resolve(0)));
    context.warnings.push(...takeRemarks().map((sentence) => `Budgets: ${sentence}`));
  }
}

/** The financial year before this one and this one, in whole months. */
async function monthsWanted(q: Query): Promise<Months> {
  const organisation = await findOrganisation(q);
  const yearEnd = { day: organisation?.financialYearEndDay ?? 31, month: organisation?.financialYearEndMonth ?? 12 };
  const lastYear = addDays(yearStartOf(todayIn(organisation?.timezone ?? "UTC"), yearEnd), -1);
  const first = monthOf(yearStartOf(lastYear, yearEnd));
  return { first, last: addToMonth(first, mostMonths - 1) };
}

function isOutdated({ BudgetID, UpdatedDateUTC }: XeroBudget, { first }: Months, known: readonly BudgetRow[]): boolean {
  const before = known.find(({ xeroId }) => xeroId === BudgetID);
  return before === undefined || before.readFrom !== first || UpdatedDateUTC === null || before.xeroUpdatedAt?.getTime() !== UpdatedDateUTC.getTime();
}

async function ask(context: SyncContext, question: Ask): Promise<XeroBudget[] | "notPermitted" | "refused"> {
  try {
    const answer = budgets.safeParse((await context.client.get(question))?.Budgets);
    if (!answer.success) return fail("malformed", "Xero's budgets cannot be read. Nothing of that answer was kept; the sync can be tried again.", { cause: answer.error });
    return answer.data;
  } catch (error) {
    const code = failureOf(error)?.code;
    if (code === "notPermitted" || (code === "refused" && question.query)) return code;
    throw error;
  }
}

/** While it is under way the cursor has a page, so that whoever is interrupted begins with the list again. */
async function keep(context: SyncContext, at: { page: number; fetched: number; isLast: boolean }, save: Parameters<typeof commitPage>[4]): Promise<void> {
  const cursor: Cursor = { since: null, page: at.isLast ? 0 : at.page, itemCount: null, highWater: null, completedAt: at.isLast ? new Date() : null };
  await commitPage(context, "Budgets", cursor, { page: at.page, fetched: at.fetched, total: null }, async (tx) => {
    const written = await save(tx);
    if (written > 0) await raiseDataVersion(tx);
    return written;
  });
}
