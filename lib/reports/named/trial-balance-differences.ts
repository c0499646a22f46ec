// What Xero's own trial balance has and the ledger has not, account by account as both present them: costs and income of the financial year, all else
// since ever, and the differences of earlier years' profit in retained earnings.
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import { sum } from "#lib/money.ts";
import { byLabel, type Span } from "#lib/reports/books.ts";
import { plainRow } from "#lib/reports/cells.ts";
import type { OpenTrialBalance } from "#lib/reports/named/trial-balance-days.ts";
import { onItsSide, toDate, withCells } from "#lib/reports/named/trial-balance-sides.ts";
import type { Row } from "#lib/reports/report.ts";
import { both, differencesOf } from "#lib/reports/residual-rows.ts";
import type { Account } from "#lib/reports/sections.ts";

/** Whose movements of which days an account is presented with. */
type Part = { accounts: readonly Account[]; span: Span };

const section = "section:besides";

/** None where nothing differs. */
export function differences(opened: OpenTrialBalance): Row[] {
  const rows = opened.accounts.flatMap((account) => differenceRow(opened, account));
  if (rows.length === 0) return [];
  return [plainRow({ id: section, parent: null, kind: "section", label: "What Xero's trial balance has besides", level: 0, sign: 1 }), ...rows.toSorted(byLabel)];
}

function differenceRow({ ledger, ...opened }: OpenTrialBalance, account: Account): Row[] {
  const parts = partsOf(opened, account);
  const amount = sum(parts.flatMap(({ accounts, span }) => accounts.flatMap(({ id }) => ledger.residuals(id, span))).map(both));
  const layout = { ledger, columns: [], hideZero: true };
  const cells = onItsSide(toDate, amount, (sign) => ({ kind: "tieOut", differences: parts.flatMap(({ accounts, span }) => differencesOf(layout, accounts, span, sign, both)) }));
  const head = { id: `residual:${account.id}`, parent: section, kind: "residual" as const, label: account.name, level: 1, sign: 1 as const, accountId: account.id, accountCode: account.code };
  return cells.length === 0 ? [] : [withCells(head, cells).row];
}

function partsOf({ accounts, days }: Omit<OpenTrialBalance, "ledger">, account: Account): Part[] {
  const own = { accounts: [account], span: isProfitAndLoss(account) ? days.year : days.ever };
  return isRetainedEarnings(account) ? [own, { accounts: accounts.filter(isProfitAndLoss), span: days.before }] : [own];
}
