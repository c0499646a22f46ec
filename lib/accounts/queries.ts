// The chart of accounts as a list, each account with what somebody chose to say of it.
import { and, asc, eq, getTableColumns, gt, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { Accounts, AccountTags, XeroTenants } from "#db/schema/index.ts";
import type { AccountFilter } from "#lib/accounts/account.ts";
import { holdsText } from "#lib/text-queries.ts";

type Choice = Pick<typeof AccountTags.$inferSelect, "tag" | "activity" | "userId" | "chosenBy" | "chosenAt">;
export type AccountRow = Awaited<ReturnType<typeof described>>[number];
export type AccountPlace = { code: string | null; id: string };

/** By code, and those without one last. */
export function listAccounts(q: Reader, filter: AccountFilter, after: AccountPlace | null, limit: number): Promise<AccountRow[]> {
  const { tenantId, type, status, code, name, updatedAt, id } = Accounts;
  const conditions = [
    filter.type && inArray(type, filter.type),
    filter.class && inArray(Accounts.class, filter.class),
    filter.status && inArray(status, filter.status),
    filter.accountCode === undefined ? undefined : eq(code, filter.accountCode),
    filter.updatedSince && or(gte(updatedAt, filter.updatedSince), gte(AccountTags.chosenAt, filter.updatedSince)),
    filter.q === undefined ? undefined : holdsText([code, name], filter.q),
  ];
  return described(q)
    .where(and(inArray(tenantId, [...q.tenantIds]), ...conditions, after ? isBehind(after) : undefined))
    .orderBy(sql`${code} nulls last`, asc(id))
    .limit(limit);
}

export async function findAccount(q: Reader, id: string): Promise<AccountRow | undefined> {
  const [account] = await described(q).where(and(inArray(Accounts.tenantId, [...q.tenantIds]), eq(Accounts.id, id)));
  return account;
}

/** Every account of one organisation, by code. */
export function wholeChart(q: Query): Promise<AccountRow[]> {
  return described(q).where(eq(Accounts.tenantId, q.tenantId)).orderBy(sql`${Accounts.code} nulls last`, asc(Accounts.name));
}

export async function saveChoice(tx: Transaction, accountId: string, choice: Choice): Promise<void> {
  await tx
    .insert(AccountTags)
    .values({ ...choice, accountId, tenantId: tx.tenantId })
    .onConflictDoUpdate({ target: [AccountTags.tenantId, AccountTags.accountId], set: choice });
}

/** With the country, by which it is decided where interest stands. */
function described(q: Reader) {
  const { tag: chosenTag, activity: chosenActivity, chosenBy, chosenAt } = AccountTags;
  return q
    .select({ ...getTableColumns(Accounts), chosenTag, chosenActivity, chosenBy, chosenAt, countryCode: XeroTenants.countryCode })
    .from(Accounts)
    .innerJoin(XeroTenants, eq(XeroTenants.id, Accounts.tenantId))
    .leftJoin(AccountTags, and(eq(AccountTags.tenantId, Accounts.tenantId), eq(AccountTags.accountId, Accounts.id)));
}

function isBehind(place: AccountPlace): SQL | undefined {
  const { code, id } = Accounts;
  if (place.code === null) return and(isNull(code), gt(id, place.id));
  return or(gt(code, place.code), and(eq(code, place.code), gt(id, place.id)), isNull(code));
}
