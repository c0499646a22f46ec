// The chart of accounts as its page shows it: whole, by code, and which accounts somebody ought to confirm.
import type { Query } from "#db/index.ts";
import { accountTags } from "#db/vocabulary.ts";
import { type StoredAccount, toAccount } from "#lib/accounts/account.ts";
import { suitsClass, type Tag } from "#lib/accounts/account-tag.ts";
import { wholeChart } from "#lib/accounts/queries.ts";
import { isToConfirm } from "#lib/reports/cash-flow/activity.ts";
import { sectionOf } from "#lib/reports/sections.ts";

/** `tags` are those that it can be given, `isFixed` says whether Xero itself says what it is for. */
export type ChartAccount = StoredAccount & { tags: Tag[]; isBank: boolean; isFixed: boolean; isToConfirm: boolean };

export async function openAccounts(q: Query): Promise<ChartAccount[]> {
  return (await wholeChart(q)).map((row) => ({
    ...toAccount(row),
    tags: accountTags.filter((tag) => suitsClass(tag, row.class)),
    isBank: sectionOf(row) === "bank",
    isFixed: row.systemAccount !== null,
    isToConfirm: row.status === "ACTIVE" && isToConfirm(row),
  }));
}
