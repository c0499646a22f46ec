// The chart of accounts as a list.
import { and, asc, eq, gt, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/index.ts";
import { Accounts } from "#db/schema/index.ts";
import type { AccountFilter } from "#lib/accounts/account.ts";
import { holdsText } from "#lib/text-queries.ts";

export type AccountRow = typeof Accounts.$inferSelect;
export type AccountPlace = { code: string | null; id: string };

/** By code, and those without one last. */
export function listAccounts(q: Reader, filter: AccountFilter, after: AccountPlace | null, limit: number): Promise<AccountRow[]> {
  const { tenantId, type, status, code, name, updatedAt, id } = Accounts;
  const conditions = [
    filter.type && inArray(type, filter.type),
    filter.class && inArray(Accounts.class, filter.class),
    filter.status && inArray(status, filter.status),
    filter.accountCode === undefined ? undefined : eq(code, filter.accountCode),
    filter.updatedSince && gte(updatedAt, filter.updatedSince),
    filter.q === undefined ? undefined : holdsText([code, name], filter.q),
  ];
  return q
    .select()
    .from(Accounts)
    .where(and(inArray(tenantId, [...q.tenantIds]), ...conditions, after ? isBehind(after) : undefined))
    .orderBy(sql`${code} nulls last`, asc(id))
    .limit(limit);
}

export async function findAccount(q: Reader, id: string): Promise<AccountRow | undefined> {
  const [account] = await q.select().from(Accounts).where(and(inArray(Accounts.tenantId, [...q.tenantIds]), eq(Accounts.id, id)));
  return account;
}

function isBehind(place: AccountPlace): SQL | undefined {
  const { code, id } = Accounts;
  if (place.code === null) return and(isNull(code), gt(id, place.id));
  return or(gt(code, place.code), and(eq(code, place.code), gt(id, place.id)), isNull(code));
}
