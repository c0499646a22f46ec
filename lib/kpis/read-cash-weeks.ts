// What cash week by week is computed from: the bank accounts day by day for a quarter back, and all that is open today, with who pays how late.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { expectations, weeksBack } from "#lib/cash-ahead/cash-ahead.ts";
import type { OpenAndPaid } from "#lib/cash-ahead/read-cash-ahead.ts";
import { addDays, type Day } from "#lib/day.ts";
import type { CashWeeks } from "#lib/kpis/cash-weeks.ts";
import { figureOfAccounts } from "#lib/kpis/measure-figures.ts";
import { sumsByDay } from "#lib/kpis/queries.ts";
import { movementsBetween } from "#lib/ledger/queries.ts";
import { openBooks } from "#lib/reports/books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import { type Account, sectionOf } from "#lib/reports/sections.ts";

export async function readCashWeeks(q: Query, basis: Basis, accounts: readonly Account[], { open, paid }: OpenAndPaid, today: Day): Promise<CashWeeks> {
  const banks = accounts.filter((account) => sectionOf(account) === "bank");
  const ids = new Set(banks.map(({ id }) => id));
  const before = addDays(weeksBack(today).at(0)?.start ?? today, -1);
  const opening = [...(await movementsBetween(q, { basis, from: null, to: before }))].map(([accountId, net]) => ({ accountId, start: before, end: before, net }));
  const since = await sumsByDay(q, { accounts: [...ids], from: addDays(before, 1), to: today });
  const { residuals } = await readTieOut(q, basis, [{ start: null, end: today }]);
  const ofBanks = ({ accountId }: { accountId: string }) => ids.has(accountId);
  const ledger = openBooks({ accounts: banks, movements: [...opening, ...since].filter(ofBanks), residuals: residuals.filter(ofBanks) });
  return { today, balanceAt: (day) => figureOfAccounts(banks, { ledger, span: { start: null, end: day }, sign: 1 }), expected: expectations(open, paid, today) };
}
