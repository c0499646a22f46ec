// Customers and suppliers as a list.
import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { Query, Reader } from "#db/index.ts";
import { Contacts } from "#db/schema/index.ts";
import type { ContactFilter } from "#lib/contacts/contact.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { holdsText } from "#lib/text-queries.ts";

export type ContactRow = typeof Contacts.$inferSelect;
export type ContactPlace = { name: string; id: string };

/** By name, in the order of the database's own alphabet. */
export function listContacts(q: Reader, filter: ContactFilter, after: ContactPlace | null, limit: number): Promise<ContactRow[]> {
  const { tenantId, status, name, emailAddress, isSupplier, isCustomer, updatedAt, id } = Contacts;
  const conditions = [
    filter.status && inArray(status, filter.status),
    filter.isSupplier === undefined ? undefined : eq(isSupplier, filter.isSupplier),
    filter.isCustomer === undefined ? undefined : eq(isCustomer, filter.isCustomer),
    filter.updatedSince && gte(updatedAt, filter.updatedSince),
    filter.q === undefined ? undefined : holdsText([name, emailAddress], filter.q),
  ];
  return q
    .select()
    .from(Contacts)
    .where(and(inArray(tenantId, [...q.tenantIds]), ...conditions, after ? isBehind(after) : undefined))
    .orderBy(asc(name), asc(id))
    .limit(limit);
}

export async function findContact(q: Reader, id: string): Promise<ContactRow | undefined> {
  const [contact] = await q.select().from(Contacts).where(and(inArray(Contacts.tenantId, [...q.tenantIds]), eq(Contacts.id, id)));
  return contact;
}

/** For a choice: the first by name. */
export function contactNames(q: Query, limit: number): Promise<{ id: string; name: string }[]> {
  const { tenantId, id, name } = Contacts;
  return q.select({ id, name }).from(Contacts).where(eq(tenantId, q.tenantId)).orderBy(asc(name), asc(id)).limit(limit);
}

const atOnce = 500;

/** Of some contacts, by Xero's ids. */
export async function namesOfContacts(q: Query, xeroIds: readonly string[]): Promise<Map<string, string>> {
  const { tenantId, xeroId, name } = Contacts;
  const found = new Map<string, string>();
  for (const some of batchesOf([...new Set(xeroIds)], atOnce)) {
    for (const row of await q.select({ xeroId, name }).from(Contacts).where(and(eq(tenantId, q.tenantId), inArray(xeroId, some)))) found.set(row.xeroId, row.name);
  }
  return found;
}

function isBehind({ name, id }: ContactPlace): SQL {
  return sql`(${Contacts.name}, ${Contacts.id}) > (${sql.param(name, Contacts.name)}, ${sql.param(id, Contacts.id)})`;
}
